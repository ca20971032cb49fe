package fds.bench.incident;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A row of a case's table: something that somebody does, once or again and again. Trades are in no table, since what an
 * order meets is the market's to say.
 *
 * @param atNanos    since the case's start, below 0 for what was before; of a row with a trigger, the latest.
 * @param everyNanos between repetitions.
 * @param times      1 and up.
 * @param trigger    what it waits for; null: nothing.
 * @param step       name of what it is part of, by which evidence, twins and block points speak; may be empty.
 * @param cells      as in the table; {@code {n}} stands for the number of the repetition, from 0.
 */
record CaseStep(long atNanos, long everyNanos, int times, Trigger trigger, String step, String[] cells)
{
    /** Column names of a case's table. */
    static final List<String> COLUMNS = List.of("at", "every", "times", "step", "kind", "venue", "instrument",
        "order_id", "account", "counter_account", "side", "price", "price_step", "quantity", "value", "ref",
        "reason", "flags");

    /**
     * Something to wait for: that an order is filled whole.
     *
     * @param order      id.
     * @param delayNanos from then on.
     */
    record Trigger(String order, long delayNanos)
    {
    }

    /**
     * One repetition of a row.
     *
     * @param timeNanos since the case's start.
     * @param number    of the repetition, from 0.
     * @param of        the row.
     */
    record Act(long timeNanos, int number, CaseStep of)
    {
        String cell(final String column)
        {
            return of.cells[COLUMNS.indexOf(column)].replace("{n}", Integer.toString(number));
        }

        Set<String> steps()
        {
            return of.step.isEmpty() ? Set.of() : Set.of(of.step);
        }
    }

    /**
     * Read a row.
     *
     * @param line  of the table.
     * @param place for the message.
     */
    static CaseStep parse(final String line, final String place)
    {
        final String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS.size())
        {
            throw new IllegalArgumentException(place + ": has " + cells.length + " cells: must be " + COLUMNS.size());
        }
        try
        {
            final int times = cells[2].isEmpty() ? 1 : Integer.parseInt(cells[2]);
            final String[] at = cells[0].split(" ");
            final boolean waits = at.length == 5 && at[0].equals("after") && at[3].equals("else");
            return new CaseStep(nanos(waits ? at[4] : cells[0]), cells[1].isEmpty() ? 0 : nanos(cells[1]), times,
                waits ? new Trigger(at[1], nanos(at[2])) : null, cells[3], cells);
        }
        catch (final NumberFormatException e)
        {
            throw new IllegalArgumentException(place + ": " + e.getMessage() + ": at (or 'after ORDER SECONDS " +
                "else AT'), every and times must be numbers");
        }
    }

    /** All repetitions. */
    List<Act> acts()
    {
        final List<Act> acts = new ArrayList<>();
        for (int n = 0; n < times; n++)
        {
            acts.add(new Act(atNanos + n * everyNanos, n, this));
        }
        return acts;
    }

    private static long nanos(final String seconds)
    {
        return new BigDecimal(seconds).movePointRight(9).longValueExact();
    }
}
