package fds.bench.replays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fds.bench.quality.MeasuredPage;

/**
 * The measured tables of {@code docs/recordings.md}. They are written by the command and read by the test that holds
 * every file of the folder against them.
 */
final class RecordingsPage
{
    private static final String PAGE = "docs/recordings.md";
    private static final int HASH_DIGITS = 16;

    /**
     * A row of the table of inputs.
     *
     * @param format   that {@code auto} chooses.
     * @param events   of the feed.
     * @param rejected messages that cannot be taken.
     */
    record Row(String format, long events, long rejected)
    {
        static Row of(final Outcome outcome)
        {
            return new Row(outcome.format(), outcome.events(), outcome.rejected());
        }
    }

    private RecordingsPage()
    {
    }

    /** Renew the measured tables. */
    static void write(final Map<String, Outcome> inputs, final Map<String, String> lists)
    {
        final List<String> table = new ArrayList<>(List.of(
            "| input | format | events | rejected | alerts | decision_hash |",
            "| --- | --- | ---: | ---: | ---: | --- |"));
        final List<String> rejects = new ArrayList<>(List.of(
            "| input | line | field | value | what it must be |", "| --- | ---: | --- | --- | --- |"));
        inputs.forEach((name, outcome) ->
        {
            table.add("| `" + name + "` | " + outcome.format() + " | " + outcome.events() + " | " +
                outcome.rejected() + " | " + outcome.alerts() + " | `" + outcome.hash().substring(0, HASH_DIGITS) +
                "` |");
            if (!name.contains("*"))
            {
                outcome.rejects().forEach(line -> rejects.add("| `" + name + "` | " + cells(line) + " |"));
            }
        });
        final List<String> none = new ArrayList<>(List.of("| file | what it is |", "| --- | --- |"));
        lists.forEach((name, what) -> none.add("| `" + name + "` | " + what + " |"));
        MeasuredPage.writePart(PAGE, "inputs", table);
        MeasuredPage.writePart(PAGE, "rejects", rejects);
        MeasuredPage.writePart(PAGE, "lists", none);
    }

    /** What the page says of each input. */
    static Map<String, Row> inputs()
    {
        final Map<String, Row> rows = new LinkedHashMap<>();
        part("inputs").forEach(cells ->
            rows.put(name(cells), new Row(cells[2], Long.parseLong(cells[3]), Long.parseLong(cells[4]))));
        return rows;
    }

    /** What the page says that each file without events is. */
    static Map<String, String> lists()
    {
        final Map<String, String> rows = new LinkedHashMap<>();
        part("lists").forEach(cells -> rows.put(name(cells), cells[2]));
        return rows;
    }

    private static String name(final String[] cells)
    {
        return cells[1].replace("`", "");
    }

    /** Cells of a part's rows; the first is empty, as a row begins with a stroke. */
    private static List<String[]> part(final String name)
    {
        try
        {
            final List<String> text = Files.readAllLines(MeasuredPage.home().resolve(PAGE));
            return text.subList(text.indexOf("<!-- begin " + name + " -->") + 1,
                text.indexOf("<!-- end " + name + " -->")).stream().filter(line -> line.startsWith("| `"))
                .map(line -> line.trim().split(" *\\| *")).toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(PAGE + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** A line of a rejects file behind its source: position, field, value, allowed. */
    private static String cells(final String line)
    {
        final List<String> cells = new ArrayList<>();
        final StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++)
        {
            final char c = line.charAt(i);
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == ',' && !isQuoted)
            {
                cells.add(cell.toString());
                cell.setLength(0);
            }
            else
            {
                cell.append(c == '|' ? '/' : c);
            }
        }
        cells.add(cell.toString());
        return String.join(" | ", cells.subList(1, cells.size()));
    }
}
