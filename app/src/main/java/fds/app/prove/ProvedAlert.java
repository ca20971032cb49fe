package fds.app.prove;

import java.util.ArrayList;
import java.util.List;

import fds.app.setup.DetectorCatalog;
import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.view.EventWords;
import fds.app.view.JournalTexts;
import fds.app.view.Moment;
import fds.app.view.Quantities;
import fds.journal.format.QueueKind;
import fds.journal.seal.SealProof;
import fds.market.detector.Predicate;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import org.agrona.concurrent.UnsafeBuffer;

/** What the records of a checked proof say, in words made from their bytes alone. */
public final class ProvedAlert
{
    private final JournalTexts texts = new JournalTexts(JournalTexts.EVERY_SPACE);
    private final AlertWords words;
    private final List<MarketEvent> events = new ArrayList<>();
    private AlertView alert;
    private long records;

    private ProvedAlert(final DetectorCatalog catalog)
    {
        words = new AlertWords(texts, catalog);
    }

    /**
     * Read the records of a proof whose check found nothing wrong.
     *
     * @param proof   checked.
     * @param catalog what detectors declare, for the names of conditions.
     * @return the alert, or null when none of the records is one.
     */
    public static ProvedAlert of(final SealProof proof, final DetectorCatalog catalog)
    {
        final ProvedAlert proved = new ProvedAlert(catalog);
        proof.records().forEach(proved::take);
        return proved.alert == null ? null : proved;
    }

    /**
     * The alert's id.
     *
     * @return 16 hexadecimal digits.
     */
    public String id()
    {
        return alert.idText();
    }

    /**
     * All of it, for people.
     *
     * @return lines.
     */
    public List<String> lines()
    {
        final List<String> lines = new ArrayList<>();
        lines.add("alert " + alert.idText() + "  " + alert.detectorId() + " " +
            alert.typology().word().replace('_', ' ') + ", " + alert.severity().word() + ", score " + alert.score() +
            ", " + alert.state().word());
        lines.add("  " + words.summaryEn(alert));
        lines.add("  " + words.summaryKo(alert));
        lines.add("  from " + Moment.text(alert.firstTimeNanos()) + " to " + Moment.text(alert.causeTimeNanos()) +
            ", event sequences " + alert.firstSequence() + " to " + alert.causeSequence());
        for (final AlertView.Compared compared : alert.predicates())
        {
            lines.add("  " + words.predicateName(alert, compared.predicate()) + " " +
                value(compared.predicate(), compared.measured()) + ", threshold " +
                value(compared.predicate(), compared.threshold()) + (compared.passed() ? "" : " (not passed)"));
        }
        lines.add("  " + records + " decision records and " + events.size() + " events are proved:");
        final EventWords eventWords = new EventWords(texts);
        events.forEach(event -> lines.add("  " + event.sequence() + "  " + Moment.text(event.engineTimeNanos()) +
            "  " + eventWords.line(event)));
        return lines;
    }

    private void take(final SealProof.ProvedRecord record)
    {
        final UnsafeBuffer bytes = new UnsafeBuffer(record.payload());
        if (record.queue() == QueueKind.EVENTS)
        {
            texts.accept(bytes, 0);
            if (MarketEvent.isEvent(bytes, 0))
            {
                events.add(new MarketEvent().wrap(bytes, 0));
            }
        }
        else
        {
            records++;
            if (AlertView.isAlert(bytes, 0))
            {
                alert = AlertView.decode(bytes, 0);
            }
        }
    }

    private String value(final int predicate, final long value)
    {
        final Predicate declared = words.predicate(alert, predicate);
        return value == Absent.VALUE ? "not measured" :
            Quantities.text(declared == null ? null : declared.unit(), value, words.instrument(alert));
    }
}
