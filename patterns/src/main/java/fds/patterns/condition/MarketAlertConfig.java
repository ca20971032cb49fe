package fds.patterns.condition;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When a market is to be announced.
 *
 * @param priceChangePpm change of the price against that of 24 hours ago.
 * @param volumeRisePpm  rise of the day's volume above the mean of the days before, ten at most.
 * @param depositRisePpm such a rise of the asset's deposits.
 * @param gapPpm         distance of the last price from the index.
 * @param repeatNanos    pause between two findings of one condition while it holds.
 */
public record MarketAlertConfig(
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000_000, doc = "change of the price against that of 24 hours ago")
    Tiered priceChangePpm,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000_000,
        doc = "rise of the day's volume above the mean of the days before, ten at most")
    Tiered volumeRisePpm,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000_000,
        doc = "rise of the day's deposits of an asset above the mean of the days before, ten at most")
    Tiered depositRisePpm,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000_000, doc = "distance of the last price from the index")
    Tiered gapPpm,
    @Parameter(unit = Unit.NANOS, min = 1, max = 864_000_000_000_000L,
        doc = "pause between two findings of one condition while it holds")
    long repeatNanos)
{
    /** As Korean venues announce: 50 % in 24 hours; 100 to 300 % above the mean; a gap of 5 %; every hour. */
    public static final MarketAlertConfig DEFAULT = new MarketAlertConfig(
        Tiered.of(500_000L), new Tiered(1_000_000, 2_000_000, 3_000_000), new Tiered(1_000_000, 2_000_000, 3_000_000),
        Tiered.of(50_000L), TimeUnit.HOURS.toNanos(1));

    /** Checks the ranges. */
    public MarketAlertConfig
    {
        Parameters.check(MarketAlertConfig.class, priceChangePpm, volumeRisePpm, depositRisePpm, gapPpm, repeatNanos);
    }
}
