package fds.feeds.clean;

import java.util.Locale;

/** What a message is looked at for, before it is handed to the engine. */
public enum CleanRule
{
    /** It was told before, under the same number. */
    DUPLICATE,
    /** Its number is below its feed's newest, and it was not told before. */
    OLDER,
    /** A print far from the middle of those before it. */
    PRINT,
    /** A quote whose venue time is far behind its feed's clock. */
    OLD_QUOTE,
    /** A quote that has said the same for long. */
    FROZEN_QUOTE,
    /** The offset between the receiver's clock and the venue's jumped. */
    CLOCK;

    /**
     * How configuration and counters name it.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
