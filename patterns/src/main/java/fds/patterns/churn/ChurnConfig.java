package fds.patterns.churn;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When an owner's trades, over a run of his within ten minutes, make no economic sense but their volume.
 *
 * @param volumeSharePpm    share of the instrument's volume.
 * @param highSharePpm      share from which it is told as high.
 * @param netPpm            most that was bought more than sold, or less, against all that was traded.
 * @param flipCount         changes between buying and selling.
 * @param aggressorSharePpm share of it in which the owner was the aggressor.
 * @param feePpm            fee that each trade is taken to cost, in parts of its notional.
 * @param usualVolumeNanos  it trades at least what the instrument usually does in this time.
 * @param repeatNanos       pause between two findings while it goes on.
 */
public record ChurnConfig(
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000, doc = "share of the instrument's volume meanwhile")
    Tiered volumeSharePpm,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000, doc = "such a share from which it is told as high")
    Tiered highSharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "most that was bought more than sold, or less, against all that was traded")
    Tiered netPpm,
    @Parameter(unit = Unit.COUNT, min = 1, max = Turns.BLOCKS * Turns.BLOCK_FLIPS,
        doc = "changes between buying and selling, over which it is looked at, or a little more")
    Tiered flipCount,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "share of it in which the owner was the aggressor: who makes a market trades both ways as well, and is " +
            "met, though he takes what stands on the wrong side")
    Tiered aggressorSharePpm,
    @Parameter(unit = Unit.PPM, max = 100_000, doc = "fee that each trade is taken to cost, in parts of its notional")
    Tiered feePpm,
    @Parameter(unit = Unit.NANOS, max = 86_400_000_000_000L,
        doc = "it trades at least what the instrument usually trades in this time")
    long usualVolumeNanos,
    @Parameter(unit = Unit.NANOS, min = 1, max = 86_400_000_000_000L, doc = "pause between findings while it goes on")
    long repeatNanos)
{
    /** Proposed: 30 %, high from 80 %; 2 % net, 20 changes, 90 % as aggressor, 0.05 % fee; a minute's usual volume. */
    public static final ChurnConfig DEFAULT = new ChurnConfig(
        Tiered.of(300_000L), Tiered.of(800_000L), Tiered.of(20_000L), Tiered.of(20L), Tiered.of(900_000L),
        Tiered.of(500L), TimeUnit.MINUTES.toNanos(1), TimeUnit.MINUTES.toNanos(1));

    /** Checks the ranges. */
    public ChurnConfig
    {
        Parameters.check(ChurnConfig.class, volumeSharePpm, highSharePpm, netPpm, flipCount, aggressorSharePpm, feePpm,
            usualVolumeNanos, repeatNanos);
    }
}
