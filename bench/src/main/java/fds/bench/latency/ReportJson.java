package fds.bench.latency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.app.view.JsonLines;
import org.HdrHistogram.Histogram;

/** The report for programs: an object a row, all times in nanoseconds. */
final class ReportJson
{
    private static final double[] PERCENTILES = { 50, 90, 99, 99.9, 99.99 };

    private ReportJson()
    {
    }

    /** An object for each rate, one for full speed. */
    static List<String> lines(final CellResult result)
    {
        final List<String> lines = new ArrayList<>();
        for (final RateResult rate : result.rates())
        {
            lines.add(JsonLines.text(json ->
            {
                head(json, "latency", result.spec());
                json.writeNumberField("events_per_second", rate.rate());
                json.writeBooleanField("kept_up", rate.keptUp());
                json.writeNumberField("bytes_per_event", rate.bytesPerEvent());
                reading(json, "engine", rate.engine());
                reading(json, "floor", rate.floor());
                json.writeObjectFieldStart("ratio");
                for (int i = 0; i < RateResult.PERCENTILES.length; i++)
                {
                    spread(json, name(RateResult.PERCENTILES[i]), rate.ratio(i));
                }
                json.writeEndObject();
            }));
        }
        if (!result.flood().engine().isEmpty())
        {
            lines.add(JsonLines.text(json ->
            {
                head(json, "throughput", result.spec());
                spread(json, "engine_events_per_second", Spread.of(result.flood().engine()));
                spread(json, "floor_events_per_second", Spread.of(result.flood().floor()));
                spread(json, "cpu_ns_per_event", Spread.of(result.flood().cpuNanos()));
            }));
        }
        return lines;
    }

    private static void head(final JsonGenerator json, final String what, final CellSpec spec) throws IOException
    {
        json.writeStringField("measures", what);
        json.writeStringField("mode", spec.mode());
        json.writeStringField("wait", spec.waiting().name().toLowerCase(Locale.ROOT));
        json.writeBooleanField("journal", spec.journal());
        json.writeStringField("flow", spec.flow().word());
        json.writeNumberField("pairs", spec.pairs());
    }

    private static void reading(final JsonGenerator json, final String name, final Reading reading) throws IOException
    {
        json.writeObjectFieldStart(name);
        json.writeNumberField("windows", reading.windows());
        json.writeNumberField("undisturbed_windows", reading.undisturbedWindows());
        json.writeNumberField("waited_us_per_second", reading.waitMicrosPerSecond());
        histogram(json, "all", reading.all());
        histogram(json, "undisturbed", reading.undisturbed());
        json.writeEndObject();
    }

    private static void histogram(final JsonGenerator json, final String name, final Histogram histogram)
        throws IOException
    {
        json.writeObjectFieldStart(name);
        json.writeNumberField("events", histogram.getTotalCount());
        for (final double percentile : PERCENTILES)
        {
            json.writeNumberField(name(percentile), histogram.getValueAtPercentile(percentile));
        }
        json.writeNumberField("max", histogram.getMaxValue());
        json.writeEndObject();
    }

    private static void spread(final JsonGenerator json, final String name, final Spread spread) throws IOException
    {
        json.writeObjectFieldStart(name);
        json.writeNumberField("median", spread.median());
        json.writeNumberField("least", spread.least());
        json.writeNumberField("most", spread.most());
        json.writeNumberField("count", spread.count());
        json.writeEndObject();
    }

    private static String name(final double percentile)
    {
        return "p" + (percentile == Math.rint(percentile) ? Long.toString((long)percentile) :
            Double.toString(percentile));
    }
}
