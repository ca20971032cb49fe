package fds.risk.pattern;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Unit;

/**
 * What findings weigh.
 *
 * @param lowPoints          of a finding of low severity at full score.
 * @param mediumPoints       of medium severity.
 * @param highPoints         of high severity.
 * @param criticalPoints     of critical severity.
 * @param detectorPoints     most that one detector can give by repeating itself.
 * @param halfLifeNanos      findings weigh half after it.
 * @param corroborationPpm   more for each further detector that agrees.
 * @param agreePoints        that a detector must have left to count as agreeing.
 * @param recurrenceNanos    an alert of the same detector within this time of the one before has come again.
 * @param recurrencePpm      more for each time that an alert came again.
 * @param recurrenceMax      times that count.
 */
public record PatternConfig(
    @Parameter(unit = Unit.COUNT, max = 100, doc = "points of a finding of low severity at a score of 100")
    long lowPoints,
    @Parameter(unit = Unit.COUNT, max = 100, doc = "points of a finding of medium severity at a score of 100")
    long mediumPoints,
    @Parameter(unit = Unit.COUNT, max = 100, doc = "points of a finding of high severity at a score of 100")
    long highPoints,
    @Parameter(unit = Unit.COUNT, max = 100, doc = "points of a finding of critical severity at a score of 100")
    long criticalPoints,
    @Parameter(unit = Unit.COUNT, min = 1, max = 100, doc = "most that one detector gives, however often it repeats")
    long detectorPoints,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = 31_536_000_000_000_000L,
        doc = "time after which a finding weighs half")
    long halfLifeNanos,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "more for each further detector that agrees")
    long corroborationPpm,
    @Parameter(unit = Unit.COUNT, min = 1, max = 100, doc = "points that a detector must have left to agree")
    long agreePoints,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = 31_536_000_000_000_000L,
        doc = "an alert of the same detector within this time of the one before has come again")
    long recurrenceNanos,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "more for each time that an alert came again")
    long recurrencePpm,
    @Parameter(unit = Unit.COUNT, max = 100, doc = "times that count")
    long recurrenceMax)
{
    /** Proposed, to be calibrated. The 15 days are those within which supervisors look for repetition. */
    public static final PatternConfig DEFAULT = new PatternConfig(5, 15, 40, 70, 60, TimeUnit.DAYS.toNanos(1), 300_000,
        3, TimeUnit.DAYS.toNanos(15), 250_000, 4);

    /** Checks the ranges. */
    public PatternConfig
    {
        Parameters.check(PatternConfig.class, lowPoints, mediumPoints, highPoints, criticalPoints, detectorPoints,
            halfLifeNanos, corroborationPpm, agreePoints, recurrenceNanos, recurrencePpm, recurrenceMax);
    }

    /**
     * Points of a finding at full score.
     *
     * @param severity code.
     * @return points.
     */
    public long pointsOf(final int severity)
    {
        return severity <= 0 ? lowPoints : severity == 1 ? mediumPoints : severity == 2 ? highPoints : criticalPoints;
    }
}
