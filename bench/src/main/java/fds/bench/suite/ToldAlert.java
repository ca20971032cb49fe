package fds.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * An alert as the measured engine told it.
 *
 * @param id         of the alert.
 * @param detector   id, {@code D13}.
 * @param instrument symbol; empty where none is named.
 * @param findings   in the order in which they were told, 1 or more.
 */
public record ToldAlert(String id, String detector, String instrument, List<Finding> findings)
{
    /**
     * One time that it was told.
     *
     * @param row         of the input that caused it, 1 and up; 0: not known.
     * @param timeNanos   venue time of the cause.
     * @param accounts    that it names.
     * @param score       0 to 100.
     * @param rowsByRole  rows of the input by what part they played; null when the engine's numbers are its own.
     */
    public record Finding(
        long row, long timeNanos, List<String> accounts, int score, Map<String, List<Long>> rowsByRole)
    {
    }

    /**
     * All accounts that it names.
     *
     * @return sorted.
     */
    public List<String> accounts()
    {
        final TreeSet<String> all = new TreeSet<>();
        findings.forEach(finding -> all.addAll(finding.accounts()));
        return new ArrayList<>(all);
    }
}
