package fds.engine.sequencer;

import fds.market.event.MarketEvent;

/** Hears of messages that did not pass the door. Called on the sequencer's thread. */
@FunctionalInterface
public interface RejectListener
{
    /**
     * A message was refused; nothing of it went on.
     *
     * @param event  as it came; valid only during the call.
     * @param reason which field, and why.
     */
    void onReject(MarketEvent event, RejectReason reason);
}
