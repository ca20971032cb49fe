package fds.app.explain;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.app.plot.BookLevel;
import fds.app.view.AlertJson;
import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.view.BookDoubts;
import fds.app.view.EventWords;
import fds.app.view.EvidenceTimeline;
import fds.app.view.JsonLines;
import fds.app.view.Quantities;
import fds.market.detector.Predicate;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.instrument.Instrument;

/** An explanation as the fields of one JSON object. */
final class JsonPage
{
    private final Explanation told;
    private final AlertView alert;
    private final AlertWords words;

    JsonPage(final Explanation told)
    {
        this.told = told;
        alert = told.alert();
        words = told.words();
    }

    void write(final JsonGenerator json) throws IOException
    {
        json.writeObjectFieldStart("alert");
        new AlertJson(words).write(alert, json);
        json.writeEndObject();
        json.writeNumberField("row", told.row().number());
        json.writeNumberField("findings", told.row().findings());
        json.writeStringField("detector_name", told.info() == null ? null : told.info().name());
        json.writeStringField("detector_source", told.info() == null ? null : told.info().source());
        json.writeStringField("subject", new Facts(told, Language.EN).subject());
        json.writeStringField("close_cause", Facts.closeCause(alert));
        JsonLines.texts(json, "happened_en", new Narrative(told, Language.EN).sentences());
        JsonLines.texts(json, "happened_ko", new Narrative(told, Language.KO).sentences());
        predicates(json);
        new AlertJson(words).writeScoreParts(alert, json);
        timeline(json);
        book(json);
        doubts(json);
        risks(json);
        actions(json);
        json.writeNumberField("aftermath_omitted", told.aftermath().omitted());
        tags(json);
        parameters(json);
        json.writeStringField("build", told.config().buildId());
        json.writeStringField("verify", told.commands().verify());
        json.writeStringField("replay", told.commands().replay());
        json.writeStringField("plot", told.commands().plot());
    }

