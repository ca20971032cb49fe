package fds.feeds.dialect;

import java.util.TreeSet;

import fds.feeds.raw.Told;

/**
 * The numbers of all messages of one connection. One that comes late, within {@value #LATE_MAX} messages, is not
 * missing; one that does not come in time means that every book of the connection may have missed something.
 */
final class ConnectionNumbers
{
    private static final int LATE_MAX = 64;

    private final TreeSet<Long> missing = new TreeSet<>();
    private long next = -1;

    /** Take the number of a message, before it is read. */
    void onMessage(final long number, final Told told)
    {
        if (next < 0 || number == 0)
        {
            missing.clear();
            next = number + 1; // a connection begins
            return;
        }
        if (number - next > LATE_MAX)
        {
            missing.clear();
            told.missed(number - next);
            next = number + 1;
            return;
        }
        missing.remove(number);
        for (; next <= number; next++)
        {
            if (next < number)
            {
                missing.add(next);
            }
        }
        if (!missing.isEmpty() && missing.first() < number - LATE_MAX)
        {
            told.missed(missing.size());
            missing.clear();
        }
    }
}
