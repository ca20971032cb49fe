package fds.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Reads one JSON object into maps and lists, its keys in their order. */
final class Json
{
    private Json()
    {
    }

    static Map<String, Object> parse(final String line)
    {
        try (JsonParser parser = new JsonFactory().createParser(line))
        {
            parser.nextToken();
            final Map<String, Object> object = object(parser);
            if (parser.nextToken() != null)
            {
                throw new AssertionError("more than one object: " + line);
            }
            return object;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(line, e);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(final Map<String, Object> parent, final String key)
    {
        return (List<Map<String, Object>>)parent.get(key);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> child(final Map<String, Object> parent, final String key)
    {
        return (Map<String, Object>)parent.get(key);
    }

    private static Map<String, Object> object(final JsonParser parser) throws IOException
    {
        final Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            final String name = parser.currentName();
            parser.nextToken();
            if (object.put(name, value(parser)) != null)
            {
                throw new AssertionError("key " + name + " stands twice");
            }
        }
        return object;
    }

    private static Object value(final JsonParser parser) throws IOException
    {
        switch (parser.currentToken())
        {
            case START_OBJECT:
                return object(parser);
            case START_ARRAY:
                final List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY)
                {
                    list.add(value(parser));
                }
                return list;
            case VALUE_NUMBER_INT:
                return parser.getLongValue();
            case VALUE_NUMBER_FLOAT:
                return parser.getDoubleValue();
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_NULL:
                return null;
            default:
                return parser.getText();
        }
    }
}
