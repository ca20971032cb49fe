package fds.app.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.actions.execute.ActionRecord;
import fds.app.setup.DetectorCatalog;
import fds.journal.read.DecisionReader;
import fds.market.codec.decision.ActionDecoder;
import fds.market.codec.decision.BlindSpotDecoder;
import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.decision.RiskChangeDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.IdSpace;
import fds.market.instrument.Instrument;
import fds.market.owner.OwnerGroups;
import fds.market.partition.BlindSpotCause;
import fds.market.slots.SlotKind;
import fds.risk.table.LossListener;
import org.agrona.DirectBuffer;

/** Writes a journal's decisions as text: findings, alerts, blind spots and whatever else the engine derived. */
public final class DecisionExport
{
    private static final String[] CSV_HEADERS = { "index", "record", "sequence", "time", "id", "detector", "typology",
        "episode", "severity", "score", "venue", "instrument", "accounts", "owner_group", "first_sequence",
        "cause_sequence", "blind_spot_cause", "table", "subject", "value", "summary_en" };

    private final Path journal;
    private final JournalTexts texts;
    private final AlertWords words;
    private final AlertJson alertJson;
    private final RiskWords riskWords;
    private final Span span;
    private final PseudonymousRecord pseudonymous; // or null
    private final BlindSpotDecoder blindSpot = new BlindSpotDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    /**
     * Of one journal.
     *
     * @param journal    directory.
     * @param texts      of it, every id space.
     * @param catalog    what detectors declare.
     * @param span       what to write, by sequence or engine time of the decision.
     * @param pseudonyms for alerts and actions, as the texts give them for people; or null.
     */
    public DecisionExport(
        final Path journal,
        final JournalTexts texts,
        final DetectorCatalog catalog,
        final Span span,
        final Pseudonyms pseudonyms)
    {
        pseudonymous = pseudonyms == null ? null : new PseudonymousRecord(pseudonyms);
        this.journal = journal;
        this.texts = texts;
        this.span = span;
        words = new AlertWords(texts, catalog);
        alertJson = new AlertJson(words);
        riskWords = new RiskWords(texts);
    }

    /**
     * As JSON lines.
     *
     * @param out to write to; neither flushed nor closed.
     * @return records written.
     */
    public long json(final Writer out)
    {
        final JsonLines lines = new JsonLines(out);
        return each((index, buffer, offset, length) ->
            lines.line(json -> write(index, buffer, offset, length, json)));
    }

    /**
     * As CSV for a spreadsheet: the main fields in columns.
     *
     * @param out to write to; neither flushed nor closed.
     * @return records written.
     */
    public long csv(final Writer out)
    {
        final SafeCsv csv = new SafeCsv();
        for (final String name : CSV_HEADERS)
        {
            csv.text(name);
        }
        print(out, SafeCsv.BYTE_ORDER_MARK + csv.end());
        return each((index, buffer, offset, length) -> print(out, row(index, buffer, offset, csv)));
    }

    /** Takes one record. */
    @FunctionalInterface
    private interface RecordSink
    {
        void onRecord(long index, DirectBuffer buffer, int offset, int length);
    }

    private long each(final RecordSink sink)
    {
        if (!JournalTexts.hasDecisions(journal))
        {
            return 0;
        }
        long count = 0;
        try (DecisionReader reader = new DecisionReader(journal))
        {
            while (reader.next())
            {
                // Every decision begins with sequence and engine time, as events do.
                if (span.contains(ControlFrames.sequence(reader.buffer(), reader.offset()),
                    ControlFrames.engineTimeNanos(reader.buffer(), reader.offset())))
                {
                    if (pseudonymous == null)
                    {
                        sink.onRecord(reader.index(), reader.buffer(), reader.offset(), reader.length());
                    }
                    else
                    {
                        sink.onRecord(reader.index(),
                            pseudonymous.of(reader.buffer(), reader.offset(), reader.length()), 0, reader.length());
                    }
                    count++;
                }
            }
        }
        return count;
    }

