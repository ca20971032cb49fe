package fds.bench.quality;

import java.util.Set;

import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;

/**
 * Events by kind, to say how many of them could have made a detector tell something: those of the kinds it asks for, in
 * a flow that tells what it must know, and that name an account where it judges accounts.
 */
final class Exposure
{
    private final long[] events = new long[Kind.COUNT];      // [kind]
    private final long[] withAccount = new long[Kind.COUNT]; // [kind]

    void count(final MarketEvent event)
    {
        events[event.kind()]++;
        if (event.accountId() != Absent.UNKNOWN_ID || event.counterAccountId() != Absent.UNKNOWN_ID)
        {
            withAccount[event.kind()]++;
        }
    }

    /**
     * Of a detector.
     *
     * @param info  of it.
     * @param knows what the flow tells.
     * @return events.
     */
    long of(final DetectorInfo info, final Set<Knowledge> knows)
    {
        if (!knows.containsAll(info.knowledge()))
        {
            return 0;
        }
        final long[] counted = info.knowledge().contains(Knowledge.ACCOUNTS) ? withAccount : events;
        long sum = 0;
        for (int kind = 0; kind < counted.length; kind++)
        {
            final boolean isOfFeeds = kind != Kind.TICK && kind != Kind.CONTROL;
            sum += isOfFeeds && (info.kinds() >>> kind & 1) != 0 ? counted[kind] : 0;
        }
        return sum;
    }
}
