package fds.actions.policy;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Unit;

/**
 * How long actions last, how many there may be, and what is kept of them. All times are engine time.
 *
 * @param freezeNanos      how long a freeze lasts.
 * @param cancelNanos      how long orders are cancelled without asking again.
 * @param restrictNanos    how long trading stays restricted.
 * @param marginNanos      how long margin stays raised.
 * @param holdNanos        how long a withdrawal is held at most.
 * @param rejectNanos      how long the verdict on an order holds.
 * @param adminNanos       how long people are not called again about the same account.
 * @param userNanos        how long an account's owner is not written to again.
 * @param marginPpm        by how much margin is raised.
 * @param memoryNanos      how long alerts of an account count, and how long actions that are over are remembered.
 * @param accountCount     actions of one account in a window, at most; verdicts not counted.
 * @param kindCount        actions of one kind in a window, at most; verdicts not counted.
 * @param windowNanos      of both limits.
 * @param freezeCount      freezes without a person's word in the breaker's window, at most.
 * @param breakerNanos     window of the breaker.
 * @param resetNanos       after which the breaker resets itself; 0: only a person resets it.
 * @param approvalNanos    how long an action waits for a person.
 * @param retryCount       how often a failed command is sent again.
 * @param retryNanos       how long after the failure.
 * @param acknowledgeNanos after which a command that nobody answered counts as failed; 0: never.
 * @param actionCapacity   actions kept.
 * @param accountCapacity  accounts and owner groups kept with their alerts and level.
 */
public record PolicyLimits(
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = YEAR, doc = "How long a freeze lasts.")
    long freezeNanos,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = YEAR,
        doc = "How long orders are not cancelled again for another ground.")
    long cancelNanos,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = YEAR, doc = "How long trading stays restricted.")
    long restrictNanos,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = YEAR, doc = "How long margin stays raised.")
    long marginNanos,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = YEAR, doc = "How long a withdrawal is held at most.")
    long holdNanos,
    @Parameter(unit = Unit.NANOS, min = 1_000_000L, max = YEAR, doc = "How long the verdict on an order holds.")
    long rejectNanos,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = YEAR,
        doc = "How long people are not called again about the same account.")
    long adminNanos,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = YEAR,
        doc = "How long an account's owner is not written to again.")
    long userNanos,
    @Parameter(unit = Unit.PPM, min = 1, max = 10_000_000, doc = "By how much margin is raised.")
    long marginPpm,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = YEAR,
        doc = "How long an account's alerts count, and how long actions that are over are remembered.")
    long memoryNanos,
    @Parameter(unit = Unit.COUNT, min = 1, max = 64, doc = "Actions of one account in a window, at most.")
    int accountCount,
    @Parameter(unit = Unit.COUNT, min = 1, max = 65_536, doc = "Actions of one kind in a window, at most.")
    int kindCount,
    @Parameter(unit = Unit.NANOS, min = 1_000_000L, max = YEAR, doc = "Window of both limits.")
    long windowNanos,
    @Parameter(unit = Unit.COUNT, min = 1, max = 65_536,
        doc = "Freezes without a person's word in the breaker's window, at most; one more and a person decides.")
    int freezeCount,
    @Parameter(unit = Unit.NANOS, min = 1_000_000L, max = YEAR, doc = "Window of the breaker.")
    long breakerNanos,
    @Parameter(unit = Unit.NANOS, min = 0, max = YEAR,
        doc = "After which the breaker resets itself; 0: only a person resets it.")
    long resetNanos,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = YEAR, doc = "How long an action waits for a person.")
    long approvalNanos,
    @Parameter(unit = Unit.COUNT, min = 0, max = 100, doc = "How often a failed command is sent again.")
    int retryCount,
    @Parameter(unit = Unit.NANOS, min = 0, max = YEAR, doc = "How long after the failure it is sent again.")
    long retryNanos,
    @Parameter(unit = Unit.NANOS, min = 0, max = YEAR,
        doc = "After which a command that nobody answered counts as failed; 0: never.")
    long acknowledgeNanos,
    @Parameter(unit = Unit.COUNT, min = 16, max = 1 << 20, doc = "Actions kept.")
    int actionCapacity,
    @Parameter(unit = Unit.COUNT, min = 16, max = 1 << 20,
        doc = "Accounts and owner groups kept with their alerts and level.")
    int accountCapacity)
{
    /** The longest time allowed, in nanoseconds. */
    public static final long YEAR = 366L * 24 * 3_600_000_000_000L;

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** What holds where nobody says otherwise. */
    public static final PolicyLimits DEFAULT = new PolicyLimits(24 * HOUR, MINUTE, HOUR, 24 * HOUR, 24 * HOUR,
        10 * SECOND, MINUTE, HOUR, 500_000, 24 * HOUR, 10, 600, MINUTE, 5, MINUTE, 10 * MINUTE, HOUR, 2, 5 * SECOND, 0,
        4096, 16_384);

    /** Checks the ranges. */
    public PolicyLimits
    {
        Parameters.check(PolicyLimits.class, freezeNanos, cancelNanos, restrictNanos, marginNanos, holdNanos,
            rejectNanos, adminNanos, userNanos, marginPpm, memoryNanos, accountCount, kindCount, windowNanos,
            freezeCount, breakerNanos, resetNanos, approvalNanos, retryCount, retryNanos, acknowledgeNanos,
            actionCapacity, accountCapacity);
    }

    /**
     * Whether what is kept has the same shape under other limits, so that it can be taken over.
     *
     * @param other limits.
     * @return true when every count and capacity that something is kept by is the same; times may differ.
     */
    boolean hasShapeOf(final PolicyLimits other)
    {
        return actionCapacity == other.actionCapacity && accountCapacity == other.accountCapacity &&
            accountCount == other.accountCount && kindCount == other.kindCount && freezeCount == other.freezeCount;
    }

    /**
     * How long an action of a kind is in force.
     *
     * @param kind of action.
     * @return nanoseconds of engine time.
     */
    public long durationNanos(final ActionKind kind)
    {
        return switch (kind)
        {
            case FREEZE_ACCOUNT -> freezeNanos;
            case CANCEL_ORDERS -> cancelNanos;
            case NOTIFY_ADMIN -> adminNanos;
            case RESTRICT_TRADING -> restrictNanos;
            case INCREASE_MARGIN -> marginNanos;
            case NOTIFY_USER -> userNanos;
            case REJECT_ORDER -> rejectNanos;
            case HOLD_WITHDRAWAL -> holdNanos;
        };
    }
}
