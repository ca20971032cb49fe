package fds.patterns.spoofing;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.features.BucketWindow;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The last withdrawals of a group that were remembered, and how many large orders it withdrew in ten minutes, in all
 * and soon after a fill, in cold words of its record. All-zero words are a group of which none was.
 */
final class RecentWithdrawals
{
    /** Withdrawals that are remembered one by one. */
    static final int COUNT = 8;

    private static final int CURSOR = 0;
    private static final int RING = 8; // [withdrawal % COUNT]: engine time, sequence
    private static final BucketWindow MINUTES = new BucketWindow(10, TimeUnit.MINUTES.toNanos(1));
    private static final int ALL = RING + COUNT * 16;
    private static final int LINKED = ALL + MINUTES.words() * 8;
    private static final int WORDS = LINKED / 8 + MINUTES.words();

    private final int offset;
    private UnsafeBuffer memory;
    private int at;

    RecentWithdrawals(final StateLayout layout)
    {
        offset = layout.reserveCold(SlotKind.GROUP, WORDS);
    }

    /** Look at a group. */
    RecentWithdrawals of(final Market market, final int group)
    {
        memory = market.coldRecords(SlotKind.GROUP);
        at = market.coldAt(SlotKind.GROUP, group) + offset;
        return this;
    }

    /** A large order was withdrawn, hardly filled. */
    void count(final long timeNanos, final boolean isLinked)
    {
        MINUTES.add(memory, at + ALL, timeNanos, 1);
        MINUTES.add(memory, at + LINKED, timeNanos, isLinked ? 1 : 0);
    }

    /** Those that {@link #count} was told of within ten minutes, as of its last call. */
    long all(final long timeNanos)
    {
        return MINUTES.sum(memory, at + ALL, timeNanos);
    }

    /** Those of them that came soon after a fill. */
    long linked(final long timeNanos)
    {
        return MINUTES.sum(memory, at + LINKED, timeNanos);
    }

    /** Remember one. */
    void add(final MarketEvent cause)
    {
        final long cursor = memory.getLong(at + CURSOR);
        memory.putLong(wordOf(cursor), cause.engineTimeNanos());
        memory.putLong(wordOf(cursor) + 8, cause.sequence());
        memory.putLong(at + CURSOR, cursor + 1);
    }

    /** Those less than a window ago. */
    int count(final long timeNanos, final long windowNanos)
    {
        final long cursor = memory.getLong(at + CURSOR);
        int count = 0;
        while (count < COUNT && count < cursor &&
            timeNanos - memory.getLong(wordOf(cursor - 1 - count)) < windowNanos)
        {
            count++;
        }
        return count;
    }

    /** Name the newest ones before the cause, oldest first. */
    void name(final Finding finding, final int count, final long causeSequence)
    {
        final long cursor = memory.getLong(at + CURSOR);
        for (int back = count - 1; back >= 0; back--)
        {
            final long sequence = memory.getLong(wordOf(cursor - 1 - back) + 8);
            if (sequence != causeSequence)
            {
                finding.evidence(sequence, EvidenceRole.CANCEL);
            }
        }
    }

    private int wordOf(final long withdrawal)
    {
        return at + RING + (int)(withdrawal % COUNT) * 16;
    }
}
