package fds.bench.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.run.Summary;
import fds.app.setup.Settings;
import fds.bench.quality.MeasuredPage;
import fds.engine.Threading;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.door.FrameSinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case decides the same in every threading mode. */
class IncidentReplayTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldDecideTheSameInEveryThreadingMode()
    {
        for (final String name : List.of("E07-gdax", "E09-mirae", "E12-price-link", "E15-upbit"))
        {
            final Path events = CaseFlow.of(IncidentCase.read(
                MeasuredPage.home().resolve("bench/suites/incidents").resolve(name)), null, 0.1)
                .write(folder.resolve(name));
            final Summary inline = run(events, "inline");

            assertTrue(inline.alerts() > 0, name);
            for (final String threading : List.of("fused", "pipelined", "sharded:2"))
            {
                assertEquals(inline.decisionHash(), run(events, threading).decisionHash(), name + ", " + threading);
            }
        }
    }

    private static Summary run(final Path events, final String threading)
    {
        final Settings settings = Settings.read(null, Map.of(), List.of());
        final Session session = new Session(settings.with(settings.engine().with(Threading.parse(threading))), null,
            FrameSinks.NOWHERE, FrameSinks.NOWHERE, Rejects.stopping());
        try (StopSignal stop = new StopSignal(); session;
            InputFeed feed = Feeds.open(List.of(events), "auto", FeedOptions.none()))
        {
            session.introduce(feed);
            session.read(feed, stop, 0);
        }
        return session.summary();
    }
}
