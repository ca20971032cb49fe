package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** That each sort of abuse that moves a price is what its label says, read in the rows by the label alone. */
class PriceAbuseTest
{
    @Test
    void shouldIgniteMomentum()
    {
        final LabelledRun run = LabelledRun.of(41, 500_000, "momentum_ignition", 60);
        assertTrue(run.rightOfTen(8, (label, story) -> Math.abs(story.peakLots) > 0 && story.runPpm() > 50 &&
            Math.abs(story.lots) * 10 <= Math.abs(story.peakLots) && story.takenLots > 0) >= 7);
    }

    @Test
    void shouldRampPrices()
    {
        final LabelledRun run = LabelledRun.of(42, 700_000, "ramping", 40);
        assertTrue(run.rightOfTen(5, (label, story) -> story.trades >= 5 && story.runPpm() > 100) >= 8);
    }

    @Test
    void shouldPumpAndDump()
    {
        final LabelledRun run = LabelledRun.of(43, 1_000_000, "pump_and_dump", 40);
        assertTrue(run.rightOfTen(4, (label, story) -> story.runPpm() > 500 && story.peakLots > 0 &&
            story.lots * 5 <= story.peakLots) >= 8);
    }
}
