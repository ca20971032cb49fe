package fds.app.view;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import fds.journal.read.DecisionReader;
import fds.market.codec.decision.RiskChangeDecoder;
import fds.market.control.ControlFrames;

/** Prints a journal's changes of risk: as a table, as JSON lines, or as CSV for a spreadsheet. */
public final class RiskList
{
    private static final String[] CSV_HEADERS = { "sequence", "time", "subject_kind", "subject", "venue",
        "level_before", "level_after", "total", "parts", "alerts" };

    private final List<RiskChangeView> changes;
    private final RiskWords words;
    private final TextResolver texts;
    private final PrintWriter out;

    /**
     * To a writer.
     *
     * @param changes to print, in order.
     * @param texts   names.
     * @param out     to print to.
     */
    public RiskList(final List<RiskChangeView> changes, final TextResolver texts, final PrintWriter out)
    {
        this.changes = List.copyOf(changes);
        this.texts = texts;
        this.out = out;
        words = new RiskWords(texts);
    }

    /**
     * Read a decision journal once.
     *
     * @param journal directory; one without decisions has no changes.
     * @param wanted  which.
     * @return they, in order.
     */
    public static List<RiskChangeView> read(final Path journal, final Predicate<RiskChangeView> wanted)
    {
        JournalTexts.requireJournal(journal);
        final List<RiskChangeView> changes = new ArrayList<>();
        if (JournalTexts.hasDecisions(journal))
        {
            try (DecisionReader reader = new DecisionReader(journal))
            {
                while (reader.next())
                {
                    if (ControlFrames.templateId(reader.buffer(), reader.offset()) == RiskChangeDecoder.TEMPLATE_ID)
                    {
                        final RiskChangeView change = RiskChangeView.decode(reader.buffer(), reader.offset());
                        if (wanted.test(change))
                        {
                            changes.add(change);
                        }
                    }
                }
            }
        }
        return changes;
    }

    /** For people. */
    public void table()
    {
        if (changes.isEmpty())
        {
            return;
        }
        final TextTable table =
            new TextTable(">sequence", "time (UTC)", "about", "subject", "was", "is", ">total", "parts");
        changes.forEach(change -> table.measure(cells(change)));
        out.println(table.header());
        changes.forEach(change -> out.println(table.line(cells(change))));
    }

    /** For programs: one object a line. */
    public void json()
    {
        final JsonLines lines = new JsonLines(out);
        changes.forEach(change -> lines.line(json ->
        {
            json.writeNumberField("sequence", change.sequence());
            json.writeNumberField("engine_time_ns", change.timeNanos());
            words.write(change, json);
        }));
    }

    /** For spreadsheets. */
    public void csv()
    {
        final SafeCsv csv = new SafeCsv();
        for (final String header : CSV_HEADERS)
        {
            csv.text(header);
        }
        out.print(SafeCsv.BYTE_ORDER_MARK + csv.end());
        changes.forEach(change -> out.print(csv.number(change.sequence()).text(Moment.text(change.timeNanos()))
            .text(kind(change)).text(words.subject(change)).text(texts.venue(change.venueId()))
            .text(change.before().word()).text(change.after().word()).number(change.total())
            .text(words.parts(change)).text(change.alertTexts()).end()));
    }

    private String[] cells(final RiskChangeView change)
    {
        return new String[]{ Long.toString(change.sequence()), Moment.shortText(change.timeNanos()), kind(change),
            words.subject(change), change.before().word(), change.after().word(), Integer.toString(change.total()),
            words.parts(change) };
    }

    private static String kind(final RiskChangeView change)
    {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }
}
