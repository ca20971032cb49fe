package fds.patterns.ratio;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When an account's messages are too many for its trades, within five minutes.
 *
 * @param warnRatio       messages for each trade from which it is told, low.
 * @param alertRatio      messages for each trade from which it is told, medium.
 * @param makerWarnRatio  the first, of an account that the venue registers as market maker.
 * @param makerAlertRatio the second, of such an account.
 * @param messageCount    messages below which nothing is told.
 * @param messageSharePpm share of the instrument's messages below which nothing is told.
 * @param makerMessageSharePpm such a share of a registered market maker.
 * @param currentSharePpm least part of the five minutes' messages that came in the half minute that goes on.
 * @param restingNanos    an order that stood this long was a real offer: its cancel does not count.
 * @param repeatNanos     pause between two findings of one level, in half minutes, rounded up.
 */
public record OrderToTradeConfig(
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000, doc = "messages for each trade from which it is told")
    Tiered warnRatio,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000,
        doc = "messages for each trade from which it is told as medium")
    Tiered alertRatio,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000, doc = "warn_ratio of a registered market maker")
    Tiered makerWarnRatio,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000, doc = "alert_ratio of a registered market maker")
    Tiered makerAlertRatio,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000,
        doc = "messages within five minutes below which nothing is told")
    Tiered messageCount,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "share of the instrument's messages within five minutes below which nothing is told: a count alone is " +
            "soon reached where all are fast")
    Tiered messageSharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "message_share_ppm of a registered market maker: where hardly anybody trades its quotes follow the " +
            "price all the same, as those of all makers do")
    Tiered makerMessageSharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "least part of them in the half minute that goes on: what is over is not told again")
    Tiered currentSharePpm,
    @Parameter(unit = Unit.NANOS, min = 1, max = 86_400_000_000_000L,
        doc = "an order that stood this long was a real offer: its cancel does not count")
    long restingNanos,
    @Parameter(unit = Unit.NANOS, min = 1, max = 86_400_000_000_000L,
        doc = "pause between two findings of one level, in half minutes, rounded up")
    long repeatNanos)
{
    /**
     * 100 and 500 to one, of makers 500 and 2,000; a thousand messages and 1 % of all, of makers 30 %; 2 % of them
     * lately; ten seconds; five minutes.
     */
    public static final OrderToTradeConfig DEFAULT = new OrderToTradeConfig(
        Tiered.of(100L), Tiered.of(500L), Tiered.of(500L), Tiered.of(2_000L), Tiered.of(1_000L), Tiered.of(10_000L),
        Tiered.of(300_000L), Tiered.of(20_000L), TimeUnit.SECONDS.toNanos(10), TimeUnit.MINUTES.toNanos(5));

    /** Checks the ranges. */
    public OrderToTradeConfig
    {
        Parameters.check(OrderToTradeConfig.class, warnRatio, alertRatio, makerWarnRatio, makerAlertRatio,
            messageCount, messageSharePpm, makerMessageSharePpm, currentSharePpm, restingNanos, repeatNanos);
    }
}
