package fds.bench.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.view.JournalTexts;
import fds.engine.Threading;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.detector.DetectorInfo;
import fds.market.door.FrameSink;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionState;
import fds.market.finding.Typology;
import org.agrona.DirectBuffer;

/** This project's engine on the caller's thread; nothing is journaled. A bad row ends the run. */
public final class InlineEngine implements MeasuredEngine
{
    private final Settings settings;
    private final StopSignal stop;
    private final Map<String, DetectorInfo> infos = new HashMap<>();

    /**
     * Of a configuration.
     *
     * @param settings in force.
     * @param stop     asks to stop early.
     */
    public InlineEngine(final Settings settings, final StopSignal stop)
    {
        this.settings = settings;
        this.stop = stop;
        settings.catalog().entries().forEach(entry ->
            infos.put(entry.factory().info().id(), entry.factory().info()));
    }

    @Override
    public boolean has(final String detector)
    {
        return infos.containsKey(detector);
    }

    @Override
    public boolean accusesNobody(final String detector)
    {
        return infos.containsKey(detector) && infos.get(detector).typology() == Typology.MARKET_CONDITION;
    }

    @Override
    public boolean reads(final int kind)
    {
        return infos.values().stream().anyMatch(info -> (info.kinds() >>> kind & 1) != 0);
    }

    @Override
    public Outcome run(final Path csv)
    {
        final Told told = new Told(settings);
        final Session session = new Session(settings.with(settings.engine().with(Threading.parse("inline"))), null,
            told.decisions(), told.events(), Rejects.stopping());
        try (session; InputFeed feed = Feeds.open(List.of(csv), "auto", FeedOptions.none()))
        {
            session.introduce(feed);
            session.read(feed, stop, 0);
        }
        return new Outcome(session.summary().events(), told.alerts());
    }

    /** Takes events, then the decisions that they lead to. */
    private static final class Told
    {
        private final JournalTexts texts = new JournalTexts(JournalTexts.EVERY_SPACE);
        private final AlertWords words;
        private final MarketEvent event = new MarketEvent();
        private final Map<Long, Long> rows = new HashMap<>(); // by sequence
        private final Map<String, ToldAlert> alerts = new LinkedHashMap<>();

        private Told(final Settings settings)
        {
            words = new AlertWords(texts, settings.catalog());
        }

        private List<ToldAlert> alerts()
        {
            return List.copyOf(alerts.values());
        }

        private FrameSink events()
        {
            return new Frames()
            {
                @Override
                public void onFrames(final DirectBuffer buffer, final int offset, final int length)
                {
                    if (!MarketEvent.isEvent(buffer, offset))
                    {
                        texts.accept(buffer, offset);
                        return;
                    }
                    for (int at = offset; at < offset + length; at += MarketEvent.LENGTH)
                    {
                        texts.accept(buffer, at);
                        event.wrap(buffer, at);
                        if (event.feedSequence() > 0)
                        {
                            rows.put(event.sequence(), event.feedSequence());
                        }
                    }
                }
            };
        }

        private FrameSink decisions()
        {
            return new Frames()
            {
                @Override
                public void onFrames(final DirectBuffer buffer, final int offset, final int length)
                {
                    if (AlertView.isDetection(buffer, offset))
                    {
                        final AlertView view = AlertView.decode(buffer, offset);
                        if (view.state() == DetectionState.FINDING)
                        {
                            take(view);
                        }
                    }
                }
            };
        }

        private void take(final AlertView view)
        {
            final Map<String, List<Long>> byRole = new LinkedHashMap<>();
            view.evidence().forEach(evidence -> byRole.computeIfAbsent(
                evidence.role().word(), role -> new ArrayList<>()).add(rows.getOrDefault(evidence.sequence(), 0L)));
            final String instrument = words.instrumentText(view);
            alerts.computeIfAbsent(view.idText(), id -> new ToldAlert(
                id, view.detectorId(), instrument == null ? "" : instrument, new ArrayList<>()))
                .findings().add(new ToldAlert.Finding(rows.getOrDefault(view.causeSequence(), 0L),
                    view.causeTimeNanos(), words.accounts(view), view.score(), byRole));
        }
    }

    /** Batches mean nothing here. */
    private abstract static class Frames implements FrameSink
    {
        @Override
        public void onBatchEnd()
        {
            // each frame is taken as it comes
        }
    }
}