    private void predicates(final JsonGenerator json) throws IOException
    {
        json.writeArrayFieldStart("predicates");
        for (final AlertView.Compared compared : alert.predicates())
        {
            final Predicate declared = words.predicate(alert, compared.predicate());
            json.writeStartObject();
            new AlertJson(words).writePredicate(alert, compared, json);
            json.writeStringField("comparison", declared == null ? null : declared.comparison());
            json.writeStringField("measured_text", quantity(declared, compared.measured()));
            json.writeStringField("threshold_text", quantity(declared, compared.threshold()));
            json.writeStringField("margin_text", Margin.text(declared, compared, told.instrument()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void timeline(final JsonGenerator json) throws IOException
    {
        final long origin = told.originNanos();
        final EventWords eventWords = new EventWords(told.texts());
        json.writeArrayFieldStart("timeline");
        for (final EvidenceTimeline.Entry entry : told.timeline())
        {
            json.writeStartObject();
            json.writeStringField("role", entry.role());
            JsonLines.number(json, "after_ns", origin == Absent.VALUE || entry.timeNanos() == Absent.VALUE ?
                Absent.VALUE : entry.timeNanos() - origin);
            if (entry.event() == null)
            {
                json.writeNumberField("sequence", entry.sequence());
            }
            else
            {
                eventWords.write(entry.event(), json);
                books(entry, json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void books(final EvidenceTimeline.Entry entry, final JsonGenerator json) throws IOException
    {
        final BookShot shot = told.books().get(entry.sequence());
        final Instrument instrument =
            told.texts().instrument(entry.event().instrumentId(), entry.event().sequence());
        if (shot != null && instrument != null)
        {
            tops(json, "book_before", shot.before(), instrument);
            tops(json, "book_after", shot.after(), instrument);
        }
    }

    private static void tops(
        final JsonGenerator json, final String name, final BookShot.Tops tops, final Instrument instrument)
        throws IOException
    {
        json.writeObjectFieldStart(name);
        levels(json, "bids", tops.bids(), instrument);
        levels(json, "asks", tops.asks(), instrument);
        json.writeEndObject();
    }

    private static void levels(
        final JsonGenerator json, final String name, final List<BookLevel> levels, final Instrument instrument)
        throws IOException
    {
        json.writeArrayFieldStart(name);
        for (final BookLevel level : levels)
        {
            json.writeStartObject();
            json.writeStringField("price", Quantities.price(level.priceTicks(), instrument));
            json.writeStringField("quantity", level.quantityLots() == Absent.VALUE ? null :
                Quantities.quantity(level.quantityLots(), instrument));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void book(final JsonGenerator json) throws IOException
    {
        json.writeObjectFieldStart("book");
        json.writeStringField("bid_before", price(alert.book().bidBefore()));
        json.writeStringField("ask_before", price(alert.book().askBefore()));
        json.writeStringField("bid_after", price(alert.book().bidAfter()));
        json.writeStringField("ask_after", price(alert.book().askAfter()));
        json.writeEndObject();
    }

    private void doubts(final JsonGenerator json) throws IOException
    {
        json.writeArrayFieldStart("book_doubts");
        for (final BookDoubts.Spell spell : told.doubts())
        {
            json.writeStartObject();
            json.writeNumberField("first_sequence", spell.firstSequence());
            JsonLines.number(json, "end_sequence", spell.endSequence() == 0 ? Absent.VALUE : spell.endSequence());
            json.writeNumberField("unseen", spell.unseen());
            json.writeStringField("reasons", String.join("; ", spell.reasons()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void risks(final JsonGenerator json) throws IOException
    {
        json.writeArrayFieldStart("risk_changes");
        for (final RiskStep step : told.aftermath().risks())
        {
            json.writeStartObject();
            json.writeNumberField("sequence", step.sequence());
            json.writeNumberField("engine_time_ns", step.engineTimeNanos());
            json.writeStringField("subject", new Facts(told, Language.EN).subject(step));
            json.writeStringField("level_before", step.before().word());
            json.writeStringField("level_after", step.after().word());
            json.writeNumberField("total", step.total());
            json.writeArrayFieldStart("parts");
            for (final RiskStep.Part part : step.parts())
            {
                json.writeStartObject();
                json.writeStringField("part", part.word());
                json.writeNumberField("measured", part.measured());
                json.writeNumberField("contribution", part.contribution());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void actions(final JsonGenerator json) throws IOException
    {
        json.writeArrayFieldStart("actions");
        for (final ActionStep step : told.aftermath().actions())
        {
            json.writeStartObject();
            json.writeNumberField("sequence", step.sequence());
            json.writeNumberField("engine_time_ns", step.engineTimeNanos());
            json.writeStringField("id", AlertView.hex(step.action()));
            json.writeStringField("kind", step.kindWord());
            json.writeStringField("state", step.stateWord());
            json.writeStringField("account",
                told.texts().text(step.venueId(), IdSpace.ACCOUNT, step.accountId()));
            json.writeStringField("level", step.level().word());
            json.writeBooleanField("approval_needed", step.isApprovalNeeded());
            JsonLines.number(json, "expiry_ns", step.expiryNanos());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void tags(final JsonGenerator json) throws IOException
    {
        json.writeArrayFieldStart("tags");
        for (final String tag : alert.tagTexts())
        {
            json.writeStartObject();
            json.writeStringField("tag", tag);
            json.writeStringField("meaning", LawTags.meaning(tag));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void parameters(final JsonGenerator json) throws IOException
    {
        json.writeObjectFieldStart("parameters");
        for (final String line : told.parameterLines())
        {
            final int colon = line.indexOf(':');
            json.writeStringField(colon < 0 ? line : line.substring(0, colon).strip(),
                colon < 0 ? "" : line.substring(colon + 1).strip());
        }
        json.writeEndObject();
    }

    private String quantity(final Predicate declared, final long value)
    {
        return Quantities.text(declared == null ? null : declared.unit(), value, told.instrument());
    }

    private String price(final long ticks)
    {
        return ticks == Absent.VALUE ? null : told.instrument() == null ? ticks + " ticks" :
            Quantities.price(ticks, told.instrument());
    }
}
