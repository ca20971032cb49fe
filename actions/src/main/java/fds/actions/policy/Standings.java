package fds.actions.policy;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * How an account or owner group stands: its level of risk, and the recent alerts that name it. When full, the one that
 * was quiet longest is given up. Owned by one thread.
 */
final class Standings
{
    /** No standing. */
    static final int NONE = KeyedRows.NONE;

    private static final int GROUNDS = ActionProposal.GROUNDS_MAX;
    private static final int ID = 0;
    private static final int VENUE_KIND = 1;
    private static final int RISK_LEVEL = 2;
    private static final int ALERT_LEVEL = 3; // severity + 1, 0: none
    private static final int ALERT_TIME = 4;
    private static final int TYPOLOGIES = 5;  // bit 1 << ordinal
    private static final int TAGS = 6;
    private static final int ALERT_COUNT = 7;
    private static final int ALERTS = 8;      // [ALERTS + index], ring by count
    private static final int LIMIT_CURSOR = ALERTS + GROUNDS;
    private static final int LIMIT_COUNT = LIMIT_CURSOR + 1;
    private static final int LIMIT_TIMES = LIMIT_COUNT + 1;

    private final KeyedRows rows;
    private final long memoryNanos;
    private final long windowNanos;
    private final int countMax;

    Standings(final PolicyLimits limits)
    {
        countMax = limits.accountCount();
        memoryNanos = limits.memoryNanos();
        windowNanos = limits.windowNanos();
        rows = new KeyedRows(limits.accountCapacity(), LIMIT_TIMES + countMax);
    }

    static int rowBytes(final PolicyLimits limits)
    {
        return KeyedRows.rowBytes(LIMIT_TIMES + limits.accountCount());
    }

    int find(final int kind, final int venueId, final long id)
    {
        final long venueKind = venueKind(kind, venueId);
        int row = rows.first(hash(venueKind, id));
        while (row != NONE && (rows.get(row, ID) != id || rows.get(row, VENUE_KIND) != venueKind))
        {
            row = rows.next(row);
        }
        return row;
    }

    /** A row for it, or NONE when one has to be given up first. */
    int findOrTake(final int kind, final int venueId, final long id)
    {
        int row = find(kind, venueId, id);
        if (row == NONE)
        {
            final long venueKind = venueKind(kind, venueId);
            row = rows.take(hash(venueKind, id));
            if (row != NONE)
            {
                rows.set(row, ID, id);
                rows.set(row, VENUE_KIND, venueKind);
            }
        }
        else
        {
            rows.touch(row);
        }
        return row;
    }

    int oldest()
    {
        return rows.oldest();
    }

    int newer(final int row)
    {
        return rows.newer(row);
    }

    long id(final int row)
    {
        return rows.get(row, ID);
    }

    int venueId(final int row)
    {
        return (int)(rows.get(row, VENUE_KIND) >>> 8);
    }

    int kind(final int row)
    {
        return (int)(rows.get(row, VENUE_KIND) & 0xFF);
    }

    void free(final int row)
    {
        rows.free(row);
    }

    /** Whether something would be forgotten with it. */
    boolean isAlive(final int row, final long timeNanos)
    {
        return rows.get(row, RISK_LEVEL) > 0 || hasAlerts(row, timeNanos);
    }

    void riskLevel(final int row, final int level)
    {
        rows.set(row, RISK_LEVEL, level);
    }

    int riskLevel(final int row)
    {
        return (int)rows.get(row, RISK_LEVEL);
    }

    /** Severity of the gravest recent alert, or -1. */
    int alertLevel(final int row, final long timeNanos)
    {
        return hasAlerts(row, timeNanos) ? (int)rows.get(row, ALERT_LEVEL) - 1 : -1;
    }

    /** Bits of the typologies of recent alerts. */
    long typologies(final int row, final long timeNanos)
    {
        return hasAlerts(row, timeNanos) ? rows.get(row, TYPOLOGIES) : 0;
    }

    long tags(final int row, final long timeNanos)
    {
        return hasAlerts(row, timeNanos) ? rows.get(row, TAGS) : 0;
    }

    void onAlert(
        final int row, final long alert, final int typology, final int severity, final long tags, final long timeNanos)
    {
        if (!hasAlerts(row, timeNanos))
        {
            rows.set(row, ALERT_LEVEL, 0);
            rows.set(row, TYPOLOGIES, 0);
            rows.set(row, TAGS, 0);
            rows.set(row, ALERT_COUNT, 0);
        }
        rows.set(row, ALERT_TIME, timeNanos);
        rows.set(row, ALERT_LEVEL, Math.max(rows.get(row, ALERT_LEVEL), severity + 1));
        rows.set(row, TYPOLOGIES, rows.get(row, TYPOLOGIES) | 1L << typology);
        rows.set(row, TAGS, rows.get(row, TAGS) | tags);
        if (knows(row, alert))
        {
            return;
        }
        final long count = rows.get(row, ALERT_COUNT);
        rows.set(row, ALERTS + (int)(count % GROUNDS), alert);
        rows.set(row, ALERT_COUNT, count + 1);
    }

    /** Whether an alert is among the newest that name it. */
    boolean knows(final int row, final long alert)
    {
        for (int i = 0; i < Math.min(rows.get(row, ALERT_COUNT), GROUNDS); i++)
        {
            if (rows.get(row, ALERTS + i) == alert)
            {
                return true;
            }
        }
        return false;
    }

    /** Name its recent alerts as ground, the newest first. */
    void addGrounds(final int row, final long timeNanos, final ActionProposal proposal)
    {
        if (!hasAlerts(row, timeNanos))
        {
            return;
        }
        final long count = rows.get(row, ALERT_COUNT);
        for (int i = 1; i <= Math.min(count, GROUNDS); i++)
        {
            proposal.addGround(rows.get(row, ALERTS + (int)((count - i) % GROUNDS)));
        }
    }

    /** Whether one more action is within the account's limit. */
    boolean admits(final int row, final long timeNanos)
    {
        final int cursor = (int)rows.get(row, LIMIT_CURSOR);
        return rows.get(row, LIMIT_COUNT) < countMax ||
            timeNanos - rows.get(row, LIMIT_TIMES + cursor) >= windowNanos;
    }

    void onAction(final int row, final long timeNanos)
    {
        final int cursor = (int)rows.get(row, LIMIT_CURSOR);
        rows.set(row, LIMIT_TIMES + cursor, timeNanos);
        rows.set(row, LIMIT_CURSOR, cursor + 1 == countMax ? 0 : cursor + 1);
        rows.set(row, LIMIT_COUNT, Math.min(rows.get(row, LIMIT_COUNT) + 1, countMax));
    }

    void write(final StateWriter state)
    {
        rows.write(state);
    }

    void read(final StateReader state)
    {
        rows.read(state);
    }

    private boolean hasAlerts(final int row, final long timeNanos)
    {
        return rows.get(row, ALERT_LEVEL) > 0 && timeNanos - rows.get(row, ALERT_TIME) < memoryNanos;
    }

    private static long venueKind(final int kind, final int venueId)
    {
        return (long)venueId << 8 | kind;
    }

    private static long hash(final long venueKind, final long id)
    {
        return KeyedRows.mix(KeyedRows.mix(id) ^ venueKind);
    }
}
