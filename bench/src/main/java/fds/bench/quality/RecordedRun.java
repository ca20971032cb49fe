package fds.bench.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.setup.DetectorCatalog;
import fds.app.view.EventWords;
import fds.app.view.JournalTexts;
import fds.app.view.Quantities;
import fds.engine.Threading;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Predicate;
import fds.market.detector.Unit;
import fds.market.door.FrameSink;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A recording through the engine, and its alerts in words. Keeps the recording's events: made for small ones. */
final class RecordedRun
{
    private static final int EVIDENCE_MAX = 12;
    private static final int CAUSES_MAX = 4;
    private static final int AFTER_MAX = 3;

    final String input; // first file
    final long events;
    final List<Observation.Alert> alerts;
    final Exposure exposure;
    private final Observation observation = new Observation();
    private final TreeMap<Long, MarketEvent> kept = new TreeMap<>(); // by sequence
    private final JournalTexts texts = new JournalTexts(JournalTexts.EVERY_SPACE);
    private final AlertWords words;
    private final EventWords eventWords = new EventWords(texts);

    RecordedRun(final List<Path> files, final Settings settings, final StopSignal stop, final Rejects rejects)
    {
        input = files.get(0).getFileName().toString();
        final DetectorCatalog catalog = settings.catalog();
        words = new AlertWords(texts, catalog);
        final Session session = new Session(
            settings.with(settings.engine().with(Threading.parse("inline"))), null, observation.decisions(), tap(),
            rejects);
        try (session; InputFeed feed = Feeds.open(files, "auto", FeedOptions.none()))
        {
            session.introduce(feed);
            session.read(feed, stop, 0);
        }
        exposure = observation.exposure;
        events = session.summary().events();
        alerts = observation.alerts();
    }

    /** What an alert says of itself: sentence, conditions, evidence, and what became of the orders that caused it. */
    List<String> explain(final Observation.Alert alert)
    {
        final AlertView view = alert.last()[0];
        final List<String> lines = new ArrayList<>();
        lines.add(words.summaryEn(view));
        lines.add("compared: " + String.join("; ",
            view.predicates().stream().map(compared -> compared(view, compared)).toList()));
        final List<AlertView.Evidence> evidence = view.evidence();
        evidence.stream().limit(EVIDENCE_MAX).forEach(named -> lines.add(named.role().word() + " " +
            line(kept.get(named.sequence()))));
        if (evidence.size() > EVIDENCE_MAX || view.evidenceMissing() > 0)
        {
            lines.add("and " + (evidence.size() + view.evidenceMissing() - EVIDENCE_MAX) + " more");
        }
        alert.findings().stream().limit(CAUSES_MAX).forEach(found -> lines.addAll(after(found.view())));
        return lines;
    }

    String instrument(final Observation.Alert alert)
    {
        return words.instrumentText(alert.last()[0]);
    }

    private List<String> after(final AlertView view)
    {
        final MarketEvent cause = kept.get(view.causeSequence());
        if (cause == null || cause.orderId() == Absent.UNKNOWN_ID)
        {
            return List.of();
        }
        return kept.tailMap(view.causeSequence(), false).values().stream()
            .filter(event -> event.instrumentId() == cause.instrumentId() &&
                (event.orderId() == cause.orderId() || event.counterOrderId() == cause.orderId()))
            .limit(AFTER_MAX).map(event -> "then " + line(event)).toList();
    }

    private String compared(final AlertView view, final AlertView.Compared compared)
    {
        final DetectorInfo info = words.info(view);
        final Predicate declared = words.predicate(view, compared.predicate());
        final Unit unit = info == null || declared == null ? null : declared.unit();
        return words.predicateName(view, compared.predicate()) + " " + (compared.measured() == Absent.VALUE ?
            "not measured" : Quantities.text(unit, compared.measured(), words.instrument(view)) + " " +
            (declared == null ? "?" : declared.comparison()) + " " +
            Quantities.text(unit, compared.threshold(), words.instrument(view)) +
            (compared.passed() ? "" : " does not hold"));
    }

    private String line(final MarketEvent event)
    {
        return event == null ? "(no event)" : "#" + event.sequence() + " " + eventWords.line(event);
    }

    private FrameSink tap()
    {
        final FrameSink rows = observation.events();
        return new FrameSink()
        {
            @Override
            public void onFrames(final DirectBuffer buffer, final int offset, final int length)
            {
                rows.onFrames(buffer, offset, length);
                if (!MarketEvent.isEvent(buffer, offset))
                {
                    texts.accept(buffer, offset);
                    return;
                }
                for (int at = offset; at < offset + length; at += MarketEvent.LENGTH)
                {
                    texts.accept(buffer, at);
                    final UnsafeBuffer copy = new UnsafeBuffer(new byte[MarketEvent.LENGTH]);
                    copy.putBytes(0, buffer, at, MarketEvent.LENGTH);
                    final MarketEvent event = new MarketEvent().wrap(copy, 0);
                    kept.put(event.sequence(), event);
                }
            }

            @Override
            public void onBatchEnd()
            {
                // each frame is taken as it comes
            }
        };
    }
}
