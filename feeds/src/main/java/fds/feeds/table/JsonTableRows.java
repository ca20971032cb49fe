package fds.feeds.table;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fds.feeds.source.ByteSource;
import fds.feeds.text.LineReader;
import fds.market.door.BadInputException;

/** Rows that are JSON objects, one a line, of which the table's columns are the plain fields. */
final class JsonTableRows implements TableRows
{
    private static final int LINE_MAX_BYTES = 64 * 1024;

    private final JsonFactory json = new JsonFactory();
    private final LineReader lines;
    private final List<String> columns;
    private final String[] cells; // [column]

    JsonTableRows(final ByteSource source, final String[] columns)
    {
        this.columns = List.of(columns);
        cells = new String[columns.length];
        lines = new LineReader(source.open(), source.name(), LINE_MAX_BYTES);
    }

    @Override
    public boolean next()
    {
        do
        {
            if (!lines.next())
            {
                return false;
            }
        }
        while (lines.start() == lines.end());
        Arrays.fill(cells, "");
        try (JsonParser parser = json.createParser(lines.bytes(), lines.start(), lines.end() - lines.start()))
        {
            read(parser);
        }
        catch (final IOException ex)
        {
            throw bad("row", "(malformed)", "one whole JSON object a line");
        }
        return true;
    }

    @Override
    public String text(final int column)
    {
        return cells[column];
    }

    @Override
    public long lineNumber()
    {
        return lines.lineNumber();
    }

    @Override
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(lines.source(), lines.lineNumber(), field, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private void read(final JsonParser parser) throws IOException
    {
        boolean isWhole = parser.nextToken() == JsonToken.START_OBJECT;
        while (isWhole && parser.nextToken() == JsonToken.FIELD_NAME)
        {
            final int column = columns.indexOf(parser.currentName());
            final JsonToken value = parser.nextToken();
            if (column >= 0 && value.isScalarValue() && value != JsonToken.VALUE_NULL)
            {
                cells[column] = parser.getText();
            }
            parser.skipChildren();
        }
        isWhole &= parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        if (!isWhole)
        {
            throw bad("row", "(malformed)", "one whole JSON object a line");
        }
    }
}
