package fds.patterns.wash;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.features.BucketWindow;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.money.Int128;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What an owner group washed on an instrument, in words of the group's record: scaled notional over 24 hours, the last
 * eight matches, and the exact sum of the run.
 * <p>
 * The 24 hours are the current hour of engine time and the 23 before. A run is matches each less than 24 hours after
 * the
 * one before. All-zero words are a group that washed nothing.
 */
final class WashWindow
{
    /** Matches that are remembered one by one. */
    static final int MATCHES_MAX = 8;

    private static final int EARLIER_MAX = 5;
    private static final BucketWindow DAY = new BucketWindow(24, TimeUnit.HOURS.toNanos(1));
    private static final long DAY_NANOS = TimeUnit.HOURS.toNanos(24);

    private static final int RUN_HIGH = DAY.words() * 8;
    private static final int RUN_LOW = RUN_HIGH + 8;
    private static final int CURSOR = RUN_LOW + 8;
    private static final int MATCHES = CURSOR + 8; // [(cursor % MATCHES_MAX) * MATCH_BYTES]
    private static final int MATCH_BYTES = 32;     // sequence, venue time, engine time, scaled notional
    private static final int WORDS = (MATCHES + MATCHES_MAX * MATCH_BYTES) / 8;

    private final int offset;
    private final Int128 run = new Int128();

    private UnsafeBuffer memory;
    private int at;
    private long timeNanos;

    WashWindow(final StateLayout layout)
    {
        offset = layout.reserveCold(SlotKind.GROUP, WORDS);
    }

    /** Look at a group as of an event. */
    WashWindow of(final Market market, final int group, final MarketEvent event)
    {
        memory = market.coldRecords(SlotKind.GROUP);
        at = market.coldAt(SlotKind.GROUP, group) + offset;
        timeNanos = event.engineTimeNanos();
        return this;
    }

    /** This event is a match. */
    void add(final MarketEvent trade, final long notional)
    {
        DAY.add(memory, at, timeNanos, notional);
        final long cursor = memory.getLong(at + CURSOR);
        run.clear();
        if (cursor > 0 && timeNanos - memory.getLong(match(cursor - 1) + 16) < DAY_NANOS)
        {
            run.set(memory.getLong(at + RUN_HIGH), memory.getLong(at + RUN_LOW));
        }
        run.addProduct(Math.abs(trade.priceTicks()), trade.quantityLots());
        memory.putLong(at + RUN_HIGH, run.high());
        memory.putLong(at + RUN_LOW, run.low());
        final int match = match(cursor);
        memory.putLong(match, trade.sequence());
        memory.putLong(match + 8, trade.venueTimeNanos());
        memory.putLong(match + 16, timeNanos);
        memory.putLong(match + 24, notional);
        memory.putLong(at + CURSOR, cursor + 1);
    }

    long dayNotional()
    {
        return DAY.sum(memory, at, timeNanos);
    }

    long runHigh()
    {
        return memory.getLong(at + RUN_HIGH);
    }

    long runLow()
    {
        return memory.getLong(at + RUN_LOW);
    }

    /** Matches less than a window ago, {@link #MATCHES_MAX} at most. */
    int count(final long windowNanos)
    {
        final long cursor = memory.getLong(at + CURSOR);
        int count = 0;
        while (count < MATCHES_MAX && count < cursor &&
            timeNanos - memory.getLong(match(cursor - 1 - count) + 16) < windowNanos)
        {
            count++;
        }
        return count;
    }

    /** Scaled notional of the newest matches. */
    long notional(final int count)
    {
        final long cursor = memory.getLong(at + CURSOR);
        long notional = 0;
        for (int back = 0; back < count; back++)
        {
            notional += memory.getLong(match(cursor - 1 - back) + 24);
        }
        return notional;
    }

    /** Name the matches before this event among the newest, five at most, oldest first. */
    void nameEarlier(final Finding finding, final int count, final long causeSequence)
    {
        final long cursor = memory.getLong(at + CURSOR);
        int back = Math.min(count, EARLIER_MAX + 1) - 1;
        for (boolean first = true; back >= 0; back--)
        {
            final int match = match(cursor - 1 - back);
            final long sequence = memory.getLong(match);
            if (sequence != causeSequence)
            {
                finding.evidence(sequence, EvidenceRole.SELF_MATCH);
                if (first)
                {
                    finding.first(sequence, memory.getLong(match + 8));
                    first = false;
                }
            }
        }
    }

    private int match(final long number)
    {
        return at + MATCHES + (int)(number % MATCHES_MAX) * MATCH_BYTES;
    }
}
