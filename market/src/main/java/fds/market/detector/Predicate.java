package fds.market.detector;

/**
 * A comparison a detector makes, as it is named in alerts.
 *
 * @param name       lower case with underscores.
 * @param unit       of measured value and threshold.
 * @param comparison {@code >=}, {@code >}, {@code <=}, {@code <} or {@code =}: measured, comparison, threshold.
 */
public record Predicate(String name, Unit unit, String comparison)
{
}
