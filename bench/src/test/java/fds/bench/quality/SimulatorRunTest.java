package fds.bench.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.feeds.simulator.SimulatorConfig;
import org.junit.jupiter.api.Test;

class SimulatorRunTest
{
    /** Through the real engine: washes are found at their first trade, and the same seed gives the same alerts. */
    @Test
    void shouldFindWashesAtTheirFirstTrade()
    {
        final SimulatorRun run = run();
        final Scoring scoring = new Scoring(Map.of());
        scoring.add(run);
        final DetectorTally tally =
            scoring.tallies().stream().filter(t -> t.detector.equals("D01")).findFirst().orElseThrow();

        assertTrue(tally.labels > 0);
        assertEquals(tally.labels, tally.found);
        assertEquals(0.0, DetectorTally.median(tally.delayEvents));
        assertEquals(60_000, run.events());
        assertEquals(run.alerts().stream().map(Observation.Alert::id).toList(),
            run().alerts().stream().map(Observation.Alert::id).toList());
    }

    private static SimulatorRun run()
    {
        try (StopSignal stop = new StopSignal())
        {
            return SimulatorRun.of(SimulatorConfig.defaults(1, 60_000).withIntensities(300, 0, 0, 0, 0, 0),
                Settings.read(null, Map.of(), List.of()), stop);
        }
    }
}
