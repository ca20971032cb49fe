package fds.market.finding;

import java.util.Locale;

/** How grave a finding is. The ordinal is the code in the journal. */
public enum Severity
{
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    private static final Severity[] VALUES = values();

    /**
     * The severity of a code.
     *
     * @param code as in the journal.
     * @return its severity; CRITICAL for a code of a newer version.
     */
    public static Severity of(final int code)
    {
        return code >= 0 && code < VALUES.length ? VALUES[code] : CRITICAL;
    }

    /**
     * The severity's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
