package fds.risk.total;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import fds.risk.table.GroupWords;
import fds.risk.table.RiskTable;

/** Groups that wait to be judged at the next tick, each once, in the order in which they began to wait. */
final class Waiting
{
    private final RiskTable groups;
    private final int[] slots; // [0, count)
    private int count;

    Waiting(final RiskTable groups, final int capacity)
    {
        this.groups = groups;
        slots = new int[capacity];
    }

    void add(final int group)
    {
        if (groups.get(group, GroupWords.WAITS) == 0)
        {
            groups.set(group, GroupWords.WAITS, 1);
            slots[count++] = group;
        }
    }

    /** A group is given up: it waits no more. Rare, so the list is searched. */
    void remove(final int group)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            if (slots[i] != group)
            {
                slots[kept++] = slots[i];
            }
        }
        count = kept;
    }

    int count()
    {
        return count;
    }

    int group(final int index)
    {
        return slots[index];
    }

    /** All were judged. */
    void clear()
    {
        for (int i = 0; i < count; i++)
        {
            groups.set(slots[i], GroupWords.WAITS, 0);
        }
        count = 0;
    }

    void write(final StateWriter state)
    {
        state.putLong(count);
        for (int i = 0; i < count; i++)
        {
            state.putLong(slots[i]);
        }
    }

    void read(final StateReader state)
    {
        count = (int)state.getLong();
        for (int i = 0; i < count; i++)
        {
            slots[i] = (int)state.getLong();
        }
    }
}