    private void write(
        final long index, final DirectBuffer buffer, final int offset, final int length, final JsonGenerator json)
        throws IOException
    {
        json.writeNumberField("index", index);
        json.writeStringField("record", recordName(buffer, offset));
        json.writeNumberField("sequence", ControlFrames.sequence(buffer, offset));
        json.writeNumberField("engine_time_ns", ControlFrames.engineTimeNanos(buffer, offset));
        switch (ControlFrames.templateId(buffer, offset))
        {
            case DetectionDecoder.TEMPLATE_ID -> detection(AlertView.decode(buffer, offset), json);
            case RiskChangeDecoder.TEMPLATE_ID -> riskWords.write(RiskChangeView.decode(buffer, offset), json);
            case ActionDecoder.TEMPLATE_ID ->
                new ActionWords(texts).write(ActionRecord.decode(buffer, offset), json);
            case BlindSpotDecoder.TEMPLATE_ID -> blindSpot(blindSpot.wrapAndApplyHeader(buffer, offset, header), json);
            default -> json.writeStringField(
                "bytes", texts.isPseudonymous() ? null : ControlJson.hex(buffer, offset, length));
        }
    }

    private void detection(final AlertView alert, final JsonGenerator json) throws IOException
    {
        alertJson.write(alert, json);
        json.writeNumberField("findings", alert.findingCount());
        json.writeNumberField("evidence_missing", alert.evidenceMissing());
        json.writeStringField("subject_kind", alert.subjectKind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("subject", subject(alert));
        json.writeStringField("counter_subject",
            texts.text(alert.venueId(), IdSpace.ACCOUNT, alert.counterSubject()));
        json.writeNumberField("owner_map_version", alert.ownerMapVersion());
        alertJson.writeScoreParts(alert, json);
        JsonLines.number(json, "bid_before_ticks", alert.book().bidBefore());
        JsonLines.number(json, "ask_before_ticks", alert.book().askBefore());
        JsonLines.number(json, "bid_after_ticks", alert.book().bidAfter());
        JsonLines.number(json, "ask_after_ticks", alert.book().askAfter());
        json.writeNumberField("close_cause", alert.closeCause());
    }

    private String subject(final AlertView alert)
    {
        return switch (alert.subjectKind())
        {
            case INSTRUMENT -> words.instrumentText(alert);
            case ACCOUNT, ACCOUNT_PAIR -> texts.text(alert.venueId(), IdSpace.ACCOUNT, alert.subject());
            case OWNER_GROUP -> texts.text(alert.venueId(), alert.ownerGroupKind() == OwnerGroups.KIND_NAMED ?
                IdSpace.OWNER_GROUP : IdSpace.ACCOUNT, alert.subject());
        };
    }

    private void blindSpot(final BlindSpotDecoder spot, final JsonGenerator json) throws IOException
    {
        json.writeStringField("cause", cause(spot));
        json.writeStringField("table", table(spot));
        json.writeNumberField("partition", spot.partition());
        json.writeStringField("detector", spot.detector() == 0 ? null : AlertView.detectorId(spot.detector()));
        json.writeStringField("venue", texts.venue(spot.venue()));
        json.writeStringField("instrument", instrument(spot));
        json.writeStringField("subject", subject(spot));
        json.writeNumberField("value", spot.value());
    }

    private String row(final long index, final DirectBuffer buffer, final int offset, final SafeCsv csv)
    {
        csv.number(index).text(recordName(buffer, offset)).number(ControlFrames.sequence(buffer, offset))
            .text(Moment.text(ControlFrames.engineTimeNanos(buffer, offset)));
        if (AlertView.isDetection(buffer, offset))
        {
            final AlertView alert = AlertView.decode(buffer, offset);
            return csv.text(alert.idText()).text(alert.detectorId()).text(alert.typology().word())
                .text(alert.state().word()).text(alert.severity().word()).number(alert.score())
                .text(words.venue(alert)).text(words.instrumentText(alert))
                .text(String.join("; ", words.accounts(alert))).text(words.ownerGroup(alert))
                .number(alert.firstSequence()).number(alert.causeSequence()).text("").text("").text(subject(alert))
                .text("").text(words.summaryEn(alert)).end();
        }
        if (ActionRecord.isAction(buffer, offset))
        {
            return row(ActionRecord.decode(buffer, offset), csv);
        }
        if (ControlFrames.templateId(buffer, offset) == RiskChangeDecoder.TEMPLATE_ID)
        {
            final RiskChangeView change = RiskChangeView.decode(buffer, offset);
            return csv.text(change.alertTexts()).text("").text("").text(change.before().word() + ">" +
                change.after().word()).text(change.after().word()).number(change.total())
                .text(texts.venue(change.venueId())).text(riskWords.instrument(change)).text("").text("").text("")
                .text("").text("").text("").text(riskWords.subject(change)).text("")
                .text(riskWords.parts(change)).end();
        }
        final boolean isSpot = ControlFrames.templateId(buffer, offset) == BlindSpotDecoder.TEMPLATE_ID;
        if (isSpot)
        {
            blindSpot.wrapAndApplyHeader(buffer, offset, header);
        }
        csv.text("").text(isSpot && blindSpot.detector() != 0 ? AlertView.detectorId(blindSpot.detector()) : "")
            .text("").text("").text("").text("").text(isSpot ? texts.venue(blindSpot.venue()) : "")
            .text(isSpot ? instrument(blindSpot) : "").text("").text("").text("").text("");
        return isSpot ? csv.text(cause(blindSpot)).text(table(blindSpot)).text(subject(blindSpot))
            .number(blindSpot.value()).text("").end() : csv.text("").text("").text("").text("").text("").end();
    }

    /** In the columns of alerts: what is done stands as typology, its state as episode, its alerts as summary. */
    private String row(final ActionRecord action, final SafeCsv csv)
    {
        final ActionWords own = new ActionWords(texts);
        return csv.text(ActionRecord.hex(action.action())).text("").text(action.kind().word())
            .text(action.state().word()).text(action.level().word()).text("").text(texts.venue(action.venueId()))
            .text(own.instrument(action)).text(own.account(action)).text("").text("").text("").text("").text("")
            .text(own.about(action)).text(action.value() == 0 ? "" : Long.toString(action.value()))
            .text(String.join(" ", action.alerts().stream().map(ActionRecord::hex).toList())).end();
    }

    private static String recordName(final DirectBuffer buffer, final int offset)
    {
        final int template = ControlFrames.templateId(buffer, offset);
        return switch (template)
        {
            case DetectionDecoder.TEMPLATE_ID -> AlertView.isAlert(buffer, offset) ? "alert" : "finding";
            case RiskChangeDecoder.TEMPLATE_ID -> "risk_change";
            case ActionDecoder.TEMPLATE_ID -> "action";
            case BlindSpotDecoder.TEMPLATE_ID -> "blind_spot";
            default -> "template_" + template;
        };
    }

    private static String cause(final BlindSpotDecoder spot)
    {
        final BlindSpotCause[] causes = BlindSpotCause.values();
        return spot.cause() < causes.length ? causes[spot.cause()].name().toLowerCase(Locale.ROOT) :
            "cause_" + spot.cause();
    }

    private static String table(final BlindSpotDecoder spot)
    {
        final SlotKind[] kinds = SlotKind.values();
        return spot.cause() == BlindSpotCause.RISK_FULL.ordinal() ? riskTable(spot.table()) :
            spot.table() < kinds.length ? kinds[spot.table()].name().toLowerCase(Locale.ROOT) : null;
    }

    private static String riskTable(final int table)
    {
        return switch (table)
        {
            case LossListener.GROUPS -> "risk_groups";
            case LossListener.ACCOUNTS -> "risk_accounts";
            case LossListener.POSITIONS -> "risk_positions";
            case LossListener.LISTED -> "risk_listed";
            case LossListener.DETECTORS -> "risk_detectors";
            default -> null;
        };
    }

    private String instrument(final BlindSpotDecoder spot)
    {
        final Instrument instrument = texts.instrument(spot.instrument(), spot.sequence());
        return instrument != null ? instrument.symbol() :
            spot.instrument() == 0 ? null : "unknown:" + spot.instrument();
    }

    /** The key that was given up, as far as its table says what it is. */
    private String subject(final BlindSpotDecoder spot)
    {
        final int venueId = spot.venue();
        if (spot.cause() == BlindSpotCause.EPISODES_FULL.ordinal())
        {
            return AlertView.hex(spot.subject());
        }
        if (spot.table() == SlotKind.ORDER.ordinal())
        {
            return texts.text(venueId, IdSpace.ORDER, spot.subject());
        }
        if (spot.table() == SlotKind.PAIR.ordinal() || spot.cause() == BlindSpotCause.OWNER_CHANGED.ordinal() ||
            spot.cause() == BlindSpotCause.OWNERS_FULL.ordinal())
        {
            return texts.text(venueId, IdSpace.ACCOUNT, spot.subject());
        }
        return Long.toString(spot.subject());
    }

    private static void print(final Writer out, final String text)
    {
        try
        {
            out.write(text);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }
}
