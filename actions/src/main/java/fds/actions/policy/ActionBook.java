package fds.actions.policy;

import fds.actions.notice.Notice;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * The actions that were decided, each with its state, so that none is decided twice. A flat table: when it is full, the
 * oldest that is over is forgotten, and if none is over, the oldest. Owned by one thread; allocates nothing after
 * construction.
 */
final class ActionBook
{
    /** No action. */
    static final int NONE = KeyedRows.NONE;

    /** For ever, as far as this program goes. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int GROUNDS = ActionProposal.GROUNDS_MAX;
    private static final int ACTION = 0;
    private static final int KEY = 1;
    private static final int ACCOUNT = 2;
    private static final int DISCRIMINATOR = 3;
    private static final int EXPIRY = 4;      // of what was done; of PENDING the time until which a person may allow it
    private static final int DUE = 5;         // next thing that time does to it
    private static final int DURATION = 6;
    private static final int VALUE = 7;
    private static final int TAGS = 8;
    private static final int VENUE_INSTRUMENT = 9;
    private static final int CODES = 10;      // a byte each: kind, state, level, typology, role, attempt, flags, notice
    private static final int ORDER = 11;
    private static final int REFERENCE = 12;
    private static final int GROUND_COUNT = 13;
    private static final int ALERTS = 14;     // [ALERTS + index]
    private static final int WORDS = ALERTS + GROUNDS;

    /** Of an action: its row, and the row that finds it by its id. */
    static final int ROW_BYTES = KeyedRows.rowBytes(WORDS) + KeyedRows.rowBytes(2);

    private static final int KIND_AT = 0;
    private static final int STATE_AT = 8;
    private static final int LEVEL_AT = 16;
    private static final int TYPOLOGY_AT = 24;
    private static final int ROLE_AT = 32;
    private static final int ATTEMPT_AT = 40;
    private static final int FLAGS_AT = 48;
    private static final int NOTICE_AT = 56;

    private static final int APPROVAL_NEEDED = 1;
    private static final int RETRY_DUE = 2;
    private static final int ANSWER_DUE = 4;

    private final KeyedRows rows;
    private final KeyedRows byAction; // action, its row
    private long nextDueNanos = NEVER; // no row is due before

    ActionBook(final int capacity)
    {
        rows = new KeyedRows(capacity, WORDS);
        byAction = new KeyedRows(capacity, 2);
    }

    int find(final long action)
    {
        final int at = indexOf(action);
        return at == NONE ? NONE : (int)byAction.get(at, 1);
    }

    /** Whether the proposal was decided before, or what it wants is in force for other reasons. */
    boolean isDuplicate(final ActionProposal proposal, final long key, final long timeNanos)
    {
        for (int row = rows.first(proposal.standingHash()); row != NONE; row = rows.next(row))
        {
            if (rows.get(row, KEY) == key || isSame(row, proposal) && standsInTheWay(row, timeNanos))
            {
                return true;
            }
        }
        return false;
    }

    /** The action to be forgotten when there is no room for another, or NONE. */
    int toForget()
    {
        for (int row = rows.oldest(); row != NONE; row = rows.newer(row))
        {
            if (state(row).isFinal())
            {
                return row;
            }
        }
        return rows.oldest();
    }

    /** A new action, or NONE when the table is full. */
    int open(
        final ActionProposal proposal,
        final long key,
        final long action,
        final ActionState state,
        final long durationNanos,
        final long expiryNanos)
    {
        final int row = rows.take(proposal.standingHash());
        if (row == NONE)
        {
            return NONE;
        }
        index(action, row);
        rows.set(row, ACTION, action);
        rows.set(row, KEY, key);
        rows.set(row, ACCOUNT, proposal.account);
        rows.set(row, DISCRIMINATOR, proposal.discriminator);
        rows.set(row, DURATION, durationNanos);
        rows.set(row, VALUE, proposal.value);
        rows.set(row, TAGS, proposal.tags);
        rows.set(row, VENUE_INSTRUMENT, (long)proposal.venueId << 32 | proposal.instrumentId);
        rows.set(row, ORDER, proposal.order);
        rows.set(row, REFERENCE, proposal.reference);
        rows.set(row, GROUND_COUNT, proposal.groundCount);
        for (int i = 0; i < proposal.groundCount; i++)
        {
            rows.set(row, ALERTS + i, proposal.grounds[i]);
        }
        code(row, KIND_AT, proposal.kind.ordinal());
        code(row, LEVEL_AT, proposal.level);
        code(row, TYPOLOGY_AT, proposal.typology);
        code(row, ROLE_AT, proposal.role);
        code(row, FLAGS_AT, state == ActionState.PENDING ? APPROVAL_NEEDED : 0);
        code(row, NOTICE_AT, proposal.notice.ordinal());
        code(row, ATTEMPT_AT, state.leaves() ? 1 : 0);
        state(row, state);
        expiry(row, expiryNanos);
        return row;
    }

    void forget(final int row)
    {
        byAction.free(indexOf(rows.get(row, ACTION)));
        rows.free(row);
    }

    /** Whether something may still come of it at its venue. */
    boolean isInForce(final int row, final long timeNanos)
    {
        return !state(row).isFinal() && timeNanos < rows.get(row, EXPIRY);
    }

    void state(final int row, final ActionState state)
    {
        code(row, STATE_AT, state.ordinal());
    }

    ActionState state(final int row)
    {
        return ActionState.of(code(row, STATE_AT));
    }

    /** Its time is over then; nothing else is waited for. */
    void expiry(final int row, final long timeNanos)
    {
        rows.set(row, EXPIRY, timeNanos);
        waitForNothing(row);
    }

