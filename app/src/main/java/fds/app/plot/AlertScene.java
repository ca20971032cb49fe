package fds.app.plot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.app.setup.DetectorCatalog;
import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.view.EventWords;
import fds.app.view.EvidenceTimeline;
import fds.app.view.JournalAlerts;
import fds.app.view.JournalTexts;
import fds.app.view.Quantities;
import fds.market.detector.Predicate;
import fds.market.detector.Unit;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;

/**
 * What an alert adds to a picture.
 *
 * @param alert      itself.
 * @param title      detector, typology, severity, score, id.
 * @param summary    one English sentence.
 * @param instrument symbol, or null when it is about none.
 * @param evidence   its events in order; those on other instruments too.
 * @param conditions what was compared.
 * @param missing    events for which the record had no room.
 */
public record AlertScene(
    AlertView alert,
    String title,
    String summary,
    String instrument,
    List<Evidence> evidence,
    List<Condition> conditions,
    long missing)
{
    /**
     * An event of the pattern.
     *
     * @param sequence   of the event.
     * @param roles      words, with commas between.
     * @param event      or null when the journal does not hold it.
     * @param timeNanos  engine time, or absent.
     * @param afterNanos since the first one.
     * @param words      what happened.
     */
    public record Evidence(
        long sequence, String roles, MarketEvent event, long timeNanos, long afterNanos, String words)
    {
    }

    /**
     * A value against its threshold.
     *
     * @param name       of the predicate.
     * @param measured   with its unit.
     * @param comparison sign.
     * @param threshold  with its unit.
     * @param isMeasured whether what it needs was known.
     * @param holds      whether it passed.
     * @param ratio      measured by threshold, or NaN where that means nothing.
     */
    public record Condition(
        String name,
        String measured,
        String comparison,
        String threshold,
        boolean isMeasured,
        boolean holds,
        double ratio)
    {
    }

    /**
     * Gather what belongs to an alert.
     *
     * @param journal it is from.
     * @param row     the alert.
     * @param texts   of the journal, every id space.
     * @param catalog what detectors declare.
     * @return the scene.
     */
    public static AlertScene of(
        final Path journal, final JournalAlerts.Row row, final JournalTexts texts, final DetectorCatalog catalog)
    {
        final AlertView alert = row.alert();
        final AlertWords words = new AlertWords(texts, catalog);
        final EventWords eventWords = new EventWords(texts);
        final List<Evidence> evidence = new ArrayList<>();
        long origin = Absent.VALUE;
        for (final EvidenceTimeline.Entry entry : EvidenceTimeline.of(alert, journal))
        {
            final MarketEvent event = entry.event();
            final long time = event == null ? Absent.VALUE : event.engineTimeNanos();
            origin = origin == Absent.VALUE ? time : origin;
            evidence.add(new Evidence(entry.sequence(), entry.role().replace('_', ' '), event, time,
                time == Absent.VALUE ? 0 : time - origin,
                event == null ? "not an event of this journal" : eventWords.line(event)));
        }
        final List<Condition> conditions = alert.predicates().stream()
            .map(compared -> condition(alert, compared, words)).toList();
        return new AlertScene(alert, alert.detectorId() + " " + alert.typology().word().replace('_', ' ') + ", " +
            alert.severity().word() + ", score " + alert.score() + " of 100 (alert " + alert.idText() + ")",
            words.summaryEn(alert), words.instrumentText(alert), List.copyOf(evidence), conditions,
            alert.evidenceMissing());
    }

    /**
     * From the first to the last of its events on the journal.
     *
     * @return two engine times; both absent when the journal holds none of its events.
     */
    long[] times()
    {
        long first = Absent.VALUE;
        long last = Absent.VALUE;
        for (final Evidence one : evidence)
        {
            if (one.timeNanos() != Absent.VALUE)
            {
                first = first == Absent.VALUE ? one.timeNanos() : Math.min(first, one.timeNanos());
                last = Math.max(last, one.timeNanos());
            }
        }
        return new long[]{ first, last };
    }

    /** Prices of its events on an instrument. */
    long[] pricesTicks(final int instrumentId)
    {
        return evidence.stream().map(Evidence::event)
            .filter(event -> event != null && event.instrumentId() == instrumentId &&
                event.priceTicks() != Absent.VALUE)
            .mapToLong(MarketEvent::priceTicks).toArray();
    }

    private static Condition condition(
        final AlertView alert, final AlertView.Compared compared, final AlertWords words)
    {
        final Predicate declared = words.predicate(alert, compared.predicate());
        final Unit unit = declared == null ? null : declared.unit();
        final boolean isKnown = compared.measured() != Absent.VALUE;
        final boolean hasRatio = isKnown && unit != Unit.FLAG && compared.threshold() > 0 && compared.measured() >= 0;
        return new Condition(words.predicateName(alert, compared.predicate()).replace('_', ' '),
            Quantities.text(unit, compared.measured(), words.instrument(alert)),
            declared == null ? "?" : declared.comparison(),
            Quantities.text(unit, compared.threshold(), words.instrument(alert)), isKnown, compared.passed(),
            hasRatio ? (double)compared.measured() / compared.threshold() : Double.NaN);
    }
}
