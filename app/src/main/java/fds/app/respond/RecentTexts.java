package fds.app.respond;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import fds.actions.execute.CommandTexts;
import fds.market.codec.event.IdAssignmentDecoder;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.door.FrameSink;
import fds.market.event.IdSpace;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import org.agrona.DirectBuffer;

/**
 * The texts behind the numbers that commands name. Those of accounts are kept as long as the engine keeps them; of
 * orders and references, of which there are ever more, the newest: a verdict on an order follows its first message at
 * once. A text that is gone is told as {@code id:NUMBER}. Any thread.
 */
public final class RecentTexts implements CommandTexts, FrameSink
{
    private final ControlFrames frames = new ControlFrames();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final IdAssignmentDecoder assignment = new IdAssignmentDecoder();
    private final Map<Integer, String> venues = new HashMap<>();
    private final Map<Integer, String> instruments = new HashMap<>();
    private final Map<Key, String> accounts;
    private final Map<Key, String> others;

    /** Whose text it is. */
    private record Key(int venueId, int space, long id)
    {
    }

    /**
     * Start with nothing known.
     *
     * @param capacity texts of accounts, and as many of orders and references together.
     */
    public RecentTexts(final int capacity)
    {
        accounts = newest(capacity);
        others = newest(capacity);
    }

    @Override
    public synchronized void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (MarketEvent.isEvent(buffer, offset))
        {
            return;
        }
        final int template = ControlFrames.templateId(buffer, offset);
        if (template == IdAssignmentDecoder.TEMPLATE_ID)
        {
            assignment.wrapAndApplyHeader(buffer, offset, header);
            final int space = assignment.idSpace();
            if (space == IdSpace.ACCOUNT || space == IdSpace.ORDER || space == IdSpace.REFERENCE)
            {
                (space == IdSpace.ACCOUNT ? accounts : others).put(
                    new Key(assignment.venue(), space, assignment.assigned()), assignment.content());
            }
        }
        else if (template == InstrumentDefinitionDecoder.TEMPLATE_ID)
        {
            final Instrument instrument = frames.decodeInstrument(buffer, offset);
            instruments.put(instrument.id(), instrument.symbol());
            venues.put(instrument.venueId(), instrument.venue());
        }
    }

    @Override
    public void onBatchEnd()
    {
        // nothing is kept back
    }

    @Override
    public synchronized String venue(final int venueId)
    {
        return venueId == 0 ? null : venues.getOrDefault(venueId, "V" + venueId);
    }

    @Override
    public String account(final int venueId, final long account)
    {
        return text(accounts, venueId, IdSpace.ACCOUNT, account);
    }

    @Override
    public String order(final int venueId, final long order)
    {
        return text(others, venueId, IdSpace.ORDER, order);
    }

    @Override
    public String reference(final int venueId, final long reference)
    {
        return text(others, venueId, IdSpace.REFERENCE, reference);
    }

    @Override
    public synchronized String instrument(final int instrumentId, final long sequence)
    {
        return instrumentId == 0 ? null : instruments.getOrDefault(instrumentId, "id:" + instrumentId);
    }

    private synchronized String text(final Map<Key, String> texts, final int venueId, final int space, final long id)
    {
        return id == 0 || id == Long.MIN_VALUE ? null :
            id > 0 ? Long.toString(id) : texts.getOrDefault(new Key(venueId, space, id), "id:" + id);
    }

    private static Map<Key, String> newest(final int capacity)
    {
        return new LinkedHashMap<>()
        {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(final Map.Entry<Key, String> eldest)
            {
                return size() > capacity;
            }
        };
    }
}
