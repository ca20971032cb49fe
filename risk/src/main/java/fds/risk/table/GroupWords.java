package fds.risk.table;

/** Where the words of an owner group lie in its slot: one record for all areas, so that a group is found once. */
public final class GroupWords
{
    /** Key: venue and whether the group was named. */
    public static final int VENUE_AND_KIND = 0;
    /** Key: id of the group; of a solo group the account's. */
    public static final int ID = 1;
    // What each fill and each tick look at comes first: it lies in the line of the key.
    /** Code of the level last told. */
    public static final int LEVEL = 2;
    /** Not 0: waits to be judged at the next tick. */
    public static final int WAITS = 3;
    /** Slot + 1 of its newest position, 0 when it has none. */
    public static final int POSITIONS = 4;
    /** Code of the role that was seen last. */
    public static final int ROLE = 5;
    /** What there is to look at: bits {@link #FOUND} to {@link #MARGINED}; 0 of most groups. */
    public static final int MARKS = 6;
    /** Not 0: an address of its own is listed. */
    public static final int SANCTIONED = 7;
    /** Points of dealings with somebody listed, decayed, in millionths. */
    public static final int COUNTERPARTY = 8;
    /** Engine time of {@link #COUNTERPARTY}. */
    public static final int COUNTERPARTY_TIME = 9;
    /** Withdrawn, decayed, in USD. */
    public static final int WITHDRAWN = 10;
    /** Engine time of {@link #WITHDRAWN}. */
    public static final int WITHDRAWN_TIME = 11;
    /** Alerts told so far; the newest lie in {@link #ALERTS}. */
    public static final int ALERT_COUNT = 12;
    /** The newest alerts: [(count - 1) % {@value #ALERTS_MAX}]. */
    public static final int ALERTS = 13;
    /** Most alerts that a change names. */
    public static final int ALERTS_MAX = 4;
    /** What detectors found: [detector * DETECTOR_WORDS]. */
    public static final int DETECTORS = ALERTS + ALERTS_MAX;
    /** Detectors that are kept of a group. */
    public static final int DETECTORS_MAX = 8;
    /** Words of a detector. */
    public static final int DETECTOR_WORDS = 4;
    /** Words of a group's slot. */
    public static final int COUNT = DETECTORS + DETECTORS_MAX * DETECTOR_WORDS;

    /** Bit of {@link #MARKS}: a detector found something. */
    public static final long FOUND = 1;
    /** Bit of {@link #MARKS}: it is listed, or dealt with somebody who is. */
    public static final long LISTED = 2;
    /** Bit of {@link #MARKS}: it withdrew something. */
    public static final long WITHDREW = 4;
    /** Bit of {@link #MARKS}: a balance or a liquidation price of it was told. */
    public static final long MARGINED = 8;

    private GroupWords()
    {
    }

    /**
     * Mark a group.
     *
     * @param groups table of groups.
     * @param group  slot.
     * @param mark   bit of {@link #MARKS}.
     */
    public static void mark(final RiskTable groups, final int group, final long mark)
    {
        groups.set(group, MARKS, groups.get(group, MARKS) | mark);
    }

    /**
     * The first word of a group's key.
     *
     * @param venueId of its accounts.
     * @param kind    {@code OwnerGroups.KIND_SOLO} or {@code KIND_NAMED}.
     * @return never 0.
     */
    public static long venueAndKind(final int venueId, final int kind)
    {
        return (long)venueId + 1 << 1 | kind;
    }

    /**
     * The venue in a key's first word.
     *
     * @param first word.
     * @return id of the venue.
     */
    public static int venueOf(final long first)
    {
        return (int)(first >>> 1) - 1;
    }

    /**
     * The kind of group in a key's first word.
     *
     * @param first word.
     * @return {@code OwnerGroups.KIND_SOLO} or {@code KIND_NAMED}.
     */
    public static int kindOf(final long first)
    {
        return (int)first & 1;
    }
}
