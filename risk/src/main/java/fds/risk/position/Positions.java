package fds.risk.position;

import java.util.Arrays;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import fds.risk.table.GroupWords;
import fds.risk.table.LossListener;
import fds.risk.table.RiskTable;
import fds.risk.table.TableListener;

/**
 * What accounts and their owner groups hold of each instrument: net lots and, of assets, margin balances. Fills change
 * them, POSITION and MARGIN say what they are. An account's share of a group's sum is known by the account, so that
 * what is told of it can replace it, and goes with it when it changes its group. Owned by one thread.
 */
public final class Positions
{
    // words of an account on an instrument, behind account and instrument
    private static final int NET = 2;
    private static final int BALANCE = 3;
    private static final int GROUP_KIND = 4; // the group's key, 0 before the first
    private static final int GROUP_ID = 5;
    private static final int ROW = 6;        // slot + 1 of its group's row when it was last looked for
    private static final int ACCOUNT_WORDS = 7;

    // words of a group on an instrument, behind group slot + 1 and instrument: NET, BALANCE, and
    private static final int LIQUIDATION = 4; // price told last, 0: none
    private static final int NEXT = 5;        // slot + 1
    private static final int BEFORE = 6;      // slot + 1
    private static final int GROUP_WORDS = 7;

    private static final long LOTS_MAX = 1L << 60;

    private final RiskTable groups;
    private final RiskTable accounts;
    private final RiskTable held;
    private final long[] lotsMax; // [instrumentId], no group has held more, either way

    /**
     * Make them empty.
     *
     * @param capacity    account × instrument, and as many group × instrument.
     * @param instruments largest id there can be.
     * @param groups      with {@link GroupWords}.
     * @param losses      told of what is given up for room.
     */
    public Positions(
        final int capacity, final int instruments, final RiskTable groups, final LossListener losses)
    {
        this.groups = groups;
        lotsMax = new long[instruments + 1];
        accounts = new RiskTable(capacity, ACCOUNT_WORDS, slot -> forgetAccount(slot, losses));
        held = new RiskTable(capacity, GROUP_WORDS, new TableListener()
        {
            @Override
            public long worth(final int slot)
            {
                return held.get(slot, NET) == 0 && held.get(slot, BALANCE) == 0 ? 0 : 1;
            }

            @Override
            public void onEviction(final int slot)
            {
                losses.onLoss(LossListener.POSITIONS, held.get(slot, 1), held.get(slot, NET));
                unlink(slot);
            }
        });
    }

    /**
     * Bytes of memory.
     *
     * @param capacity as given to the constructor.
     * @return about so many.
     */
    public static long bytes(final int capacity)
    {
        return RiskTable.bytes(capacity, ACCOUNT_WORDS) + RiskTable.bytes(capacity, GROUP_WORDS);
    }

    /**
     * An account traded.
     *
     * @param group      slot of its owner group.
     * @param account    id.
     * @param instrument id.
     * @param lots       bought, below 0 sold.
     */
    public void onFill(final int group, final long account, final int instrument, final long lots)
    {
        final int slot = accountSlot(group, account, instrument);
        move(slot, group, instrument, NET, clamp(accounts.get(slot, NET) + lots));
    }

    /**
     * An account's position was told.
     *
     * @param group       slot of its owner group.
     * @param account     id.
     * @param instrument  id.
     * @param lots        long, below 0 short.
     * @param liquidation price in ticks, 0 where it was not told.
     */
    public void onPosition(
        final int group, final long account, final int instrument, final long lots, final long liquidation)
    {
        final int slot = accountSlot(group, account, instrument);
        final int row = move(slot, group, instrument, NET, clamp(lots));
        held.set(row, LIQUIDATION, liquidation);
        if (liquidation > 0)
        {
            GroupWords.mark(groups, group, GroupWords.MARGINED);
        }
    }

