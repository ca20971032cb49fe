package fds.patterns.basic;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Unit;

/**
 * When a book that cannot be right is told.
 *
 * @param crossedNanos how long it stays crossed.
 * @param staleNanos   how long trades go on outside of it without its best prices moving.
 * @param repeatNanos  pause between two findings while it holds.
 */
public record BookFaultConfig(
    @Parameter(unit = Unit.NANOS, min = 1, max = 864_000_000_000_000L, doc = "how long the book stays crossed")
    long crossedNanos,
    @Parameter(unit = Unit.NANOS, min = 1, max = 864_000_000_000_000L,
        doc = "how long trades go on outside of the best prices without these moving")
    long staleNanos,
    @Parameter(unit = Unit.NANOS, min = 1, max = 864_000_000_000_000L,
        doc = "pause between two findings while it holds")
    long repeatNanos)
{
    /** Checks the ranges. */
    public BookFaultConfig
    {
        Parameters.check(BookFaultConfig.class, crossedNanos, staleNanos, repeatNanos);
    }
}