    /** It is sent again then, if its time is not over before. */
    void retryAt(final int row, final long timeNanos)
    {
        code(row, FLAGS_AT, code(row, FLAGS_AT) & APPROVAL_NEEDED | RETRY_DUE);
        due(row, Math.min(timeNanos, rows.get(row, EXPIRY)));
    }

    /** Somebody has to have answered by then, if its time is not over before. */
    void answerBy(final int row, final long timeNanos)
    {
        code(row, FLAGS_AT, code(row, FLAGS_AT) & APPROVAL_NEEDED | ANSWER_DUE);
        due(row, Math.min(timeNanos, rows.get(row, EXPIRY)));
    }

    /** Neither a retry nor an answer is waited for. */
    void waitForNothing(final int row)
    {
        code(row, FLAGS_AT, code(row, FLAGS_AT) & APPROVAL_NEEDED);
        due(row, rows.get(row, EXPIRY));
    }

    boolean isRetryDue(final int row)
    {
        return (code(row, FLAGS_AT) & RETRY_DUE) != 0;
    }

    boolean isAnswerDue(final int row)
    {
        return (code(row, FLAGS_AT) & ANSWER_DUE) != 0;
    }

    long dueNanos(final int row)
    {
        return rows.get(row, DUE);
    }

    long expiryNanos(final int row)
    {
        return rows.get(row, EXPIRY);
    }

    long durationNanos(final int row)
    {
        return rows.get(row, DURATION);
    }

    void attempt(final int row, final int attempt)
    {
        code(row, ATTEMPT_AT, attempt);
    }

    int attempt(final int row)
    {
        return code(row, ATTEMPT_AT);
    }

    /** Whether anything may be due: false costs one comparison. */
    boolean mayBeDue(final long timeNanos)
    {
        return timeNanos >= nextDueNanos;
    }

    /** After all that was due has been seen to. */
    void findNextDue()
    {
        nextDueNanos = NEVER;
        for (int row = rows.oldest(); row != NONE; row = rows.newer(row))
        {
            nextDueNanos = Math.min(nextDueNanos, rows.get(row, DUE));
        }
    }

    int oldest()
    {
        return rows.oldest();
    }

    int newer(final int row)
    {
        return rows.newer(row);
    }

    int size()
    {
        return rows.size();
    }

    long action(final int row)
    {
        return rows.get(row, ACTION);
    }

    long key(final int row)
    {
        return rows.get(row, KEY);
    }

    long account(final int row)
    {
        return rows.get(row, ACCOUNT);
    }

    int venueId(final int row)
    {
        return (int)(rows.get(row, VENUE_INSTRUMENT) >>> 32);
    }

    /** Show a record's writer what was proposed once. */
    void fill(final int row, final ActionProposal proposal)
    {
        proposal.account = rows.get(row, ACCOUNT);
        proposal.discriminator = rows.get(row, DISCRIMINATOR);
        proposal.value = rows.get(row, VALUE);
        proposal.tags = rows.get(row, TAGS);
        proposal.venueId = venueId(row);
        proposal.instrumentId = (int)rows.get(row, VENUE_INSTRUMENT);
        proposal.order = rows.get(row, ORDER);
        proposal.reference = rows.get(row, REFERENCE);
        proposal.kind = ActionKind.of(code(row, KIND_AT));
        proposal.level = code(row, LEVEL_AT);
        proposal.typology = code(row, TYPOLOGY_AT);
        proposal.role = code(row, ROLE_AT);
        proposal.approvalNeeded = (code(row, FLAGS_AT) & APPROVAL_NEEDED) != 0;
        proposal.notice = Notice.of(code(row, NOTICE_AT));
        proposal.clearGrounds();
        for (int i = 0; i < rows.get(row, GROUND_COUNT); i++)
        {
            proposal.addGround(rows.get(row, ALERTS + i));
        }
    }

    void write(final StateWriter state)
    {
        rows.write(state);
    }

    void read(final StateReader state)
    {
        rows.read(state);
        byAction.clear();
        for (int row = rows.oldest(); row != NONE; row = rows.newer(row))
        {
            index(rows.get(row, ACTION), row);
        }
        findNextDue();
    }

    private void index(final long action, final int row)
    {
        final int at = byAction.take(KeyedRows.mix(action));
        byAction.set(at, 0, action);
        byAction.set(at, 1, row);
    }

    private int indexOf(final long action)
    {
        int at = byAction.first(KeyedRows.mix(action));
        while (at != NONE && byAction.get(at, 0) != action)
        {
            at = byAction.next(at);
        }
        return at;
    }

    /** What is soon over does not keep another ground from renewing it. */
    private boolean standsInTheWay(final int row, final long timeNanos)
    {
        return isInForce(row, timeNanos) && (state(row) == ActionState.PENDING ||
            rows.get(row, EXPIRY) - timeNanos > rows.get(row, DURATION) / 2);
    }

    private boolean isSame(final int row, final ActionProposal proposal)
    {
        return rows.get(row, ACCOUNT) == proposal.account && venueId(row) == proposal.venueId &&
            code(row, KIND_AT) == proposal.kind.ordinal() &&
            rows.get(row, DISCRIMINATOR) == proposal.discriminator;
    }

    private void due(final int row, final long timeNanos)
    {
        rows.set(row, DUE, timeNanos);
        nextDueNanos = Math.min(nextDueNanos, timeNanos);
    }

    private int code(final int row, final int at)
    {
        return (int)(rows.get(row, CODES) >>> at & 0xFF);
    }

    private void code(final int row, final int at, final int value)
    {
        rows.set(row, CODES, rows.get(row, CODES) & ~(0xFFL << at) | (long)(value & 0xFF) << at);
    }
}
