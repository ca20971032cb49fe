package fds.app.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** A JSON object that somebody else wrote: asked for what must be in it. */
final class JsonObject
{
    private final Map<String, Object> members;

    JsonObject(final Map<String, Object> members)
    {
        this.members = members;
    }

    /** Reads one object; numbers are whole. */
    static Map<String, Object> parse(final String text) throws IOException
    {
        try (JsonParser parser = new JsonFactory().createParser(text))
        {
            if (parser.nextToken() != JsonToken.START_OBJECT)
            {
                throw new IllegalArgumentException("it is no JSON object");
            }
            final Map<String, Object> object = object(parser);
            if (parser.nextToken() != null)
            {
                throw new IllegalArgumentException("there is more than one JSON object in it");
            }
            return object;
        }
    }

    String text(final String key)
    {
        if (members.get(key) instanceof String text)
        {
            return text;
        }
        throw new IllegalArgumentException("'" + key + "' must be a text");
    }

    long number(final String key)
    {
        if (members.get(key) instanceof Long number)
        {
            return number;
        }
        throw new IllegalArgumentException("'" + key + "' must be a whole number");
    }

    List<String> texts(final String key)
    {
        final List<String> texts = new ArrayList<>();
        for (final Object value : list(key))
        {
            if (!(value instanceof String text))
            {
                throw new IllegalArgumentException("'" + key + "' must be a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> objects(final String key)
    {
        final List<Map<String, Object>> objects = new ArrayList<>();
        for (final Object value : list(key))
        {
            if (!(value instanceof Map<?, ?> object))
            {
                throw new IllegalArgumentException("'" + key + "' must be a list of objects");
            }
            objects.add((Map<String, Object>)object);
        }
        return objects;
    }

    private List<?> list(final String key)
    {
        if (members.get(key) instanceof List<?> list)
        {
            return list;
        }
        throw new IllegalArgumentException("'" + key + "' must be a list");
    }

    private static Map<String, Object> object(final JsonParser parser) throws IOException
    {
        final Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            final String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static Object value(final JsonParser parser) throws IOException
    {
        return switch (parser.currentToken())
        {
            case START_OBJECT -> object(parser);
            case START_ARRAY ->
            {
                final List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY)
                {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_STRING -> parser.getText();
            default -> parser.getText();
        };
    }
}
