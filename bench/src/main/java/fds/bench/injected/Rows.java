package fds.bench.injected;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of a normalized CSV, and how a row is made for it. */
final class Rows
{
    private final List<String> columns;

    Rows(final String header)
    {
        columns = List.of(header.split(",", -1));
    }

    String cell(final String[] row, final String column)
    {
        final int at = columns.indexOf(column);
        return at < 0 || at >= row.length ? "" : row[at];
    }

    /**
     * A row.
     *
     * @param like  a row of the recording, whose times, venue and instrument it takes.
     * @param nanos added to its times.
     * @param pairs column, value, column, value ...
     */
    String[] row(final String[] like, final long nanos, final String... pairs)
    {
        final String[] row = new String[columns.size()];
        Arrays.fill(row, "");
        for (final String column : List.of("timestamp_ns", "receive_ns"))
        {
            final String time = cell(like, column);
            if (!time.isEmpty())
            {
                row[columns.indexOf(column)] = Long.toString(Long.parseLong(time) + nanos);
            }
        }
        for (final String column : List.of("venue", "instrument"))
        {
            row[columns.indexOf(column)] = cell(like, column);
        }
        for (int i = 0; i < pairs.length; i += 2)
        {
            row[columns.indexOf(pairs[i])] = pairs[i + 1];
        }
        return row;
    }

    /** The time by which the engine goes: of receipt, or where none is told of the venue. */
    long timeNanos(final String[] row)
    {
        final String received = cell(row, "receive_ns");
        return Long.parseLong(received.isEmpty() ? cell(row, "timestamp_ns") : received);
    }

    boolean isLast(final String[] row)
    {
        return List.of(cell(row, "flags").split("\\|")).contains("last");
    }

    static String line(final String[] row)
    {
        return String.join(",", row);
    }

    static List<String[]> split(final List<String> lines)
    {
        final List<String[]> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(line.split(",", -1)));
        return rows;
    }
}
