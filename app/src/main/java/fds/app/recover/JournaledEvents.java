package fds.app.recover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import fds.market.codec.event.AccountDefinitionEncoder;
import fds.market.codec.event.ConfigEncoder;
import fds.market.codec.event.InstrumentDefinitionEncoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.codec.event.SanctionDecoder;
import fds.market.control.ControlFrames;
import fds.market.door.FrameSource;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * A journal's events on their way into an engine. Configurations can be replaced where they stand; what a restarted run
 * must not say twice is remembered.
 */
public final class JournaledEvents implements FrameSource
{
    private final FrameSource source;
    private final UnaryOperator<String> override;
    private final ControlFrames frames = new ControlFrames();
    private final MarketEvent event = new MarketEvent();
    private final ExpandableArrayBuffer replaced = new ExpandableArrayBuffer(1 << 12);
    private final List<Instrument> instruments = new ArrayList<>();
    private final Map<Integer, Position> positions = new HashMap<>();
    private DirectBuffer buffer;
    private int offset;
    private int length;
    private String configText;
    private long configSequence;
    private String buildId = "";
    private long accountCount;
    private final Map<String, String> listed = new LinkedHashMap<>(); // address to list

    /** The newest event of a feed. */
    private static final class Position
    {
        private long feedSequence;
        private long count;
    }

    /**
     * Begin with nothing remembered.
     *
     * @param source   of the frames.
     * @param override from a journaled configuration to the one that is handed on in its place.
     */
    public JournaledEvents(final FrameSource source, final UnaryOperator<String> override)
    {
        this.source = source;
        this.override = override;
    }

    @Override
    public boolean next()
    {
        if (!source.next())
        {
            return false;
        }
        buffer = source.buffer();
        offset = source.offset();
        length = source.length();
        if (MarketEvent.isEvent(buffer, offset))
        {
            event.wrap(buffer, offset);
            if (event.kind() != Kind.TICK)
            {
                remember(event.feedId(), event.feedSequence());
            }
            return true;
        }
        switch (ControlFrames.templateId(buffer, offset))
        {
            case ConfigEncoder.TEMPLATE_ID -> onConfig();
            case InstrumentDefinitionEncoder.TEMPLATE_ID -> instruments.add(frames.decodeInstrument(buffer, offset));
            case AccountDefinitionEncoder.TEMPLATE_ID -> accountCount++;
            case SanctionDecoder.TEMPLATE_ID -> onSanction();
            default ->
            {
                // Ids, dispositions and the rest: the sequencer learns what it needs by itself.
            }
        }
        return true;
    }

    @Override
    public DirectBuffer buffer()
    {
        return buffer;
    }

    @Override
    public int offset()
    {
        return offset;
    }

    @Override
    public int length()
    {
        return length;
    }

    @Override
    public void close()
    {
        source.close();
    }

    /**
     * The configuration in force at the end.
     *
     * @return its text, or null when there is none.
     */
    public String configText()
    {
        return configText;
    }

    /**
     * The build that wrote it.
     *
     * @return its id, or empty.
     */
    public String buildId()
    {
        return buildId;
    }

    /**
     * Every definition that was journaled.
     *
     * @return in order.
     */
    public List<Instrument> instruments()
    {
        return instruments;
    }

    /**
     * Account definitions that were journaled.
     *
     * @return definitions.
     */
    public long accountCount()
    {
        return accountCount;
    }

    /**
     * Addresses that stand on a list at the end of the journal.
     *
     * @return address to list.
     */
    public Map<String, String> listed()
    {
        return listed;
    }

    /**
     * Whether an event of a feed is in the journal already; to be asked of the feed's events in order.
     *
     * @param feedId       of the event.
     * @param feedSequence of the event.
     * @return true when it is.
     */
    public boolean has(final int feedId, final long feedSequence)
    {
        final Position position = positions.get(feedId);
        if (position == null || feedSequence > position.feedSequence)
        {
            return false;
        }
        if (feedSequence < position.feedSequence)
        {
            return true;
        }
        // One message may make several events: the journal may hold only the first of them.
        return position.count-- > 0;
    }

    /**
     * The sequence of the CONFIG record in force at the end.
     *
     * @return 0 when there is none.
     */
    public long configSequence()
    {
        return configSequence;
    }

    /**
     * Write what is remembered, of a journal that has a configuration.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(configSequence);
        StateText.put(state, configText);
        StateText.put(state, buildId);
        state.putLong(instruments.size());
        for (final Instrument instrument : instruments)
        {
            final int bytes = frames.encodeInstrument(replaced, 0, instrument);
            state.putLong(bytes);
            state.putBytes(replaced, 0, bytes);
        }
        state.putLong(accountCount);
        state.putLong(listed.size());
        listed.forEach((address, list) ->
        {
            StateText.put(state, address);
            StateText.put(state, list);
        });
        state.putLong(positions.size());
        new TreeMap<>(positions).forEach((feedId, position) ->
        {
            state.putLong(feedId);
            state.putLong(position.feedSequence);
            state.putLong(position.count);
        });
    }

    /**
     * Read what {@link #write} wrote, by one that has seen nothing.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        configSequence = state.getLong();
        configText = StateText.get(state);
        buildId = StateText.get(state);
        for (long left = state.getLong(); left > 0; left--)
        {
            final int bytes = Math.toIntExact(state.getLong());
            replaced.checkLimit(bytes);
            state.getBytes(replaced, 0, bytes);
            instruments.add(frames.decodeInstrument(replaced, 0));
        }
        accountCount = state.getLong();
        for (long left = state.getLong(); left > 0; left--)
        {
            listed.put(StateText.get(state), StateText.get(state));
        }
        for (long left = state.getLong(); left > 0; left--)
        {
            final Position position = new Position();
            positions.put((int)state.getLong(), position);
            position.feedSequence = state.getLong();
            position.count = state.getLong();
        }
    }

    private void onSanction()
    {
        final SanctionDecoder sanction =
            new SanctionDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final boolean isListed = sanction.listed() != 0;
        final String address = sanction.address();
        if (isListed)
        {
            listed.put(address, sanction.list());
        }
        else
        {
            listed.remove(address);
        }
    }

    private void remember(final int feedId, final long feedSequence)
    {
        Position position = positions.get(feedId);
        if (position == null)
        {
            position = new Position();
            positions.put(feedId, position);
        }
        if (feedSequence >= position.feedSequence) // a late message does not take the feed back
        {
            position.count = position.feedSequence == feedSequence ? position.count + 1 : 1;
            position.feedSequence = feedSequence;
        }
    }

    private void onConfig()
    {
        final String journaled = frames.decodeConfig(buffer, offset);
        buildId = frames.decodeBuildId(buffer, offset);
        configSequence = ControlFrames.sequence(buffer, offset);
        configText = override.apply(journaled);
        if (!configText.equals(journaled))
        {
            final long sequence = ControlFrames.sequence(buffer, offset);
            final long timeNanos = ControlFrames.engineTimeNanos(buffer, offset);
            length = frames.encodeConfig(replaced, 0, configText, fds.app.setup.Digests.hash64(configText), buildId);
            ControlFrames.stamp(replaced, 0, sequence, timeNanos);
            buffer = replaced;
            offset = 0;
        }
    }
}
