package fds.risk.total;

import fds.market.event.Absent;
import fds.market.owner.OwnerGroups;
import fds.risk.position.Positions;
import fds.risk.table.GroupWords;
import fds.risk.table.RiskTable;

/**
 * Loads what the fills of a batch will need before the first of them is handled: of each its owner, then the account's
 * slot, then group and position, each in a bare loop over all fills so that their misses overlap. What it finds is
 * likely and decides nothing. Owned by one thread.
 */
final class FillsAhead
{
    private static final int CAPACITY = 128; // fills: two of each event; of a larger batch the rest is left out

    private final OwnerGroups owners;
    private final RiskTable groups;
    private final Positions positions;
    private final int[] venues = new int[CAPACITY];
    private final long[] accounts = new long[CAPACITY];
    private final int[] instruments = new int[CAPACITY];
    private final int[] slots = new int[CAPACITY]; // of the account, then of its position
    private final int[] groupSlots = new int[CAPACITY];
    private int count;
    private long touched; // depends on every load, so that the compiler keeps them

    FillsAhead(final OwnerGroups owners, final RiskTable groups, final Positions positions)
    {
        this.owners = owners;
        this.groups = groups;
        this.positions = positions;
    }

    /** A fill comes soon. */
    void plan(final int venue, final long account, final int instrument)
    {
        if (count < CAPACITY && account != Absent.UNKNOWN_ID)
        {
            venues[count] = venue;
            accounts[count] = account;
            instruments[count++] = instrument;
        }
    }

    /** Load what was planned, and forget the plan. */
    void touch()
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += owners.touch(venues[i], accounts[i]);
        }
        for (int i = 0; i < count; i++)
        {
            slots[i] = positions.likelySlot(accounts[i], instruments[i]);
        }
        for (int i = 0; i < count; i++)
        {
            slots[i] = positions.likelyRow(slots[i]);
        }
        for (int i = 0; i < count; i++)
        {
            sum += positions.touch(slots[i]);
        }
        for (int i = 0; i < count; i++)
        {
            final long named = owners.groupOf(venues[i], accounts[i]);
            groupSlots[i] = named == Absent.UNKNOWN_ID ?
                groups.likely(GroupWords.venueAndKind(venues[i], OwnerGroups.KIND_SOLO), accounts[i]) :
                groups.likely(GroupWords.venueAndKind(venues[i], OwnerGroups.KIND_NAMED), named);
        }
        for (int i = 0; i < count; i++)
        {
            sum += groups.touchLine(groupSlots[i]);
        }
        touched += sum;
        count = 0;
    }
}
