package fds.feeds.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fds.feeds.source.ByteSource;
import fds.feeds.text.Cell;
import fds.feeds.text.CsvRow;
import fds.feeds.text.LineReader;
import fds.market.door.BadInputException;

/**
 * How a user's own CSV is read as the normalized one ({@code --map FILE}). The file is a CSV without header; empty
 * lines and lines that begin with {@code #} are skipped. Each row is one of
 * <pre>
 * column,THEIR_NAME,our_name           rename a column
 * value,our_name,THEIR_VALUE,our_value replace a whole cell of a column
 * constant,our_name,our_value          a column that their file does not have
 * ignore,THEIR_NAME                    a column of theirs that is not read
 * unit,our_name,ns|us|ms|s             what timestamp_ns or receive_ns counts in their file
 * </pre>
 */
public final class ColumnMap
{
    /** The map that changes nothing. */
    public static final ColumnMap NONE = new ColumnMap();

    private static final int LINE_MAX_BYTES = 4096;
    private static final int ROWS_MAX = 10_000;

    private final Map<String, String> columns = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, Long> nanosPerUnit = new HashMap<>();

    private ColumnMap()
    {
    }

    /**
     * Read a map.
     *
     * @param source of the file.
     * @return the map.
     * @throws BadInputException when the file is no such map.
     */
    public static ColumnMap read(final ByteSource source)
    {
        final ColumnMap map = new ColumnMap();
        final CsvRow row = new CsvRow();
        try (LineReader lines = new LineReader(source.open(), source.name(), LINE_MAX_BYTES))
        {
            while (lines.next())
            {
                if (lines.start() == lines.end() || lines.bytes()[lines.start()] == '#')
                {
                    continue;
                }
                final String wrong = row.split(lines.bytes(), lines.start(), lines.end());
                final String[] cells = new String[row.count()];
                for (int i = 0; i < cells.length; i++)
                {
                    cells[i] = row.cell(i, new Cell()).toString();
                }
                final String problem = wrong != null ? wrong :
                    lines.lineNumber() > ROWS_MAX ? "at most " + ROWS_MAX + " rows" : map.take(cells);
                if (problem != null)
                {
                    throw new BadInputException(
                        source.name(), lines.lineNumber(), "row", String.join(",", cells), problem);
                }
            }
        }
        return map;
    }

    /** Our name of a column of theirs; null when it is to be ignored. */
    String column(final String theirs)
    {
        return ignored.contains(theirs) ? null : columns.getOrDefault(theirs, theirs);
    }

    /** The replacements of a column's cells; null for none. */
    Map<String, String> values(final String column)
    {
        return values.get(column);
    }

    /** What stands in every row of a column; null for nothing. */
    String constant(final String column)
    {
        return constants.get(column);
    }

    long nanosPerUnit(final String column)
    {
        return nanosPerUnit.getOrDefault(column, 1L);
    }

    private String take(final String[] cells)
    {
        final List<String> ours = Arrays.asList(Column.headers());
        final String form = "one of 'column,THEIRS,ours', 'value,ours,THEIRS,ours', 'constant,ours,value', " +
            "'ignore,THEIRS', 'unit,ours,ns|us|ms|s', where ours is one of " + String.join(" ", ours);
        switch (cells[0] + "/" + cells.length)
        {
            case "column/3" ->
            {
                columns.put(cells[1], cells[2]);
                return ours.contains(cells[2]) ? null : form;
            }
            case "value/4" ->
            {
                values.computeIfAbsent(cells[1], name -> new HashMap<>()).put(cells[2], cells[3]);
                return ours.contains(cells[1]) ? null : form;
            }
            case "constant/3" ->
            {
                constants.put(cells[1], cells[2]);
                return ours.contains(cells[1]) ? null : form;
            }
            case "ignore/2" ->
            {
                ignored.add(cells[1]);
                return null;
            }
            case "unit/3" ->
            {
                final long nanos = switch (cells[2])
                {
                    case "ns" -> 1L;
                    case "us" -> 1_000L;
                    case "ms" -> 1_000_000L;
                    case "s" -> 1_000_000_000L;
                    default -> 0L;
                };
                nanosPerUnit.put(cells[1], nanos);
                return nanos > 0 && cells[1].endsWith("_ns") && ours.contains(cells[1]) ? null : form;
            }
            default ->
            {
                return form;
            }
        }
    }
}
