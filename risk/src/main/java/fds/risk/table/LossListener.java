package fds.risk.table;

/** Hears of what a full table of risk gives up, to be journaled as a blind spot. */
@FunctionalInterface
public interface LossListener
{
    /** An owner group: what was found about it, and what it holds. */
    int GROUPS = 16;
    /** Account × instrument: its share of the group's position. */
    int ACCOUNTS = 17;
    /** Owner group × instrument: a position. */
    int POSITIONS = 18;
    /** Ids of listed addresses. */
    int LISTED = 19;
    /** What one detector found about an owner group. */
    int DETECTORS = 20;

    /**
     * Something was given up.
     *
     * @param table   code of the table in the blind spot.
     * @param subject key that was given up.
     * @param value   how much: net lots, or a level; of DETECTORS the detector's number.
     */
    void onLoss(int table, long subject, long value);
}
