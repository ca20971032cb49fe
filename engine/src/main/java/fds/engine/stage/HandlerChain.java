package fds.engine.stage;

import java.util.List;

import fds.market.account.AccountHandler;
import fds.market.account.AccountHandlerFactory;
import fds.market.account.MarketView;
import fds.market.codec.event.AccountDefinitionDecoder;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.control.ControlFrames;
import fds.market.detector.Detection;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.owner.OwnerGroups;
import fds.market.reference.ReferenceData;
import fds.market.slots.StateBuffer;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The handlers of the account stage in their order, and the reference data that they read: the stage's own copy, so
 * that no table of a shard is looked at.
 * Owned by the account stage's thread.
 */
final class HandlerChain
{
    private static final int KEEP_ROLE = -1;
    private static final long REFERENCE_KINDS = Kind.mask(Kind.OWNER_GROUP, Kind.RATE);

    private final MarketViews views;
    private final Decider decider;
    private final ControlFrames frames = new ControlFrames();
    private final MarketView view = new MarketView();
    private final MarketView noView =
        new MarketView().wrap(new UnsafeBuffer(new byte[MarketView.LENGTH]), 0); // of an event without a market

    private ReferenceData reference;
    private List<AccountHandlerFactory> factories = List.of();
    private AccountHandler[] handlers = {};
    private long[] handlerKinds = {}; // [handler]
    private long kinds = REFERENCE_KINDS; // of all handlers, and of the reference data they read
    private UnsafeBuffer viewMemory;

    /** Takes what a handler decides, and tells those behind it. */
    @FunctionalInterface
    interface Decider
    {
        void decide(int firstBehind, DirectBuffer buffer, int offset, int length);
    }

    /**
     * Make a chain without handlers.
     *
     * @param views   written by the shards.
     * @param decider takes what handlers decide.
     */
    HandlerChain(final MarketViews views, final Decider decider)
    {
        this.views = views;
        this.decider = decider;
        noView.clear();
    }

    /**
     * A detection configuration is in force from here on. Its handlers go on with what those before kept where they
     * can, and begin anew where not.
     *
     * @param detection with its handlers.
     */
    void configure(final Detection detection)
    {
        if (reference == null)
        {
            reference = new ReferenceData(detection.capacity().instruments(), detection.capacity().ownedAccounts());
        }
        final List<AccountHandlerFactory> factoriesBefore = factories;
        final AccountHandler[] handlersBefore = handlers;
        factories = List.copyOf(detection.handlers());
        handlers = new AccountHandler[factories.size()];
        handlerKinds = new long[handlers.length];
        for (int i = 0; i < handlers.length; i++)
        {
            final int behind = i + 1;
            handlers[i] = factories.get(i).create(reference, (buffer, offset, length) ->
                decider.decide(behind, buffer, offset, length));
            handlerKinds[i] = factories.get(i).kinds();
            for (int before = 0; before < handlersBefore.length; before++)
            {
                if (factories.get(i).canContinue(factoriesBefore.get(before)))
                {
                    final StateBuffer kept = new StateBuffer();
                    handlersBefore[before].write(kept);
                    handlers[i].read(kept);
                }
            }
        }
        kinds = detection.handlerKinds() | REFERENCE_KINDS;
        viewMemory = handlers.length == 0 ? null : views.open();
    }

    /**
     * Take in an instrument.
     *
     * @param instrument or a new version of one.
     */
    void define(final Instrument instrument)
    {
        reference.define(instrument);
    }

    /**
     * Write the reference data and what handlers keep.
     *
     * @param state to write to.
     */
    void write(final StateWriter state)
    {
        reference.write(state);
        for (final AccountHandler handler : handlers)
        {
            handler.write(state);
        }
    }

    /**
     * Read what {@link #write} wrote; its instruments are defined here already.
     *
     * @param state to read from.
     */
    void read(final StateReader state)
    {
        reference.read(state);
        for (final AccountHandler handler : handlers)
        {
            handler.read(state);
        }
    }

    /**
     * What the chain is to be shown.
     *
     * @return mask of event kinds; OWNER_GROUP and RATE are always among them.
     */
    long kinds()
    {
        return kinds;
    }

    /**
     * Whether no handler asks for events, so that only those matter which the ring marks.
     *
     * @return true when there is none.
     */
    boolean isEmpty()
    {
        return handlers.length == 0;
    }

    /**
     * Who owns accounts now.
     *
     * @return to read; null before the first configuration.
     */
    OwnerGroups owners()
    {
        return reference == null ? null : reference.owners();
    }

    /**
     * Show a control record that is no CONFIG.
     *
     * @param template of it.
     * @param pool     that holds it.
     * @param at       its first byte.
     */
    void onControl(final int template, final UnsafeBuffer pool, final int at)
    {
        if (template == InstrumentDefinitionDecoder.TEMPLATE_ID)
        {
            define(frames.decodeInstrument(pool, at));
        }
        else if (template == AccountDefinitionDecoder.TEMPLATE_ID)
        {
            final AccountDefinitionDecoder account = frames.decodeAccount(pool, at);
            reference.owners().put(account.venue(), account.account(), account.ownerGroup(), account.role());
        }
        for (final AccountHandler handler : handlers)
        {
            handler.onControl(template, pool, at);
        }
    }

    /**
     * Show an event of one of the {@link #kinds}.
     *
     * @param event    that the shards have passed.
     * @param position of it in the main ring.
     */
    void onEvent(final MarketEvent event, final long position)
    {
        if (reference == null)
        {
            return;
        }
        final int kind = event.kind();
        if (kind == Kind.OWNER_GROUP)
        {
            final long group = event.reference();
            reference.owners().put(event.venueId(), event.accountId(),
                group == Absent.VALUE ? Absent.UNKNOWN_ID : group, KEEP_ROLE);
        }
        else if (kind == Kind.RATE)
        {
            reference.onEvent(event);
        }
        if (handlers.length == 0)
        {
            return;
        }
        final MarketView shown = kind == Kind.RATE || reference.instrument(event.instrumentId()) == null ? noView :
            view.wrap(viewMemory, views.offsetOf(position));
        for (int i = 0; i < handlers.length; i++)
        {
            if ((handlerKinds[i] >>> kind & 1) != 0)
            {
                handlers[i].onEvent(event, shown);
            }
        }
    }

    /**
     * Let handlers note an event of one of the {@link #kinds} that is shown soon.
     *
     * @param event    that the shards have passed.
     * @param position of it in the main ring.
     */
    void lookAhead(final MarketEvent event, final long position)
    {
        final int kind = event.kind();
        view.wrap(viewMemory, views.offsetOf(position));
        for (int i = 0; i < handlers.length; i++)
        {
            if ((handlerKinds[i] >>> kind & 1) != 0)
            {
                handlers[i].lookAhead(event, view);
            }
        }
    }

    /** Let handlers load what they noted. */
    void touch()
    {
        for (final AccountHandler handler : handlers)
        {
            handler.touch();
        }
    }

    /**
     * Tell handlers of a decision.
     *
     * @param first  handler that hears of it.
     * @param buffer with the record.
     * @param offset of its first byte.
     * @param length in bytes.
     */
    void tell(final int first, final DirectBuffer buffer, final int offset, final int length)
    {
        for (int i = first; i < handlers.length; i++)
        {
            handlers[i].onDecision(buffer, offset, length);
        }
    }
}
