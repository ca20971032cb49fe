package fds.app.view;

import java.io.IOException;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.market.detector.Predicate;
import fds.market.detector.Unit;
import fds.market.finding.BenefitMethod;
import fds.market.instrument.Instrument;

/**
 * An alert as JSON: the keys that users' scripts depend on, always all of them and in this order. Measured values and
 * thresholds are whole numbers in the unit beside them; the benefit's amount is decimal text in quote units.
 */
public final class AlertJson
{
    private final AlertWords words;

    /**
     * With the names of one journal.
     *
     * @param words names and summaries.
     */
    public AlertJson(final AlertWords words)
    {
        this.words = words;
    }

    /**
     * One alert as a line.
     *
     * @param alert any.
     * @return without line end.
     */
    public String line(final AlertView alert)
    {
        return JsonLines.text(json -> write(alert, json));
    }

    /**
     * Write the fields of an alert into an open object.
     *
     * @param alert any.
     * @param json  inside an object.
     * @throws IOException when the target cannot take them.
     */
    public void write(final AlertView alert, final JsonGenerator json) throws IOException
    {
        json.writeStringField("id", alert.idText());
        json.writeStringField("detector", alert.detectorId());
        json.writeStringField("typology", alert.typology().word());
        json.writeNumberField("version", alert.detectorVersion());
        json.writeStringField("parameters", AlertView.hex(alert.parametersHash()));
        json.writeStringField("episode", alert.state().word());
        json.writeStringField("venue", words.venue(alert));
        json.writeStringField("instrument", words.instrumentText(alert));
        JsonLines.texts(json, "accounts", words.accounts(alert));
        json.writeStringField("owner_group", words.ownerGroup(alert));
        json.writeNumberField("first_sequence", alert.firstSequence());
        json.writeNumberField("cause_sequence", alert.causeSequence());
        JsonLines.number(json, "first_timestamp_ns", alert.firstTimeNanos());
        JsonLines.number(json, "cause_timestamp_ns", alert.causeTimeNanos());
        json.writeNumberField("score", alert.score());
        json.writeStringField("severity", alert.severity().word());
        json.writeArrayFieldStart("evidence");
        for (final AlertView.Evidence evidence : alert.evidence())
        {
            json.writeStartObject();
            json.writeNumberField("sequence", evidence.sequence());
            json.writeStringField("role", evidence.role().word());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("predicates");
        for (final AlertView.Compared compared : alert.predicates())
        {
            json.writeStartObject();
            writePredicate(alert, compared, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeBenefit(alert, json);
        JsonLines.texts(json, "tags", alert.tagTexts());
        json.writeStringField("summary_en", words.summaryEn(alert));
        json.writeStringField("summary_ko", words.summaryKo(alert));
    }

    /**
     * Write the parts of an alert's score as an array field of an open object.
     *
     * @param alert any.
     * @param json  inside an object.
     * @throws IOException when the target cannot take them.
     */
    public void writeScoreParts(final AlertView alert, final JsonGenerator json) throws IOException
    {
        json.writeArrayFieldStart("score_parts");
        for (final AlertView.ScorePart part : alert.scoreParts())
        {
            json.writeStartObject();
            json.writeStringField("name", words.scorePartName(alert, part.part()));
            json.writeNumberField("points", part.points());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Write what was compared into an open object.
     *
     * @param alert    it belongs to.
     * @param compared measured value and threshold.
     * @param json     inside an object.
     * @throws IOException when the target cannot take it.
     */
    public void writePredicate(final AlertView alert, final AlertView.Compared compared, final JsonGenerator json)
        throws IOException
    {
        final Predicate declared = words.predicate(alert, compared.predicate());
        json.writeStringField("name", words.predicateName(alert, compared.predicate()));
        json.writeNumberField("measured", compared.measured());
        json.writeNumberField("threshold", compared.threshold());
        json.writeStringField("unit", declared == null ? "" : unitWord(declared.unit()));
        json.writeBooleanField("passed", compared.passed());
    }

    /** The unit's symbol; where people write none, its name. */
    static String unitWord(final Unit unit)
    {
        return unit.symbol().isEmpty() ? unit.name().toLowerCase(Locale.ROOT) : unit.symbol();
    }

    private void writeBenefit(final AlertView alert, final JsonGenerator json) throws IOException
    {
        final Instrument instrument = words.instrument(alert);
        if (alert.benefitMethod() == BenefitMethod.NONE || instrument == null)
        {
            json.writeNullField("benefit");
            return;
        }
        json.writeObjectFieldStart("benefit");
        json.writeStringField("quote", instrument.quote());
        json.writeStringField("amount", Quantities.money(alert.benefitTickLots(), instrument));
        json.writeStringField("method", alert.benefitMethod().word());
        json.writeEndObject();
    }
}
