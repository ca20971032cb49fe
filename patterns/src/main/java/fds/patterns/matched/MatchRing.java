package fds.patterns.matched;

import fds.market.event.MarketEvent;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/** The last {@value #COUNT} matches of an owner group with others, in cold words of its record. */
final class MatchRing
{
    /** Matches that are remembered. */
    static final int COUNT = 8;

    // of a match
    static final int SEQUENCE = 0;
    static final int VENUE_TIME = 8;
    static final int OWN_FILLS = 16;   // of the group before it
    static final int OTHER_FILLS = 24; // of the other before it
    static final int ALL_TRADES = 32;  // of the instrument before it

    private static final int TIME = 40;
    private static final int OTHER = 48; // id of the other group, then its kind
    private static final int BYTES = 64;
    private static final int CURSOR = 0;
    private static final int RING = 8;

    private final int offset;
    private final int[] found = new int[COUNT]; // offsets, the newest first
    private UnsafeBuffer memory;
    private int at;

    MatchRing(final StateLayout layout)
    {
        offset = layout.reserveCold(SlotKind.GROUP, (RING + COUNT * BYTES) / 8);
    }

    /** Look at a group. */
    MatchRing of(final Market market, final int group)
    {
        memory = market.coldRecords(SlotKind.GROUP);
        at = market.coldAt(SlotKind.GROUP, group) + offset;
        return this;
    }

    /** This trade is a match. */
    void add(
        final MarketEvent trade,
        final long other,
        final int otherKind,
        final long ownFills,
        final long otherFills,
        final long allTrades)
    {
        final long cursor = memory.getLong(at + CURSOR);
        final int match = at + RING + (int)(cursor % COUNT) * BYTES;
        memory.putLong(match + SEQUENCE, trade.sequence());
        memory.putLong(match + VENUE_TIME, trade.venueTimeNanos());
        memory.putLong(match + TIME, trade.engineTimeNanos());
        memory.putLong(match + OTHER, other);
        memory.putLong(match + OTHER + 8, otherKind);
        memory.putLong(match + OWN_FILLS, ownFills);
        memory.putLong(match + OTHER_FILLS, otherFills);
        memory.putLong(match + ALL_TRADES, allTrades);
        memory.putLong(at + CURSOR, cursor + 1);
    }

    /** Find those with another group less than a window ago. */
    int find(final long timeNanos, final long windowNanos, final long other, final int otherKind)
    {
        final long cursor = memory.getLong(at + CURSOR);
        int count = 0;
        for (int back = 0; back < COUNT && back < cursor; back++)
        {
            final int match = at + RING + (int)((cursor - 1 - back) % COUNT) * BYTES;
            if (timeNanos - memory.getLong(match + TIME) >= windowNanos)
            {
                break;
            }
            if (memory.getLong(match + OTHER) == other && memory.getLong(match + OTHER + 8) == otherKind)
            {
                found[count++] = match;
            }
        }
        return count;
    }

    /** A word of one that was found, 0 for the newest. */
    long word(final int index, final int word)
    {
        return memory.getLong(found[index] + word);
    }
}
