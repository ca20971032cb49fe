package fds.bench.incident;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Rows of the normalized CSV as a case makes them, and what each has to do with the case's steps. */
final class CaseRows
{
    /** The columns that are written, in this order. */
    static final String HEADER = "timestamp_ns,kind,venue,instrument,order_id,account,counter_order_id," +
        "counter_account,side,price,quantity,value,ref,reason,flags";

    private final List<String> lines = new ArrayList<>();
    private final List<Long> timesNanos = new ArrayList<>();
    private final List<Set<String>> steps = new ArrayList<>();

    /**
     * Add a row.
     *
     * @param timeNanos of it.
     * @param named     steps that it belongs to, none of ordinary flow.
     * @param cells     behind the time, as the header names them.
     */
    void add(final long timeNanos, final Set<String> named, final String... cells)
    {
        lines.add(timeNanos + "," + String.join(",", cells));
        timesNanos.add(timeNanos);
        steps.add(named);
    }

    /** The newest row ends its message. */
    void closeMessage()
    {
        final int newest = lines.size() - 1;
        final String line = lines.get(newest);
        lines.set(newest, line + (line.endsWith(",") ? "last" : "|last"));
    }

    /**
     * Time of a row.
     *
     * @param row 1 and up, the header not counted.
     * @return venue time.
     */
    long timeNanos(final long row)
    {
        return timesNanos.get((int)row - 1);
    }

    boolean isOf(final long row, final String step)
    {
        return row >= 1 && row <= steps.size() && steps.get((int)row - 1).contains(step);
    }

    /**
     * Where some steps begin.
     *
     * @param named steps of the case; none: any of it.
     * @return row, or 0 when nothing came of them.
     */
    long firstRow(final Collection<String> named)
    {
        for (int i = 0; i < steps.size(); i++)
        {
            if (isAmong(i, named))
            {
                return i + 1;
            }
        }
        return 0;
    }

    /**
     * Where some steps end.
     *
     * @param named steps of the case; none: any of it.
     * @return row, or 0 when nothing came of them.
     */
    long lastRow(final Collection<String> named)
    {
        for (int i = steps.size() - 1; i >= 0; i--)
        {
            if (isAmong(i, named))
            {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isAmong(final int index, final Collection<String> named)
    {
        return named.isEmpty() ? !steps.get(index).isEmpty() : !Collections.disjoint(steps.get(index), named);
    }

    /** Write them, once; their times and steps stay. */
    void write(final Path file)
    {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8))
        {
            out.write(HEADER + "\n");
            for (final String line : lines)
            {
                out.write(line + "\n");
            }
            lines.clear();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
