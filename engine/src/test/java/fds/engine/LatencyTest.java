package fds.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;

import fds.engine.EngineModesTest.Recorder;
import fds.market.detector.Detection;
import fds.market.episode.EpisodeConfig;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyTest
{
    /** A record without a time of its hand-in would look as old as the machine. */
    @Test
    void shouldMeasureControlRecordsFromTheirHandIn()
    {
        final Detection detection = new Detection(
            EngineModesTest.SMALL, new EpisodeConfig(16, 200_000_000L, 2_000_000_000L), 4, List.of());
        final long start = System.nanoTime();
        try (Engine engine = new Engine(
            new EngineConfig(Threading.parse("inline"), Waiting.SLEEPING, 256, 64, 1 << 12, 200, true),
            text -> detection, new Recorder(), new Recorder(), new Recorder(), (event, reason) ->
            {
                throw new AssertionError(reason);
            }, (stage, sequence, cause) -> cause.printStackTrace()))
        {
            engine.command(own -> own.configure("test", 1, "build"));
            for (int id = 1; id <= 20; id++)
            {
                final Instrument instrument = new Instrument(id, 1, 1, "V1", "I" + id, InstrumentType.SPOT, "A",
                    "USD", "", 1, 0, 1, 0, 1, 0, 2, 1_000_000, 1_000_000);
                engine.command(own -> own.define(instrument));
            }
            engine.flush();
            final Histogram latency = engine.latency(null);

            assertEquals(21, latency.getTotalCount());
            // A histogram of three digits tells a value by the highest that looks the same.
            assertTrue(latency.getMaxValue() <= (System.nanoTime() - start) * 1.01, TimeUnit.NANOSECONDS.toSeconds(
                latency.getMaxValue()) + " s");
        }
    }
}
