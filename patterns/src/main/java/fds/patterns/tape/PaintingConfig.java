package fds.patterns.tape;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When small trades of one owner paint the tape, within a minute.
 *
 * @param tradeCount    small trades of the owner.
 * @param smallLots     a trade of so many lots is small, or one
 * @param smallSharePpm of so much of the mean order.
 * @param printSharePpm share of the instrument's trades in that minute.
 * @param basePerMinute most trades a minute that the instrument has otherwise, over 24 hours.
 * @param historyNanos  how long the instrument must have been watched to know that.
 * @param repeatNanos   pause between two findings while it goes on.
 */
public record PaintingConfig(
    @Parameter(unit = Unit.COUNT, min = 2, max = 1_000_000, doc = "small trades of the owner within a minute")
    Tiered tradeCount,
    @Parameter(unit = Unit.LOTS, max = 1_000_000_000_000L, doc = "a trade of at most so many lots is small")
    Tiered smallLots,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "a trade of at most so much of the mean order is small, too")
    Tiered smallSharePpm,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000, doc = "their share of the instrument's trades in that minute")
    Tiered printSharePpm,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000,
        doc = "most trades a minute that the instrument has otherwise: where many trade nobody needs to paint")
    Tiered basePerMinute,
    @Parameter(unit = Unit.NANOS, min = 60_000_000_000L, max = 86_400_000_000_000L,
        doc = "how long the instrument must have traded before that is known")
    long historyNanos,
    @Parameter(unit = Unit.NANOS, min = 1, max = 86_400_000_000_000L, doc = "pause between findings while it goes on")
    long repeatNanos)
{
    /** Proposed: ten of two lots or 5 % of the mean order, 80 % of the trades, one a minute otherwise, over an hour. */
    public static final PaintingConfig DEFAULT = new PaintingConfig(
        Tiered.of(10L), Tiered.of(2L), Tiered.of(50_000L), Tiered.of(800_000L), Tiered.of(1L),
        TimeUnit.HOURS.toNanos(1), TimeUnit.MINUTES.toNanos(1));

    /** Checks the ranges. */
    public PaintingConfig
    {
        Parameters.check(PaintingConfig.class, tradeCount, smallLots, smallSharePpm, printSharePpm, basePerMinute,
            historyNanos, repeatNanos);
    }
}
