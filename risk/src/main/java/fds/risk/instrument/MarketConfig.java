package fds.risk.instrument;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * Where a market's parts give all their points.
 *
 * @param volatilityPpm      root of the decayed squared returns of a second.
 * @param halfLifeNanos      of returns, liquidations and trades.
 * @param depthFallPpm       share of the usual depth that is missing.
 * @param depthHalfLifeNanos of the usual depth.
 * @param spreadPpm          of the price between the best ones.
 * @param markDeviationPpm   of mark from index.
 * @param venueDeviationPpm  from the nearest other venue.
 * @param liquidationPpm     liquidated, of the open interest or of what traded.
 * @param findingPoints      severity points of findings about the market itself.
 */
public record MarketConfig(
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "root of the decayed squared returns of a second; 0: not judged")
    Tiered volatilityPpm,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = 604_800_000_000_000L,
        doc = "time after which returns, liquidations and trades count half")
    long halfLifeNanos,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "share of the usual depth that is missing; 0: not judged")
    Tiered depthFallPpm,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = 604_800_000_000_000L,
        doc = "time after which the usual depth has gone half the way to a new one")
    long depthHalfLifeNanos,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "best ask less best bid, of the price between; 0: not judged")
    Tiered spreadPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "mark less index, of the index; 0: not judged")
    Tiered markDeviationPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "distance to the nearest other venue's price; 0: not judged")
    Tiered venueDeviationPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "liquidated and deleveraged, of the open interest, else of what traded; 0: not judged")
    Tiered liquidationPpm,
    @Parameter(unit = Unit.COUNT, max = 10_000,
        doc = "severity points of findings about the market itself, halving like returns; 0: not judged")
    long findingPoints)
{
    /** Proposed, to be calibrated. */
    public static final MarketConfig DEFAULT = new MarketConfig(
        new Tiered(10_000, 30_000, 80_000), TimeUnit.MINUTES.toNanos(5), Tiered.of(900_000L),
        TimeUnit.HOURS.toNanos(1), new Tiered(2_000, 10_000, 50_000), new Tiered(10_000, 20_000, 50_000),
        new Tiered(10_000, 20_000, 50_000), Tiered.of(50_000L), 20);

    /** Checks the ranges. */
    public MarketConfig
    {
        Parameters.check(MarketConfig.class, volatilityPpm, halfLifeNanos, depthFallPpm, depthHalfLifeNanos, spreadPpm,
            markDeviationPpm, venueDeviationPpm, liquidationPpm, findingPoints);
    }
}
