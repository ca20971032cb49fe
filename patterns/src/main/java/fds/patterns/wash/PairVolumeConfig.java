package fds.patterns.wash;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When two owners trade back and forth, within an hour, a day or a week.
 *
 * @param tradeCount     trades of the two with each other.
 * @param notionalUsd    what they traded with each other, unless the share asks for more.
 * @param volumeSharePpm share of the instrument's volume since their first trade in the window.
 * @param imbalancePpm   most that one bought more than it sold, against what they traded.
 * @param ownSharePpm    share that the other is of what each of them traded in the window.
 * @param highOwnSharePpm such a share from which it is told as high.
 */
public record PairVolumeConfig(
    @Parameter(unit = Unit.COUNT, min = 2, max = 1_000_000, doc = "trades of the two with each other in the window")
    Tiered tradeCount,
    @Parameter(unit = Unit.USD, max = 1_000_000_000L,
        doc = "what the two traded with each other in the window, unless the share asks for more")
    Tiered notionalUsd,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "share of it in the instrument's volume since their first trade in the window")
    Tiered volumeSharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "most that one bought from the other more than it sold to it, or less, against both together")
    Tiered imbalancePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "share of it in what each of the two traded: a maker whom others prefer trades with many")
    Tiered ownSharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "such a share of both from which it is told as high")
    Tiered highOwnSharePpm)
{
    /** The hour, the day and the week of engine time that go on. */
    static final long[] WINDOW_NANOS = {
        TimeUnit.HOURS.toNanos(1), TimeUnit.DAYS.toNanos(1), TimeUnit.DAYS.toNanos(7) };

    /**
     * Six trades, 50,000, 20,000 or 10,000 USD by tier or 1 % of the volume, 1 % apart, half of what each trades; nine
     * tenths are high.
     */
    public static final PairVolumeConfig DEFAULT = new PairVolumeConfig(
        Tiered.of(6L), new Tiered(50_000, 20_000, 10_000), Tiered.of(10_000L), Tiered.of(10_000L), Tiered.of(500_000L),
        Tiered.of(900_000L));

    /** Checks the ranges. */
    public PairVolumeConfig
    {
        Parameters.check(PairVolumeConfig.class, tradeCount, notionalUsd, volumeSharePpm, imbalancePpm, ownSharePpm,
            highOwnSharePpm);
    }
}
