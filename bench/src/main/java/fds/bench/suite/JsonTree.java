package fds.bench.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Reads small JSON files: objects as maps, arrays as lists, everything else as text. */
public final class JsonTree
{
    private JsonTree()
    {
    }

    /**
     * Read a file.
     *
     * @param file of one value.
     * @return map, list, text or null.
     */
    public static Object read(final Path file)
    {
        try (InputStream in = Files.newInputStream(file); JsonParser parser = new JsonFactory().createParser(in))
        {
            parser.nextToken();
            return value(parser);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What stands at a path of names.
     *
     * @param tree  a map.
     * @param names of fields, each within the one before.
     * @return null when one is not there.
     */
    public static Object at(final Object tree, final String... names)
    {
        Object at = tree;
        for (final String name : names)
        {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at;
    }

    /**
     * A list at a path of names.
     *
     * @param tree  a map.
     * @param names of fields.
     * @return empty when there is none.
     */
    public static List<?> list(final Object tree, final String... names)
    {
        return at(tree, names) instanceof List<?> list ? list : List.of();
    }

    private static Object value(final JsonParser parser) throws IOException
    {
        if (parser.currentToken() == JsonToken.START_OBJECT)
        {
            final Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME)
            {
                final String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY)
        {
            final List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY)
            {
                list.add(value(parser));
            }
            return list;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
    }
}
