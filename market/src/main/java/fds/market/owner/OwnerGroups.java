package fds.market.owner;

import fds.market.event.Absent;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.BitUtil;
import org.agrona.collections.Hashing;

/**
 * From account to owner group and role: reference data that control records and OWNER_GROUP events write and every
 * shard holds alike. An account that nobody named is its own group. Owned by one thread.
 */
public final class OwnerGroups
{
    /** The group is the account itself. */
    public static final int KIND_SOLO = 0;

    /** The group was named. */
    public static final int KIND_NAMED = 1;

    private static final int WORDS = 4; // account, venue, group, role

    private final int capacity;
    private final int mask;
    private final long[] entries; // [position * WORDS]

    private int size;
    private long version;
    private long refusedCount;

    /**
     * Make the table.
     *
     * @param capacity accounts with a named group or role, 1 or more.
     */
    public OwnerGroups(final int capacity)
    {
        this.capacity = capacity;
        final int positions = BitUtil.findNextPositivePowerOfTwo(2 * Math.max(8, capacity));
        mask = positions - 1;
        entries = new long[positions * WORDS];
    }

    /**
     * Set an account's group and role.
     *
     * @param venueId   of the account.
     * @param accountId not {@link Absent#UNKNOWN_ID}.
     * @param groupId   of the group, or {@link Absent#UNKNOWN_ID}: its own group.
     * @param role      code of {@link Role}, or -1 to leave it as it is.
     * @return false when the table is full: the account stays its own group, and the caller journals the blind spot.
     */
    public boolean put(final int venueId, final long accountId, final long groupId, final int role)
    {
        final int at = positionOf(venueId, accountId);
        if (entries[at] == Absent.UNKNOWN_ID)
        {
            if (size == capacity)
            {
                refusedCount++;
                return false;
            }
            size++;
            entries[at] = accountId;
            entries[at + 1] = venueId;
        }
        entries[at + 2] = groupId;
        if (role >= 0)
        {
            entries[at + 3] = role;
        }
        version++;
        return true;
    }

    /**
     * An account's named group.
     *
     * @param venueId   of the account.
     * @param accountId any.
     * @return the group's id, or {@link Absent#UNKNOWN_ID}: the account is its own group.
     */
    public long groupOf(final int venueId, final long accountId)
    {
        return accountId == Absent.UNKNOWN_ID ? Absent.UNKNOWN_ID : entries[positionOf(venueId, accountId) + 2];
    }

    /**
     * An account's role.
     *
     * @param venueId   of the account.
     * @param accountId any.
     * @return code of {@link Role}.
     */
    public int roleOf(final int venueId, final long accountId)
    {
        return accountId == Absent.UNKNOWN_ID ? 0 : (int)entries[positionOf(venueId, accountId) + 3];
    }

    /**
     * Show every account with a named group or role.
     *
     * @param visitor shown each, in no order that means anything.
     */
    public void forEach(final OwnerVisitor visitor)
    {
        for (int at = 0; at < entries.length; at += WORDS)
        {
            if (entries[at] != Absent.UNKNOWN_ID)
            {
                visitor.onOwner((int)entries[at + 1], entries[at], entries[at + 2], (int)entries[at + 3]);
            }
        }
    }

    /**
     * Load an account's entry; for looking ahead.
     *
     * @param venueId   of the account.
     * @param accountId any.
     * @return something that depends on it.
     */
    public long touch(final int venueId, final long accountId)
    {
        return entries[Hashing.hash(accountId * 31 + venueId, mask) * WORDS];
    }

    /**
     * How often the map has changed.
     *
     * @return 0 or more.
     */
    public long version()
    {
        return version;
    }

    public long refusedCount()
    {
        return refusedCount;
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(size);
        state.putLong(version);
        state.putLong(refusedCount);
        for (int at = 0; at < entries.length; at += WORDS)
        {
            if (entries[at] != Absent.UNKNOWN_ID)
            {
                for (int word = 0; word < WORDS; word++)
                {
                    state.putLong(entries[at + word]);
                }
            }
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        java.util.Arrays.fill(entries, 0);
        size = 0;
        final long count = state.getLong();
        final long writtenVersion = state.getLong();
        final long writtenRefused = state.getLong();
        for (long i = 0; i < count; i++)
        {
            final long account = state.getLong();
            final int venue = (int)state.getLong();
            final long group = state.getLong();
            put(venue, account, group, (int)state.getLong());
        }
        version = writtenVersion;
        refusedCount = writtenRefused;
    }

    private int positionOf(final int venueId, final long accountId)
    {
        int position = Hashing.hash(accountId * 31 + venueId, mask);
        while (true)
        {
            final int at = position * WORDS;
            if (entries[at] == Absent.UNKNOWN_ID || entries[at] == accountId && entries[at + 1] == venueId)
            {
                return at;
            }
            position = position + 1 & mask;
        }
    }
}
