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
    /** Not 0: an address of its own is listed. */
    public static final int SANCTIONED = 6;
    /** Points of dealings with somebody listed, decayed, in millionths. */
    public static final int COUNTERPARTY = 7;
    /** Engine time of {@link #COUNTERPARTY}. */
    public static final int COUNTERPARTY_TIME = 8;
    /** Withdrawn, decayed, in USD. */
    public static final int WITHDRAWN = 9;
    /** Engine time of {@link #WITHDRAWN}. */
    public static final int WITHDRAWN_TIME = 10;
    /** Alerts told so far; the newest lie in {@link #ALERTS}. */
    public static final int ALERT_COUNT = 11;
    /** The newest alerts: [(count - 1) % {@value #ALERTS_MAX}]. */
    public static final int ALERTS = 12;
    /** Most alerts that a change names. */
    public static final int ALERTS_MAX = 4;
    /** Not 0: a balance or a liquidation price of it was told. */
    public static final int MARGINED = ALERTS + ALERTS_MAX;
    /** What detectors found: [detector * DETECTOR_WORDS]; no room is left in front of one that is kept. */
    public static final int DETECTORS = MARGINED + 1;
    /** Detectors that are kept of a group. */
    public static final int DETECTORS_MAX = 8;
    /** Words of a detector. */
    public static final int DETECTOR_WORDS = 4;
    /** Words of a group's slot. */
    public static final int COUNT = DETECTORS + DETECTORS_MAX * DETECTOR_WORDS;

    private GroupWords()
    {
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
