package fds.app.view;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fds.market.event.Absent;

/** Writes JSON objects, one a line. Owned by one thread. */
public final class JsonLines
{
    private final Writer target;
    private final JsonGenerator json;

    /**
     * On a writer.
     *
     * @param target to write to; neither flushed nor closed.
     */
    public JsonLines(final Writer target)
    {
        this.target = target;
        try
        {
            final JsonFactory factory = new JsonFactory();
            factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            factory.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json = factory.createGenerator(target);
            json.setRootValueSeparator(null);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    public interface Fields
    {
        /**
         * Write fields.
         *
         * @param json inside an object.
         * @throws IOException when the target cannot take them.
         */
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * Write one object and end its line.
     *
     * @param fields of it.
     */
    public void line(final Fields fields)
    {
        try
        {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
            json.flush();
            target.write('\n');
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One object as text.
     *
     * @param fields of it.
     * @return without line end.
     */
    public static String text(final Fields fields)
    {
        final StringWriter text = new StringWriter(1024);
        new JsonLines(text).line(fields);
        return text.toString().stripTrailing();
    }

    /**
     * Write a number, or null when it is absent.
     *
     * @param json  inside an object.
     * @param name  of the field.
     * @param value or {@link Absent#VALUE}.
     * @throws IOException when the target cannot take it.
     */
    public static void number(final JsonGenerator json, final String name, final long value) throws IOException
    {
        if (value == Absent.VALUE)
        {
            json.writeNullField(name);
        }
        else
        {
            json.writeNumberField(name, value);
        }
    }

    /**
     * Write a list of texts.
     *
     * @param json   inside an object.
     * @param name   of the field.
     * @param values of it.
     * @throws IOException when the target cannot take them.
     */
    public static void texts(final JsonGenerator json, final String name, final List<String> values) throws IOException
    {
        json.writeArrayFieldStart(name);
        for (final String value : values)
        {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
