package fds.market.event;

/** The named values that stand for "the source did not say". */
public final class Absent
{
    /** An absent price, quantity, value, reference or time. */
    public static final long VALUE = Long.MIN_VALUE;

    /** An account, order or group that the source did not name. It never equals another unknown. */
    public static final long UNKNOWN_ID = 0;

    /** No instrument: the event is about an account or the whole venue. */
    public static final int NO_INSTRUMENT = 0;

    /** No slot was resolved. */
    public static final int NO_SLOT = -1;

    private Absent()
    {
    }
}
