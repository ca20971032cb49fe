package fds.patterns.stuffing;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When order messages count as quote stuffing.
 *
 * @param messageCount      messages of an account within a second.
 * @param messageSharePpm   their share of all messages of the instrument in that second.
 * @param topChangeCount    changes of the best prices within five seconds, by anybody.
 * @param topChangeSharePpm share of them that one account caused.
 * @param cancelRatioPpm    what was withdrawn against what was entered, within five seconds.
 * @param tradeRatioPpm     fills against messages, within five seconds.
 * @param repeatNanos       pause between two findings while it goes on.
 */
public record QuoteStuffingConfig(
    @Parameter(unit = Unit.COUNT, min = 2, max = 1_000_000, doc = "messages of an account within a second")
    Tiered messageCount,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "an account's share of the instrument's messages in that second: a fast market alone is no stuffing")
    Tiered messageSharePpm,
    @Parameter(unit = Unit.COUNT, min = 2, max = 1_000_000, doc = "changes of the best prices within five seconds")
    Tiered topChangeCount,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "share of these changes that one account's messages caused")
    Tiered topChangeSharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "withdrawn orders against entered orders within five seconds")
    Tiered cancelRatioPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "most fills against messages within five seconds")
    Tiered tradeRatioPpm,
    @Parameter(unit = Unit.NANOS, min = 1, max = 60_000_000_000L, doc = "pause between findings while a burst goes on")
    long repeatNanos)
{
    /** 500 messages in a second, or half of 60 best price changes in five; 95 % withdrawn, 1 % traded. */
    public static final QuoteStuffingConfig DEFAULT = new QuoteStuffingConfig(
        Tiered.of(500L), Tiered.of(250_000L), Tiered.of(60L), Tiered.of(500_000L), Tiered.of(950_000L),
        Tiered.of(10_000L), 1_000_000_000L);

    /** Checks the ranges. */
    public QuoteStuffingConfig
    {
        Parameters.check(QuoteStuffingConfig.class, messageCount, messageSharePpm, topChangeCount, topChangeSharePpm,
            cancelRatioPpm, tradeRatioPpm, repeatNanos);
    }
}