    /**
     * An account's margin balance was told.
     *
     * @param group   slot of its owner group.
     * @param account id.
     * @param asset   id of the asset.
     * @param lots    of the asset; may be below 0.
     */
    public void onMargin(final int group, final long account, final int asset, final long lots)
    {
        move(accountSlot(group, account, asset), group, asset, BALANCE, clamp(lots));
        GroupWords.mark(groups, group, GroupWords.MARGINED);
    }

    /**
     * A group is given up: its positions go with it.
     *
     * @param group slot.
     */
    public void onGroupReleased(final int group)
    {
        for (int row = first(group); row != RiskTable.NONE; row = first(group))
        {
            unlink(row);
            held.release(row);
        }
    }

    /**
     * The newest position of a group.
     *
     * @param group slot.
     * @return row, or {@link RiskTable#NONE}.
     */
    public int first(final int group)
    {
        return (int)groups.get(group, GroupWords.POSITIONS) - 1;
    }

    /**
     * The position behind another.
     *
     * @param row of the same group.
     * @return row, or {@link RiskTable#NONE}.
     */
    public int next(final int row)
    {
        return (int)held.get(row, NEXT) - 1;
    }

    /**
     * The slot that an account on an instrument most likely has; for looking ahead.
     *
     * @param account    id.
     * @param instrument id.
     * @return slot for {@link #likelyRow}, or {@link RiskTable#NONE}.
     */
    public int likelySlot(final long account, final int instrument)
    {
        return accounts.likely(account, instrument);
    }

    /**
     * The row that an account's slot remembers; for looking ahead.
     *
     * @param slot from {@link #likelySlot}.
     * @return row for {@link #touch(int)}, or {@link RiskTable#NONE}.
     */
    public int likelyRow(final int slot)
    {
        return slot == RiskTable.NONE ? RiskTable.NONE : (int)accounts.get(slot, ROW) - 1;
    }

    /**
     * Load a row; for looking ahead.
     *
     * @param row any, or {@link RiskTable#NONE}.
     * @return something that depends on it.
     */
    public long touch(final int row)
    {
        return held.touchLine(row);
    }

    /**
     * Load all rows of some groups, those of different groups beside each other: a group's rows hang together one by
     * one, so that its own cannot be asked for at once.
     *
     * @param some  rows of groups, or {@link RiskTable#NONE}; used up.
     * @param count of them.
     * @return something that depends on each load, so that none is left out.
     */
    public long touch(final int[] some, final int count)
    {
        long touched = 0;
        boolean goesOn = true;
        while (goesOn)
        {
            goesOn = false;
            for (int i = 0; i < count; i++)
            {
                if (some[i] != RiskTable.NONE)
                {
                    some[i] = next(some[i]);
                    touched += some[i];
                    goesOn = true;
                }
            }
        }
        return touched;
    }

    public int instrument(final int row)
    {
        return (int)held.get(row, 1);
    }

    public long netLots(final int row)
    {
        return held.get(row, NET);
    }

    public long balanceLots(final int row)
    {
        return held.get(row, BALANCE);
    }

    /**
     * No group holds more of an instrument.
     *
     * @param instrument id.
     * @return lots, 0 or more.
     */
    public long lotsMax(final int instrument)
    {
        return lotsMax[instrument];
    }

    /**
     * The liquidation price that was told last.
     *
     * @param row of a position.
     * @return ticks, 0 where none was.
     */
    public long liquidationTicks(final int row)
    {
        return held.get(row, LIQUIDATION);
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        accounts.write(state);
        held.write(state);
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        accounts.read(state);
        held.read(state);
        Arrays.fill(lotsMax, 0);
        for (int row = 0; row < held.highWater(); row++)
        {
            if (held.get(row, 0) != 0)
            {
                lotsMax[instrument(row)] = Math.max(lotsMax[instrument(row)], Math.abs(netLots(row)));
            }
        }
    }

