package fds.feeds.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.draft.DraftReader;
import fds.feeds.source.ByteSource;
import fds.feeds.text.JsonCells;
import fds.market.door.BadInputException;
import fds.market.event.Absent;

/**
 * Reads a document of transactions: whole first, then transaction by transaction in the order of block and position. A
 * document that is not whole tells nothing.
 */
final class ReceiptReader implements DraftReader
{
    private static final int RECEIPTS_MAX = 100_000;
    private static final int LOGS_MAX = 10_000;
    private static final int TOPICS_MAX = 4;
    private static final long POSITION_MAX = 1_000_000;

    private final ByteSource source;
    private final JsonCells json = new JsonCells(this::badJson, "one whole JSON object");
    private final List<Receipt> receipts = new ArrayList<>();
    private int at;
    private long line = 1;
    private boolean isRead;
    private boolean isBlockOpen;

    ReceiptReader(final ByteSource source)
    {
        this.source = source;
    }

    @Override
    public boolean next(final List<Draft> events)
    {
        if (!isRead)
        {
            isRead = true;
            readDocument();
        }
        final Receipt ended = at > 0 ? receipts.get(at - 1) : null;
        if (ended != null && isBlockOpen && (at == receipts.size() || receipts.get(at).block != ended.block))
        {
            isBlockOpen = false;
            events.add(BlockClock.end(Absent.VALUE, ended.block, ended.blockHash));
            return true;
        }
        if (at == receipts.size())
        {
            return false;
        }
        final Receipt receipt = receipts.get(at++);
        line = receipt.line;
        isBlockOpen = true;
        final List<Swap> swaps = new ArrayList<>();
        new PairLogs(receipt, this).addTo(swaps);
        swaps.forEach(swap -> events.add(swap.draft(true, Absent.VALUE, receipt.block)));
        return true;
    }

    @Override
    public long lineNumber()
    {
        return line;
    }

    @Override
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(source.name(), line, field, value, allowed);
    }

    @Override
    public void close()
    {
        json.close();
    }

    private BadInputException badJson(final String field, final String value, final String allowed)
    {
        return new BadInputException(source.name(), json.line(), field, value, allowed);
    }

    private void readDocument()
    {
        final List<Receipt> read = new ArrayList<>();
        json.open(source.open(), "document");
        json.object("a JSON object");
        while (json.nextField())
        {
            if (json.isObject())
            {
                readTransaction(read);
            }
            else
            {
                json.skip();
            }
        }
        json.end("document");
        read.sort(Comparator.comparingLong((Receipt receipt) -> receipt.block)
            .thenComparingLong(receipt -> receipt.position));
        receipts.addAll(read);
    }

    private void readTransaction(final List<Receipt> read)
    {
        while (json.nextField())
        {
            if (json.field().equals("receipt"))
            {
                json.expect(read.size() < RECEIPTS_MAX, "at most " + RECEIPTS_MAX + " receipts");
                final Receipt receipt = readReceipt();
                final String missing = receipt.missing();
                if (missing != null)
                {
                    throw badJson(missing, "(missing)", "a value in every receipt");
                }
                read.add(receipt);
            }
            else
            {
                json.skip();
            }
        }
    }

    private Receipt readReceipt()
    {
        final Receipt receipt = new Receipt();
        json.object("a receipt");
        receipt.line = json.line();
        while (json.nextField())
        {
            switch (json.field())
            {
                case "blockNumber" -> receipt.block = json.number(BlockClock.NUMBER_MAX);
                case "transactionIndex" -> receipt.position = json.number(POSITION_MAX);
                case "blockHash" -> receipt.blockHash = Hex.hash(json);
                case "transactionHash" -> receipt.transaction = Hex.hash(json);
                case "logs" ->
                {
                    json.array("logs");
                    while (json.nextElement())
                    {
                        json.expect(receipt.logs.size() < LOGS_MAX, "at most " + LOGS_MAX + " logs");
                        receipt.logs.add(readLog());
                    }
                }
                default -> json.skip();
            }
        }
        return receipt;
    }

    private Receipt.Log readLog()
    {
        final Receipt.Log log = new Receipt.Log();
        json.object("a log");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "address" -> log.address = Hex.address(json);
                case "data" -> log.data = json.plain();
                case "logIndex" -> log.index = json.number(POSITION_MAX);
                case "removed" -> log.isRemoved = json.flag();
                case "topics" ->
                {
                    json.array("topics");
                    while (json.nextElement())
                    {
                        json.expect(log.topics.size() < TOPICS_MAX, "at most " + TOPICS_MAX + " topics");
                        log.topics.add(Hex.hash(json));
                    }
                }
                default -> json.skip();
            }
        }
        return log;
    }
}
