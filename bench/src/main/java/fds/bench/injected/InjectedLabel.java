package fds.bench.injected;

import java.util.List;

/**
 * An episode that was put into a recording.
 *
 * @param typology of it.
 * @param detector that should find it; empty: honest, nobody should.
 * @param accounts of it.
 * @param firstRow of its own, 1 and up.
 * @param lastRow  of its own.
 * @param size     its largest order against the mean, or of trades the median.
 * @param seconds  from its first row to its last.
 */
record InjectedLabel(
    String typology, String detector, List<String> accounts, long firstRow, long lastRow, double size, double seconds)
{
    boolean isDecoy()
    {
        return detector.isEmpty();
    }
}
