package fds.market.partition;

/**
 * How much a partition may keep. Part of the detection configuration: what is given up decides.
 *
 * @param ordersPerPartition live orders.
 * @param pairsPerPartition  account × instrument.
 * @param groupsPerPartition owner group × instrument.
 * @param levelsPerSide      price levels of one side of one book.
 * @param instruments        of all partitions together.
 * @param ownedAccounts      accounts with a named group or role, of all partitions together.
 */
public record Capacity(
    int ordersPerPartition,
    int pairsPerPartition,
    int groupsPerPartition,
    int levelsPerSide,
    int instruments,
    int ownedAccounts)
{
    /** What is kept when nobody says. */
    public static final Capacity DEFAULT = new Capacity(1 << 17, 1 << 15, 1 << 15, 2048, 1 << 14, 1 << 18);

    /** Checks the ranges. */
    public Capacity
    {
        require(ordersPerPartition, 16, 1 << 22, "orders_per_partition");
        require(pairsPerPartition, 16, 1 << 21, "pairs_per_partition");
        require(groupsPerPartition, 16, 1 << 21, "groups_per_partition");
        require(levelsPerSide, 2, 1 << 16, "levels_per_side");
        require(instruments, 1, 1 << 20, "instruments");
        require(ownedAccounts, 1, 1 << 24, "owned_accounts");
    }

    private static void require(final int value, final int min, final int max, final String key)
    {
        if (value < min || value > max)
        {
            throw new IllegalArgumentException(key + " is " + value + ": must be " + min + " to " + max);
        }
    }
}
