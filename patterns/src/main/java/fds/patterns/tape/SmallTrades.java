package fds.patterns.tape;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.features.BucketWindow;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/** The small trades of an owner group on an instrument within a minute, in cold words of its record. */
final class SmallTrades
{
    static final long BUCKET_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** The current five seconds and the eleven before. */
    static final BucketWindow MINUTE = new BucketWindow(12, BUCKET_NANOS);

    private static final int NAMED = 10;

    private static final int TOLD = MINUTE.words() * 8; // engine time + 1 of the last finding
    private static final int CURSOR = TOLD + 8;
    private static final int RING = CURSOR + 8;         // [trade % NAMED]: sequence, venue time
    private static final int WORDS = RING / 8 + 2 * NAMED;

    private final int offset;
    private UnsafeBuffer memory;
    private int at;
    private long timeNanos;

    SmallTrades(final StateLayout layout)
    {
        offset = layout.reserveCold(SlotKind.GROUP, WORDS);
    }

    /** Look at a group as of an event. */
    SmallTrades of(final Market market, final int group, final MarketEvent event)
    {
        memory = market.coldRecords(SlotKind.GROUP);
        at = market.coldAt(SlotKind.GROUP, group) + offset;
        timeNanos = event.engineTimeNanos();
        return this;
    }

    /** This trade is one. */
    long add(final MarketEvent trade)
    {
        final long cursor = memory.getLong(at + CURSOR);
        memory.putLong(wordOf(cursor), trade.sequence());
        memory.putLong(wordOf(cursor) + 8, trade.venueTimeNanos());
        memory.putLong(at + CURSOR, cursor + 1);
        return MINUTE.add(memory, at, timeNanos, 1);
    }

    /** Within the minute. */
    long count()
    {
        return MINUTE.sum(memory, at, timeNanos);
    }

    boolean mayTell(final long pauseNanos)
    {
        final long told = memory.getLong(at + TOLD);
        return told == 0 || timeNanos + 1 - told >= pauseNanos;
    }

    void tell()
    {
        memory.putLong(at + TOLD, timeNanos + 1);
    }

    /** Name the newest of them, the oldest first; the rest is counted. */
    void name(final Finding finding, final long count, final long causeSequence)
    {
        final long cursor = memory.getLong(at + CURSOR);
        final long named = Math.min(count, NAMED);
        finding.first(memory.getLong(wordOf(cursor - named)), memory.getLong(wordOf(cursor - named) + 8));
        for (long back = named; back > 0; back--)
        {
            final long sequence = memory.getLong(wordOf(cursor - back));
            if (sequence != causeSequence)
            {
                finding.evidence(sequence, EvidenceRole.TRADE);
            }
        }
        finding.moreEvidence(count - named);
    }

    private int wordOf(final long trade)
    {
        return at + RING + (int)(trade % NAMED) * 16;
    }
}
