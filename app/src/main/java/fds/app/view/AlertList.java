package fds.app.view;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;

import fds.app.view.JournalAlerts.Row;
import fds.market.finding.BenefitMethod;
import fds.market.instrument.Instrument;

/** Prints a list of alerts: as a table, as JSON lines, or as CSV for a spreadsheet. */
public final class AlertList
{
    private static final int NAME_LENGTH = 24;
    private static final int ROWS_BETWEEN_CHECKS = 1024;
    private static final String[] CSV_HEADERS = { "row", "id", "detector", "typology", "version", "parameters",
        "episode", "severity", "score", "venue", "instrument", "accounts", "owner_group", "first_sequence",
        "cause_sequence", "first_time", "cause_time", "findings", "benefit_amount", "benefit_quote", "benefit_method",
        "tags", "summary_en", "summary_ko" };

    private final AlertWords words;
    private final PrintWriter out;

    /**
     * To a writer.
     *
     * @param words names and summaries.
     * @param out   to print to.
     */
    public AlertList(final AlertWords words, final PrintWriter out)
    {
        this.words = words;
        this.out = out;
    }

    /**
     * For people.
     *
     * @param rows to print, gone through twice; none prints nothing.
     */
    public void table(final Iterable<Row> rows)
    {
        final TextTable table = new TextTable(">#", "id", "first event (UTC)", "severity", ">score", "detector",
            "typology", "instrument", "accounts", ">findings", "state", "summary");
        boolean isEmpty = true;
        for (final Row row : rows)
        {
            table.measure(cells(row));
            isEmpty = false;
        }
        if (!isEmpty)
        {
            out.println(table.header());
            each(rows, row -> out.println(table.line(cells(row))));
        }
    }

    /**
     * For programs: one object a line.
     *
     * @param rows to print.
     */
    public void json(final Iterable<Row> rows)
    {
        final AlertJson json = new AlertJson(words);
        final JsonLines lines = new JsonLines(out);
        each(rows, row -> lines.line(target -> json.write(row.alert(), target)));
    }

    /**
     * For spreadsheets.
     *
     * @param rows to print; none prints the header alone.
     */
    public void csv(final Iterable<Row> rows)
    {
        final SafeCsv csv = new SafeCsv();
        for (final String header : CSV_HEADERS)
        {
            csv.text(header);
        }
        out.print(SafeCsv.BYTE_ORDER_MARK + csv.end());
        each(rows, row -> out.print(csvRow(row, csv)));
    }

    /** Goes through the rows until all are printed, or nobody reads any more. */
    private void each(final Iterable<Row> rows, final Consumer<Row> print)
    {
        int count = 0;
        for (final Row row : rows)
        {
            print.accept(row);
            if (++count % ROWS_BETWEEN_CHECKS == 0 && out.checkError())
            {
                return;
            }
        }
    }

    private String[] cells(final Row row)
    {
        final AlertView alert = row.alert();
        final String instrument = words.instrumentText(alert);
        return new String[]{ Integer.toString(row.number()), alert.idText(), Moment.shortText(row.beganNanos()),
            alert.severity().word(), Integer.toString(alert.score()), alert.detectorId(), alert.typology().word(),
            instrument == null ? "-" : TextTable.shortened(instrument, NAME_LENGTH), accounts(alert),
            Quantities.grouped(row.findings()), alert.state().word(), words.summaryEn(alert) };
    }

    private String csvRow(final Row row, final SafeCsv csv)
    {
        final AlertView alert = row.alert();
        csv.number(row.number()).text(alert.idText()).text(alert.detectorId()).text(alert.typology().word())
            .number(alert.detectorVersion()).text(AlertView.hex(alert.parametersHash())).text(alert.state().word())
            .text(alert.severity().word()).number(alert.score()).text(words.venue(alert))
            .text(words.instrumentText(alert)).text(String.join("; ", words.accounts(alert)))
            .text(words.ownerGroup(alert)).number(alert.firstSequence()).number(alert.causeSequence())
            .text(Moment.text(alert.firstTimeNanos())).text(Moment.text(alert.causeTimeNanos())).number(row.findings());
        final Instrument instrument = words.instrument(alert);
        if (alert.benefitMethod() == BenefitMethod.NONE || instrument == null)
        {
            csv.text("").text("").text("");
        }
        else
        {
            csv.number(Quantities.money(alert.benefitTickLots(), instrument)).text(instrument.quote())
                .text(alert.benefitMethod().word());
        }
        return csv.text(String.join("; ", alert.tagTexts())).text(words.summaryEn(alert)).text(words.summaryKo(alert))
            .end();
    }

    private String accounts(final AlertView alert)
    {
        final List<String> names = words.accounts(alert);
        if (names.isEmpty())
        {
            return "-";
        }
        final String shown = String.join(", ",
            names.stream().limit(2).map(name -> TextTable.shortened(name, NAME_LENGTH)).toList());
        return names.size() > 2 ? shown + " +" + (names.size() - 2) : shown;
    }
}
