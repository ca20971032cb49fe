package fds.patterns.erroneous;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When an order looks like a mistake.
 *
 * @param priceDeviationPpm how far a limit price may be on the harmful side of the reference price.
 * @param slippagePpm       how far through the book an order may reach.
 * @param quantityMultiple  how many times the account's own largest order of 30 days.
 * @param historyOrders     orders of the account before its largest says anything: the first few are no habit.
 * @param historyNanos      time since its first order, likewise: a first hour of probing is no habit either.
 * @param youngOrders       orders from which a shorter history is believed with reserve, when the order
 * @param youngMultiple     is so many times the mean order of the instrument, too.
 * @param usualVolumeNanos  a large order is at least what usually trades in this time; below it nothing can go wrong.
 */
public record FatFingerConfig(
    @Parameter(unit = Unit.PPM, min = 1, max = 100_000_000,
        doc = "distance of a limit price beyond the reference price, on the side that harms its owner")
    Tiered priceDeviationPpm,
    @Parameter(unit = Unit.PPM, min = 1, max = 100_000_000,
        doc = "distance from the best price to the worst that the order would reach in the book")
    Tiered slippagePpm,
    @Parameter(unit = Unit.COUNT, min = 2, max = 1_000_000,
        doc = "times the account's own largest order on the instrument within 30 days")
    Tiered quantityMultiple,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000,
        doc = "orders the account must have sent before its largest is a measure")
    long historyOrders,
    @Parameter(unit = Unit.NANOS, max = 2_592_000_000_000_000L,
        doc = "time since the account's first order before its largest is a measure")
    long historyNanos,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000,
        doc = "orders from which a shorter history is believed with reserve")
    long youngOrders,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000,
        doc = "times the mean order of the instrument that an order must be, too, while the history is shorter")
    Tiered youngMultiple,
    @Parameter(unit = Unit.NANOS, max = 86_400_000_000_000L,
        doc = "an order is large only from what the instrument usually trades in this time")
    long usualVolumeNanos)
{
    /** 3, 5 and 20 % by tier, 5 % through the book, ten times the own maximum after 20 orders over a day, or five. */
    public static final FatFingerConfig DEFAULT = new FatFingerConfig(
        new Tiered(30_000, 50_000, 200_000), Tiered.of(50_000L), Tiered.of(10L), 20, TimeUnit.DAYS.toNanos(1), 5,
        Tiered.of(10L), TimeUnit.MINUTES.toNanos(1));

    /** Checks the ranges. */
    public FatFingerConfig
    {
        Parameters.check(FatFingerConfig.class, priceDeviationPpm, slippagePpm, quantityMultiple, historyOrders,
            historyNanos, youngOrders, youngMultiple, usualVolumeNanos);
    }
}
