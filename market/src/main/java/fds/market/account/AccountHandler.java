package fds.market.account;

import fds.market.event.MarketEvent;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;

/**
 * Works in the account stage, which sees all instruments in one order: risk, then the response policy.
 * <p>
 * Handlers are called in the order in which they are configured, on one thread, in the order of sequence: for an event
 * first the event, then the decisions that its findings led to. What a handler decides goes to the {@link DecisionSink}
 * that its factory was given; it is journaled before anyone acts on it, and the handlers behind this one hear of it at
 * once. A handler has no clock: its time is the engine time of what it is shown. It allocates nothing once made.
 */
public interface AccountHandler extends DecisionSink
{
    /**
     * Look at one event, TICKs among them. Called for the kinds that the factory names.
     *
     * @param event valid only during the call.
     * @param view  of the event's market as of the event; valid only during the call. Of an event whose instrument is
     *              not defined, and of a TICK, everything in it is absent.
     */
    void onEvent(MarketEvent event, MarketView view);

    /**
     * An event is about to be shown. A handler that keeps much may note which of its memory the event will need, and
     * load it at {@link #touch} for the whole batch, so that it does not wait for each line by itself. Decides nothing.
     *
     * @param event valid only during the call.
     * @param view  as of the event; valid only during the call.
     */
    default void lookAhead(final MarketEvent event, final MarketView view)
    {
    }

    /** All events of the batch were noted; the first of them is shown next. */
    default void touch()
    {
    }

    /**
     * Look at one control record: an instrument, an account, an id, a disposition, … Instruments and owners are in the
     * reference data already. Not called for CONFIG: that makes new handlers, which may go on with what these kept.
     *
     * @param templateId of {@code events.xml}.
     * @param buffer     valid only during the call.
     * @param offset     of the record's first byte.
     */
    default void onControl(final int templateId, final DirectBuffer buffer, final int offset)
    {
    }

    /**
     * Hear of a decision: findings, what became of alerts, blind spots, and what handlers before this one decided. Not
     * of what it decided itself.
     *
     * @param buffer valid only during the call.
     * @param offset of the record's first byte, its SBE header.
     * @param length in bytes.
     */
    @Override
    default void onDecision(final DirectBuffer buffer, final int offset, final int length)
    {
    }

    /**
     * Write all that is kept.
     *
     * @param state to write to.
     */
    void write(StateWriter state);

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    void read(StateReader state);
}
