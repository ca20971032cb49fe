package fds.patterns.spoofing;

import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The last withdrawals of a group that were remembered, in cold words of its record. All-zero words are a group of
 * which none was.
 */
final class RecentWithdrawals
{
    /** Withdrawals that are remembered one by one. */
    static final int COUNT = 8;

    private static final int CURSOR = 0;
    private static final int RING = 8; // [withdrawal % COUNT]: engine time, sequence
    private static final int WORDS = RING / 8 + COUNT * 2;

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
