package fds.feeds.clean;

import fds.market.event.InboundEvent;

/** Hears of each message that a rule met. Called on the feed's thread. */
@FunctionalInterface
public interface CleanListener
{
    /**
     * A rule met a message.
     *
     * @param rule    which.
     * @param event   valid only during the call.
     * @param value   what was measured, as the rule says: a number, ticks or nanoseconds.
     * @param allowed in words.
     */
    void onMet(CleanRule rule, InboundEvent event, long value, String allowed);
}
