package fds.feeds.raw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fds.feeds.text.Plain;
import fds.market.door.BadInputException;

/**
 * One JSON value of a message, numbers as the digits that stand there. A field that is missing or null is
 * {@link #NONE}, so that a path may be followed to its end and asked there. Immutable once parsed.
 */
public final class Json
{
    /** What is not there. */
    public static final Json NONE = new Json("", null, null, "");

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String scalar; // null for an object or an array
    private final Map<String, Json> fields;
    private final List<Json> items;
    private final String name;

    private Json(final String scalar, final Map<String, Json> fields, final List<Json> items, final String name)
    {
        this.scalar = scalar;
        this.fields = fields;
        this.items = items;
        this.name = name;
    }

    /**
     * Read one whole value.
     *
     * @param bytes UTF-8.
     * @param start first byte.
     * @param end   behind the last.
     * @return an object, an array or a plain value.
     * @throws BadInputException when the bytes are not one whole JSON value.
     */
    public static Json parse(final byte[] bytes, final int start, final int end)
    {
        try (JsonParser parser = FACTORY.createParser(bytes, start, end - start))
        {
            if (parser.nextToken() != null)
            {
                final Json json = read(parser, "message");
                if (parser.nextToken() == null)
                {
                    return json;
                }
            }
        }
        catch (final IOException ex)
        {
            throw bad("message", "(malformed)", "one whole JSON value");
        }
        throw bad("message", "(malformed)", "one whole JSON value");
    }

    /**
     * A complaint about a message; the feed adds file and line.
     *
     * @param field   that is bad.
     * @param value   as found.
     * @param allowed what would have been right.
     * @return to throw.
     */
    public static BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException("message", 1, field, value, allowed);
    }

    /**
     * A field of an object.
     *
     * @param field its name.
     * @return {@link #NONE} when it is missing or null, or this is no object.
     */
    public Json get(final String field)
    {
        return fields == null ? NONE : fields.getOrDefault(field, NONE);
    }

    /**
     * The first of several names of a field that is there.
     *
     * @param names in the order in which they are looked for.
     * @return {@link #NONE} when there is none.
     */
    public Json any(final String... names)
    {
        for (final String candidate : names)
        {
            if (get(candidate).isPresent())
            {
                return get(candidate);
            }
        }
        return NONE;
    }

    /**
     * An item of an array.
     *
     * @param index from 0; below 0 counts from the end.
     * @return {@link #NONE} when there is none, or this is no array.
     */
    public Json at(final int index)
    {
        final int place = index < 0 ? size() + index : index;
        return items == null || place < 0 || place >= items.size() ? NONE : items.get(place);
    }

    /**
     * How many items or fields it has.
     *
     * @return 0 for a plain value.
     */
    public int size()
    {
        return items != null ? items.size() : fields == null ? 0 : fields.size();
    }

    /**
     * The items of an array, or the object itself where one stands in place of many.
     *
     * @return none when there is nothing.
     */
    public List<Json> items()
    {
        return items != null ? items : fields == null ? List.of() : List.of(this);
    }

    /**
     * The fields of an object.
     *
     * @return in their order; none when this is no object.
     */
    public Map<String, Json> fields()
    {
        return fields == null ? Map.of() : fields;
    }

    public boolean isPresent()
    {
        return this != NONE;
    }

    public boolean isObject()
    {
        return fields != null;
    }

    public boolean isArray()
    {
        return items != null;
    }

    /**
     * A plain value as text.
     *
     * @return empty when nothing is there, or it is no plain value.
     */
    public String text()
    {
        return scalar == null ? "" : scalar;
    }

    /**
     * Whether the plain value is a text.
     *
     * @param expected to compare with.
     * @return false when nothing is there.
     */
    public boolean is(final String expected)
    {
        return expected.equals(scalar) && this != NONE;
    }

    /**
     * A plain value that must be there.
     *
     * @return not empty, without blanks or control characters.
     * @throws BadInputException when it is not so.
     */
    public String need()
    {
        if (scalar == null || scalar.isEmpty() || !Plain.isWord(scalar))
        {
            throw bad(name, this == NONE ? "(missing)" : text(), "a value without blanks");
        }
        return scalar;
    }

    /**
     * A field that must be there.
     *
     * @param field its name.
     * @return as {@link #need()}.
     * @throws BadInputException when it is not there.
     */
    public String need(final String field)
    {
        final Json value = get(field);
        if (value == NONE)
        {
            throw bad(field, "(missing)", "a value");
        }
        return value.need();
    }

    /**
     * A whole number that must be there, as a number or as digits in a text.
     *
     * @return 0 or more.
     * @throws BadInputException when it is no such number.
     */
    public long number()
    {
        final String digits = need();
        if (digits.length() > 18 || !Plain.isDigits(digits, 0))
        {
            throw bad(name, digits, "a whole number from 0 to 10^18 - 1");
        }
        return Long.parseLong(digits);
    }

    /**
     * A field that must be there as a whole number.
     *
     * @param field its name.
     * @return as {@link #number()}.
     * @throws BadInputException when it is no such number.
     */
    public long number(final String field)
    {
        if (get(field) == NONE)
        {
            throw bad(field, "(missing)", "a whole number");
        }
        return get(field).number();
    }

    /**
     * An array or an object that must be there.
     *
     * @param field its name.
     * @return it.
     * @throws BadInputException when it is not there.
     */
    public Json part(final String field)
    {
        final Json value = get(field);
        if (value.items == null && value.fields == null)
        {
            throw bad(field, value == NONE ? "(missing)" : value.text(), "an array or an object");
        }
        return value;
    }

    private static Json read(final JsonParser parser, final String name) throws IOException
    {
        final JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT)
        {
            final Map<String, Json> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME)
            {
                final String field = parser.currentName();
                parser.nextToken();
                fields.put(field, read(parser, field));
            }
            expect(parser, JsonToken.END_OBJECT);
            return new Json(null, fields, null, name);
        }
        if (token == JsonToken.START_ARRAY)
        {
            final List<Json> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY)
            {
                items.add(read(parser, name));
            }
            return new Json(null, null, items, name);
        }
        if (token == null || !token.isScalarValue())
        {
            throw bad(name, "(cut off)", "one whole JSON value");
        }
        return token == JsonToken.VALUE_NULL ? NONE : new Json(parser.getText(), null, null, name);
    }

    private static void expect(final JsonParser parser, final JsonToken token)
    {
        if (parser.currentToken() != token)
        {
            throw bad("message", "(cut off)", "one whole JSON value");
        }
    }
}
