package fds.market.event;

/** Bits of an event's flags. */
public final class Flags
{
    public static final int IOC = 1;
    public static final int FOK = 1 << 1;
    public static final int POST_ONLY = 1 << 2;
    public static final int MARKET = 1 << 3;
    public static final int REDUCE_ONLY = 1 << 4;
    public static final int LIQUIDATION = 1 << 5;
    public static final int STP = 1 << 6;
    public static final int HIDDEN = 1 << 7;
    public static final int API = 1 << 8;
    public static final int WEB = 1 << 9;
    public static final int APP = 1 << 10;
    public static final int SNAPSHOT = 1 << 11;

    /** Closes a message that spans events: until it the book may be crossed. */
    public static final int LAST = 1 << 12;

    private static final String[] NAMES = {
        "ioc", "fok", "post_only", "market", "reduce_only", "liquidation", "stp", "hidden", "api", "web", "app",
        "snapshot", "last" };

    private Flags()
    {
    }

    /**
     * The bit of a name.
     *
     * @param name as in the normalized CSV.
     * @return its bit, or 0 when there is no such flag.
     */
    public static int parse(final CharSequence name)
    {
        for (int bit = 0; bit < NAMES.length; bit++)
        {
            if (NAMES[bit].contentEquals(name))
            {
                return 1 << bit;
            }
        }
        return 0;
    }

    /**
     * Flags as text. Allocates: not for the path.
     *
     * @param flags bits.
     * @return names joined by {@code |}, empty when none is set.
     */
    public static String format(final int flags)
    {
        final StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < NAMES.length; bit++)
        {
            if ((flags & 1 << bit) != 0)
            {
                text.append(text.isEmpty() ? "" : "|").append(NAMES[bit]);
            }
        }
        return text.toString();
    }
}
