package fds.feeds.text;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fds.market.door.BadInputException;

/**
 * Reads one JSON value cell by cell: fields of objects, elements of arrays, each checked as it is taken. It stands on
 * one value at a time; what is not JSON at all is a complaint like any other. Owned by the thread that reads.
 */
public final class JsonCells
{
    /** Makes complaints that say where the JSON stands. */
    public interface Place
    {
        /**
         * A complaint.
         *
         * @param field   that is wrong.
         * @param value   that was found.
         * @param allowed what would be right.
         * @return to be thrown.
         */
        BadInputException bad(String field, String value, String allowed);
    }

    private final JsonFactory json = new JsonFactory();
    private final Place place;
    private final String whole;
    private JsonParser parser;
    private String field;

    /**
     * A reader to be used again and again.
     *
     * @param place of complaints.
     * @param whole what an input must be, for messages: {@code one whole JSON object a line}.
     */
    public JsonCells(final Place place, final String whole)
    {
        this.place = place;
        this.whole = whole;
    }

    /**
     * Begin with bytes, and stand on their value.
     *
     * @param bytes memory.
     * @param start first byte.
     * @param end   behind the last.
     * @param name  of the value, for messages.
     * @return this.
     */
    public JsonCells open(final byte[] bytes, final int start, final int end, final String name)
    {
        field = name;
        try
        {
            close();
            parser = json.createParser(bytes, start, end - start);
            parser.nextToken();
        }
        catch (final IOException ex)
        {
            throw malformed();
        }
        return this;
    }

    /**
     * Begin with a stream, and stand on its value.
     *
     * @param in   closed by {@link #close}.
     * @param name of the value, for messages.
     * @return this.
     */
    public JsonCells open(final InputStream in, final String name)
    {
        field = name;
        try
        {
            close();
            parser = json.createParser(in);
            parser.nextToken();
        }
        catch (final IOException ex)
        {
            throw malformed();
        }
        return this;
    }

    /** Give the memory of the last input back; harmless when nothing is open. */
    public void close()
    {
        try
        {
            if (parser != null)
            {
                parser.close();
            }
        }
        catch (final IOException ex)
        {
            throw malformed();
        }
    }

    /**
     * In an object: move to the next field's value.
     *
     * @return false at the object's end.
     */
    public boolean nextField()
    {
        if (next() == JsonToken.FIELD_NAME)
        {
            try
            {
                field = parser.currentName();
            }
            catch (final IOException ex)
            {
                throw malformed();
            }
            next();
            return true;
        }
        expect(parser.currentToken() == JsonToken.END_OBJECT, "a whole object");
        return false;
    }

    /**
     * In an array: move to the next element.
     *
     * @return false at the array's end.
     */
    public boolean nextElement()
    {
        final JsonToken token = next();
        expect(token != null, "a whole array");
        return token != JsonToken.END_ARRAY;
    }

    /**
     * Check that the value's object is the whole of the input.
     *
     * @param name for messages.
     */
    public void end(final String name)
    {
        field = name;
        expect(next() == null, "nothing behind the JSON");
    }

    /**
     * Name of the value it stands on.
     *
     * @return the last field's.
     */
    public String field()
    {
        return field;
    }

    /**
     * Give the value a name that its JSON does not.
     *
     * @param name for messages.
     * @return this.
     */
    public JsonCells named(final String name)
    {
        field = name;
        return this;
    }

    /**
     * Check that it stands on an object; its fields are next.
     *
     * @param allowed what is expected, for messages.
     */
    public void object(final String allowed)
    {
        expect(parser.currentToken() == JsonToken.START_OBJECT, allowed);
    }

    /**
     * Check that it stands on an array; its elements are next.
     *
     * @param allowed what is expected, for messages.
     */
    public void array(final String allowed)
    {
        expect(parser.currentToken() == JsonToken.START_ARRAY, allowed);
    }

    /** Pass over the value with all it holds. */
    public void skip()
    {
        try
        {
            parser.skipChildren();
        }
        catch (final IOException ex)
        {
            throw malformed();
        }
    }

    /**
     * Whether the value is {@code null}.
     *
     * @return true for null.
     */
    public boolean isNull()
    {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * Whether the value is a text.
     *
     * @return true for a text.
     */
    public boolean isText()
    {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    /**
     * Whether the value is an object.
     *
     * @return true for one.
     */
    public boolean isObject()
    {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /**
     * Whether the value is an array.
     *
     * @return true for one.
     */
    public boolean isArray()
    {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /**
     * Line on which the value stands, of an input with several.
     *
     * @return 1 and up.
     */
    public long line()
    {
        return parser == null ? 1 : Math.max(1, parser.currentLocation().getLineNr());
    }

    /**
     * Whether the value is a whole number.
     *
     * @return true for one, of any size.
     */
    public boolean isWholeNumber()
    {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
    }

    /**
     * A text without blanks and control characters.
     *
     * @return not empty.
     */
    public String text()
    {
        expect(isText(), "a text");
        final String text = raw();
        for (int i = 0; i < text.length(); i++)
        {
            expect(text.charAt(i) > ' ' && text.charAt(i) != 0x7F, "a text without blanks");
        }
        expect(!text.isEmpty(), "not empty");
        return text;
    }

    /**
     * The characters of a text, number or flag, unchecked; objects and arrays are passed over.
     *
     * @return empty for null, objects and arrays.
     */
    public String plain()
    {
        if (parser.currentToken().isScalarValue() && !isNull())
        {
            return raw();
        }
        skip();
        return "";
    }

    /**
     * A whole number.
     *
     * @param max largest allowed.
     * @return 0 and up.
     */
    public long number(final long max)
    {
        try
        {
            expect(isWholeNumber() && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER &&
                parser.getLongValue() >= 0 && parser.getLongValue() <= max, "a whole number from 0 to " + max);
            return parser.getLongValue();
        }
        catch (final IOException ex)
        {
            throw malformed();
        }
    }

    /**
     * A flag.
     *
     * @return its value.
     */
    public boolean flag()
    {
        expect(parser.currentToken().isBoolean(), "true or false");
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    /**
     * A check of the value it stands on.
     *
     * @param holds   whether it is right.
     * @param allowed what would be.
     * @throws BadInputException when it is not.
     */
    public void expect(final boolean holds, final String allowed)
    {
        if (!holds)
        {
            throw bad(allowed);
        }
    }

    /**
     * A complaint of the value it stands on.
     *
     * @param allowed what would be right.
     * @return to be thrown.
     */
    public BadInputException bad(final String allowed)
    {
        return place.bad(field, parser.currentToken() == null ? "(end of data)" : raw(), allowed);
    }

    private JsonToken next()
    {
        try
        {
            return parser.nextToken();
        }
        catch (final IOException ex)
        {
            throw malformed();
        }
    }

    private String raw()
    {
        try
        {
            return parser.getText();
        }
        catch (final IOException ex)
        {
            throw malformed();
        }
    }

    private BadInputException malformed()
    {
        return place.bad(field, "(malformed)", whole);
    }
}
