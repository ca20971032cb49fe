package fds.testkit.finding;

import java.util.ArrayList;
import java.util.List;

import fds.market.finding.Finding;
import fds.market.finding.FindingSink;

/** Collects findings as values, for tests to compare. */
public final class FindingRecorder implements FindingSink
{
    private final List<RecordedFinding> findings = new ArrayList<>();

    @Override
    public void onFinding(final Finding finding)
    {
        findings.add(RecordedFinding.of(finding));
    }

    /**
     * All so far.
     *
     * @return in order.
     */
    public List<RecordedFinding> findings()
    {
        return findings;
    }
}
