package fds.bench.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a case demands of one detector.
 *
 * @param detector   id, or {@code manipulation}: all that accuse somebody of abuse.
 * @param fires      or must be silent.
 * @param instrument of the alert; empty: any.
 * @param accounts   one of which it must name; none: it accuses nobody.
 * @param block      step at whose last row at the latest it must be caused; empty: none.
 * @param evidence   step of the case to which an event of each role must belong.
 * @param twin       the cause that is taken away in the case's twin; null where there is none.
 * @param why        words on the demand, its source, or why it cannot be met.
 */
record Verdict(
    String detector,
    boolean fires,
    String instrument,
    List<String> accounts,
    String block,
    Map<String, String> evidence,
    Twin twin,
    String why)
{
    /** Column names of the file. */
    static final String HEADER = "detector,verdict,instrument,accounts,block,evidence,twin,why";

    /** Stands for every detector that accuses somebody of abuse. */
    static final String MANIPULATION = "manipulation";

    /** How a twin differs. */
    enum Change
    {
        /** The step did not happen. */
        WITHOUT,
        /** Another step happened in its place; in the case itself it does not happen. */
        INSTEAD,
        /** The account belongs to somebody else. */
        OWNER
    }

    /**
     * One cause taken away.
     *
     * @param change  how.
     * @param subject step or account.
     * @param other   step in its place, or owner.
     */
    record Twin(Change change, String subject, String other)
    {
        String text()
        {
            final String what = subject.replace('_', ' ');
            return switch (change)
            {
                case WITHOUT -> "without " + what;
                case INSTEAD -> other.replace('_', ' ') + " instead of " + what;
                case OWNER -> what + " belongs to " + other;
            };
        }
    }

    /**
     * Read a row.
     *
     * @param line  of the file; its last cell is all that is left, commas and all.
     * @param place for the message.
     */
    static Verdict parse(final String line, final String place)
    {
        final String[] cells = line.split(",", 8);
        if (cells.length != 8 || !cells[0].matches("D\\d{2,3}|" + MANIPULATION) ||
            !cells[1].matches("fire|silent") || cells[7].isBlank())
        {
            throw new IllegalArgumentException(place + ": '" + line + "' must be " + HEADER +
                ", with fire or silent, and a reason");
        }
        final Map<String, String> evidence = new LinkedHashMap<>();
        for (final String pair : words(cells[5]))
        {
            final String[] parts = pair.split(":");
            if (parts.length != 2)
            {
                throw new IllegalArgumentException(place + ": evidence '" + pair + "' must be role:step");
            }
            evidence.put(parts[0], parts[1]);
        }
        return new Verdict(cells[0], cells[1].equals("fire"), cells[2], words(cells[3]), cells[4], evidence,
            twin(cells[6], place), cells[7].strip());
    }

    private static Twin twin(final String text, final String place)
    {
        final String[] parts = text.split(" ");
        if (text.isEmpty())
        {
            return null;
        }
        for (final Change change : Change.values())
        {
            if (change.name().equalsIgnoreCase(parts[0]) && parts.length == (change == Change.WITHOUT ? 2 : 3))
            {
                return new Twin(change, parts[1], parts.length == 2 ? "" : parts[2]);
            }
        }
        throw new IllegalArgumentException(place + ": twin '" + text +
            "' must be 'without STEP', 'instead STEP STEP' or 'owner ACCOUNT GROUP'");
    }

    private static List<String> words(final String cell)
    {
        return cell.isEmpty() ? List.of() : List.of(cell.split("[ ;]"));
    }
}