    /** The account's slot, its sums moved to the group that it belongs to now. */
    private int accountSlot(final int group, final long account, final int instrument)
    {
        final int slot = accounts.take(account, instrument);
        final long kind = groups.get(group, GroupWords.VENUE_AND_KIND);
        final long id = groups.get(group, GroupWords.ID);
        final long kindBefore = accounts.get(slot, GROUP_KIND);
        if (kindBefore != kind || accounts.get(slot, GROUP_ID) != id)
        {
            if (kindBefore != 0)
            {
                addToGroup(slot, -1);
                final int row = rowOf(group, instrument, RiskTable.NONE);
                setNet(row, held.get(row, NET) + accounts.get(slot, NET));
                held.set(row, BALANCE, clamp(held.get(row, BALANCE) + accounts.get(slot, BALANCE)));
                GroupWords.mark(groups, group, GroupWords.MARGINED);
            }
            accounts.set(slot, GROUP_KIND, kind);
            accounts.set(slot, GROUP_ID, id);
            accounts.set(slot, ROW, 0);
        }
        return slot;
    }

    /** Take what an account has out of its group's sums, if the group is still known. */
    private void addToGroup(final int slot, final int sign)
    {
        final int group = groups.find(accounts.get(slot, GROUP_KIND), accounts.get(slot, GROUP_ID));
        final int row = group == RiskTable.NONE ? RiskTable.NONE : held.find(group + 1L, accounts.get(slot, 1));
        if (row != RiskTable.NONE)
        {
            setNet(row, held.get(row, NET) + sign * accounts.get(slot, NET));
            held.set(row, BALANCE, clamp(held.get(row, BALANCE) + sign * accounts.get(slot, BALANCE)));
        }
    }

    private int move(final int slot, final int group, final int instrument, final int word, final long value)
    {
        final int row = rowOf(group, instrument, (int)accounts.get(slot, ROW) - 1);
        accounts.set(slot, ROW, row + 1L);
        final long whole = held.get(row, word) + value - accounts.get(slot, word);
        if (word == NET)
        {
            setNet(row, whole);
        }
        else
        {
            held.set(row, word, clamp(whole));
        }
        accounts.set(slot, word, value);
        return row;
    }

    private void setNet(final int row, final long lots)
    {
        final long net = clamp(lots);
        held.set(row, NET, net);
        lotsMax[instrument(row)] = Math.max(lotsMax[instrument(row)], Math.abs(net));
    }

    /** The likely row is not looked for if it is the right one still. */
    private int rowOf(final int group, final int instrument, final int likely)
    {
        if (likely != RiskTable.NONE && held.holds(likely, group + 1L, instrument))
        {
            held.touch(likely);
            return likely;
        }
        final int row = held.take(group + 1L, instrument);
        if (held.get(row, BEFORE) == 0 && first(group) != row) // it was not there
        {
            link(group, row);
        }
        return row;
    }

    private void link(final int group, final int row)
    {
        final long head = groups.get(group, GroupWords.POSITIONS);
        held.set(row, NEXT, head);
        if (head != 0)
        {
            held.set((int)head - 1, BEFORE, row + 1L);
        }
        groups.set(group, GroupWords.POSITIONS, row + 1L);
    }

    private void unlink(final int row)
    {
        final int group = (int)held.get(row, 0) - 1;
        final long next = held.get(row, NEXT);
        final long before = held.get(row, BEFORE);
        if (before == 0)
        {
            groups.set(group, GroupWords.POSITIONS, next);
        }
        else
        {
            held.set((int)before - 1, NEXT, next);
        }
        if (next != 0)
        {
            held.set((int)next - 1, BEFORE, before);
        }
    }

    private void forgetAccount(final int slot, final LossListener losses)
    {
        losses.onLoss(LossListener.ACCOUNTS, accounts.get(slot, 0), accounts.get(slot, NET));
        if (accounts.get(slot, GROUP_KIND) != 0)
        {
            addToGroup(slot, -1);
        }
    }

    private static long clamp(final long lots)
    {
        return Math.max(-LOTS_MAX, Math.min(LOTS_MAX, lots));
    }
}
