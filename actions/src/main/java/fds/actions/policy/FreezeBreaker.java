package fds.actions.policy;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * Stops freezes without a person's word when there are too many of them in a short time, as a wrong threshold or a
 * poisoned feed would make. Closed: freezes go. Open: a person decides each. Owned by one thread.
 */
final class FreezeBreaker
{
    private final RecentTimes freezes;
    private final long resetNanos;
    private boolean open;
    private long openedNanos;
    private long notice; // the action that called a person

    FreezeBreaker(final PolicyLimits limits)
    {
        freezes = new RecentTimes(limits.freezeCount(), limits.breakerNanos());
        resetNanos = limits.resetNanos();
    }

    boolean isOpen()
    {
        return open;
    }

    /** Whether one more freeze is within the limit; not asked while it is open. */
    boolean admits(final long timeNanos)
    {
        return freezes.admits(timeNanos);
    }

    void onFreeze(final long timeNanos)
    {
        freezes.add(timeNanos);
    }

    void open(final long timeNanos)
    {
        open = true;
        openedNanos = timeNanos;
        notice = 0;
    }

    /** The action by which a person was called; whoever approves it resets the breaker. */
    void notice(final long action)
    {
        notice = action;
    }

    long notice()
    {
        return notice;
    }

    void reset()
    {
        open = false;
        notice = 0;
        freezes.clear();
    }

    void onTime(final long timeNanos)
    {
        if (open && resetNanos > 0 && timeNanos - openedNanos >= resetNanos)
        {
            reset();
        }
    }

    void write(final StateWriter state)
    {
        freezes.write(state);
        state.putLong(open ? 1 : 0);
        state.putLong(openedNanos);
        state.putLong(notice);
    }

    void read(final StateReader state)
    {
        freezes.read(state);
        open = state.getLong() != 0;
        openedNanos = state.getLong();
        notice = state.getLong();
    }
}
