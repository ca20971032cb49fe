package fds.app.view;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

import fds.actions.execute.ActionRecord;
import fds.app.view.JournalActions.Row;

/** Prints a list of actions: as a table, as JSON lines, or as CSV for a spreadsheet. */
public final class ActionList
{
    private static final int NAME_LENGTH = 24;
    private static final int GROUND_DIGITS = 16;
    private static final String[] CSV_HEADERS = { "row", "action", "kind", "state", "cause", "mode", "level",
        "typology", "role", "venue", "account", "instrument", "about", "decided", "newest", "expires", "attempt",
        "approval_needed", "approver", "reason", "alerts", "tags", "idempotency_key" };

    private final ActionWords words;
    private final PrintWriter out;

    /**
     * To a writer.
     *
     * @param words names.
     * @param out   to print to.
     */
    public ActionList(final ActionWords words, final PrintWriter out)
    {
        this.words = words;
        this.out = out;
    }

    /**
     * For people.
     *
     * @param rows to print; none prints nothing.
     */
    public void table(final List<Row> rows)
    {
        final TextTable table = new TextTable(">#", "id", "decided (UTC)", "level", "action", "account", "about",
            "for", "state", "mode", "until (UTC)", "approval", "ground");
        for (final Row row : rows)
        {
            final ActionRecord now = row.now();
            table.row(Integer.toString(row.number()), ActionRecord.hex(now.action()),
                Moment.shortText(row.decided().timeNanos()), now.level().word(), now.kind().word(),
                name(words.account(now)), name(words.about(now)),
                now.typology() == null ? "-" : now.typology().word(), now.state().word() + why(now),
                now.mode().word(), now.expiryNanos() == Long.MAX_VALUE ? "a person ends it" :
                Moment.shortText(now.expiryNanos()), approval(row),
                now.alerts().isEmpty() ? "level of risk" : now.alerts().stream()
                    .map(alert -> ActionRecord.hex(alert).substring(0, GROUND_DIGITS))
                    .collect(Collectors.joining(" ")));
        }
        if (!rows.isEmpty())
        {
            table.lines("").forEach(out::println);
        }
    }

    /**
     * For programs: one object a line.
     *
     * @param rows to print.
     */
    public void json(final List<Row> rows)
    {
        final JsonLines lines = new JsonLines(out);
        for (final Row row : rows)
        {
            lines.line(json ->
            {
                json.writeNumberField("row", row.number());
                words.write(row.now(), json);
                json.writeNumberField("first_decided_ns", row.decided().timeNanos());
                json.writeStringField("approver", row.approver());
                json.writeStringField("reason", row.reason());
            });
        }
    }

    /**
     * For spreadsheets.
     *
     * @param rows to print; none prints the header alone.
     */
    public void csv(final List<Row> rows)
    {
        final SafeCsv csv = new SafeCsv();
        for (final String header : CSV_HEADERS)
        {
            csv.text(header);
        }
        out.print(SafeCsv.BYTE_ORDER_MARK + csv.end());
        for (final Row row : rows)
        {
            final ActionRecord now = row.now();
            out.print(csv.number(row.number()).text(ActionRecord.hex(now.action())).text(now.kind().word())
                .text(now.state().word()).text(now.cause().word()).text(now.mode().word()).text(now.level().word())
                .text(now.typology() == null ? null : now.typology().word())
                .text(now.role().name().toLowerCase(java.util.Locale.ROOT)).text("V" + now.venueId())
                .text(words.account(now)).text(words.instrument(now)).text(words.about(now))
                .text(Moment.text(row.decided().timeNanos())).text(Moment.text(now.timeNanos()))
                .text(now.expiryNanos() == Long.MAX_VALUE ? null : Moment.text(now.expiryNanos()))
                .number(now.attempt()).text(now.approvalNeeded() ? "yes" : "no").text(row.approver())
                .text(row.reason())
                .text(now.alerts().stream().map(ActionRecord::hex).collect(Collectors.joining("; ")))
                .text(String.join("; ", now.tagTexts())).text(ActionRecord.hex(now.key())).end());
        }
    }

    private static String approval(final Row row)
    {
        return row.approver() != null ? TextTable.shortened(row.approver(), NAME_LENGTH) :
            row.now().approvalNeeded() ? "needed" : "-";
    }

    /** Why it did not go as usual. */
    private static String why(final ActionRecord now)
    {
        return switch (now.cause())
        {
            case BREAKER -> " (breaker)";
            case ESCALATION -> " (an action failed)";
            case ACCOUNT_LIMIT -> " (limit of the account)";
            case KIND_LIMIT -> " (limit of the kind)";
            case ALERT, RISK, ORDER_REQUEST, WITHDRAW_REQUEST, PERSON, ACKNOWLEDGEMENT, TIME -> "";
        };
    }

    private static String name(final String text)
    {
        return text == null ? "-" : TextTable.shortened(text, NAME_LENGTH);
    }
}
