package fds.market.event;

/** The dictionaries from text to id. A text has one id in a space; the same text in another space is another thing. */
public final class IdSpace
{
    public static final int ORDER = 1;
    public static final int ACCOUNT = 2;
    public static final int REFERENCE = 3;
    public static final int REASON = 4;
    public static final int OWNER_GROUP = 5;

    /** Codes are below this. */
    public static final int COUNT = 6;

    private IdSpace()
    {
    }
}
