package fds.app.view;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Predicate;
import fds.market.event.Kind;

/** A detector's declaration, for people or for programs. */
public final class DetectorSheet
{
    private static final String INDENT = "  ";

    private final DetectorInfo info;
    private final List<ParameterDoc> parameters;
    private final List<Map<String, String>> quality;

    /**
     * Of one detector.
     *
     * @param info       its declaration.
     * @param parameters it has.
     * @param quality    measured, one entry a suite; empty: not measured.
     */
    public DetectorSheet(
        final DetectorInfo info, final List<ParameterDoc> parameters, final List<Map<String, String>> quality)
    {
        this.info = info;
        this.parameters = parameters;
        this.quality = quality;
    }

    /**
     * For people.
     *
     * @param out to print to.
     */
    public void print(final PrintWriter out)
    {
        out.println(info.id() + " " + info.name() + " (" + info.typology().word().replace('_', ' ') + "), version " +
            info.version());
        final TextTable facts = new TextTable("", "");
        facts.row("runs", switch (info.scope())
        {
            case INSTRUMENT -> "per instrument";
            case ACCOUNT -> "per owner group, across instruments";
        });
        facts.row("must know", words(info.knowledge()));
        facts.row("has kept", words(info.needs()));
        facts.row("events", String.join(" ", kinds()));
        facts.row("tags", String.join(" ", AlertView.tagTexts(info.tags())));
        facts.row("source", info.source());
        facts.row("quality", quality.isEmpty() ? "not measured" :
            quality.stream().map(DetectorSheet::pairs).collect(Collectors.joining("; ")));
        facts.row("says", info.summaryEn());
        facts.row("", info.summaryKo());
        facts.lines(INDENT).stream().skip(1).forEach(out::println);
        if (!info.predicates().isEmpty())
        {
            out.println();
            final TextTable table = new TextTable("compares", "", "unit");
            info.predicates().forEach(predicate ->
                table.row(predicate.name(), predicate.comparison(), AlertJson.unitWord(predicate.unit())));
            table.lines(INDENT).forEach(out::println);
        }
        if (!parameters.isEmpty())
        {
            out.println();
            final TextTable table = new TextTable("parameter", "unit", "default", "range", "meaning");
            parameters.forEach(parameter -> table.row(parameter.key(), AlertJson.unitWord(parameter.unit()),
                parameter.defaultText(), parameter.rangeText(), parameter.doc()));
            table.lines(INDENT).forEach(out::println);
        }
    }

    /**
     * Write all of it into an open object.
     *
     * @param json inside an object.
     * @throws IOException when the target cannot take them.
     */
    public void write(final JsonGenerator json) throws IOException
    {
        json.writeStringField("id", info.id());
        json.writeStringField("name", info.name());
        json.writeNumberField("version", info.version());
        json.writeStringField("typology", info.typology().word());
        json.writeStringField("scope", info.scope().name().toLowerCase(Locale.ROOT));
        JsonLines.texts(json, "knowledge", sorted(info.knowledge()));
        JsonLines.texts(json, "needs", sorted(info.needs()));
        JsonLines.texts(json, "kinds", kinds());
        JsonLines.texts(json, "tags", AlertView.tagTexts(info.tags()));
        json.writeStringField("source", info.source());
        json.writeArrayFieldStart("predicates");
        for (final Predicate predicate : info.predicates())
        {
            json.writeStartObject();
            json.writeStringField("name", predicate.name());
            json.writeStringField("comparison", predicate.comparison());
            json.writeStringField("unit", AlertJson.unitWord(predicate.unit()));
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonLines.texts(json, "score_parts", info.scoreParts());
        json.writeArrayFieldStart("parameters");
        for (final ParameterDoc parameter : parameters)
        {
            json.writeStartObject();
            write(parameter, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeQuality(json);
        json.writeStringField("summary_en", info.summaryEn());
        json.writeStringField("summary_ko", info.summaryKo());
    }

    private static void write(final ParameterDoc parameter, final JsonGenerator json) throws IOException
    {
        json.writeStringField("key", parameter.key());
        json.writeStringField("unit", AlertJson.unitWord(parameter.unit()));
        if (parameter.isFlag())
        {
            json.writeBooleanField("default", parameter.defaultValue().get(0) != 0);
        }
        else if (parameter.defaultValue().size() == 1)
        {
            json.writeNumberField("default", parameter.defaultValue().get(0));
        }
        else
        {
            json.writeObjectFieldStart("default");
            json.writeNumberField("majors", parameter.defaultValue().get(0));
            json.writeNumberField("mid", parameter.defaultValue().get(1));
            json.writeNumberField("long_tail", parameter.defaultValue().get(2));
            json.writeEndObject();
        }
        json.writeNumberField("min", parameter.min());
        json.writeNumberField("max", parameter.max());
        json.writeStringField("doc", parameter.doc());
    }

    /** Null: not measured. */
    private void writeQuality(final JsonGenerator json) throws IOException
    {
        if (quality.isEmpty())
        {
            json.writeNullField("quality");
            return;
        }
        json.writeArrayFieldStart("quality");
        for (final Map<String, String> suite : quality)
        {
            json.writeStartObject();
            for (final Map.Entry<String, String> entry : suite.entrySet())
            {
                if (entry.getValue().matches("-?(0|[1-9]\\d{0,14})(\\.\\d+)?"))
                {
                    json.writeFieldName(entry.getKey());
                    json.writeNumber(entry.getValue());
                }
                else
                {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private List<String> kinds()
    {
        return IntStream.range(0, Kind.COUNT).filter(kind -> (info.kinds() >>> kind & 1) != 0)
            .mapToObj(EventWords::kind).toList();
    }

    private static String words(final Set<? extends Enum<?>> values)
    {
        return values.isEmpty() ? "nothing" : String.join(", ", sorted(values)).replace('_', ' ');
    }

    /** Sets of the declaration have no order of their own. */
    private static List<String> sorted(final Set<? extends Enum<?>> values)
    {
        return values.stream().sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
            .map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static String pairs(final Map<String, String> suite)
    {
        final String rest = suite.entrySet().stream().filter(entry -> !entry.getKey().equals("suite"))
            .map(entry -> entry.getKey().replace('_', ' ') + " " + entry.getValue()).collect(Collectors.joining(", "));
        return suite.containsKey("suite") ? suite.get("suite") + ": " + rest : rest;
    }
}
