package fds.market.door;

import java.util.List;

import fds.market.event.InboundEvent;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/**
 * A source of events that is pulled: a file, a directory of messages, the simulator. Owned by the thread that reads.
 */
public interface Feed extends AutoCloseable
{
    /**
     * The instruments its events name. Their ids, 1 and up without gaps, are those that the events carry; the caller
     * defines them to the engine before the first event.
     *
     * @return by ascending id; known before the first {@link #next}.
     */
    List<Instrument> instruments();

    /**
     * The accounts whose owner group or role the source knows.
     *
     * @return possibly none: then each account is its own group.
     */
    List<AccountOwner> accounts();

    /**
     * Read one event.
     *
     * @param event to fill; cleared by the feed first. {@code feedSequence} is set to the row or message number, 1 and
     *              up, so that a restarted engine can skip what it has.
     * @return false at the end of the source; the event is then unspecified.
     * @throws BadInputException when the next message cannot be read as an event. The feed has passed it: the next call
     *                           reads the message behind it.
     */
    boolean next(InboundEvent event);

    /** Give back files. Idempotent. */
    @Override
    void close();
}
