package fds.feeds.chain;

import java.util.ArrayList;
import java.util.List;

/** What a receipt says, as it is written; checked when it becomes events. */
final class Receipt
{
    /** One log of it: who wrote it, and what. */
    static final class Log
    {
        final List<String> topics = new ArrayList<>();
        String address = "";
        String data = "";
        long index = -1;
        boolean isRemoved;

        boolean isAbout(final String event)
        {
            return !topics.isEmpty() && topics.get(0).equals(event);
        }
    }

    final List<Log> logs = new ArrayList<>();
    long line;
    long block;
    long position = -1;
    String blockHash = "";
    String transaction = "";

    /** The first field that is missing; null for none. */
    String missing()
    {
        return block < 1 ? "blockNumber" : position < 0 ? "transactionIndex" : blockHash.isEmpty() ? "blockHash" :
            transaction.isEmpty() ? "transactionHash" : null;
    }
}
