package fds.engine.stage;

import java.util.ArrayList;
import java.util.List;

import fds.market.control.ControlFrames;
import fds.market.instrument.Instrument;
import fds.market.reference.ReferenceData;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.ExpandableArrayBuffer;

/**
 * What control records have defined and every stage must know before it can read its state: the detection configuration
 * in force and the newest version of each instrument.
 *
 * @param configText  text of the newest CONFIG record, or null when there was none.
 * @param instruments by ascending id.
 */
public record Definitions(String configText, List<Instrument> instruments)
{
    /** Copies the list. */
    public Definitions
    {
        instruments = List.copyOf(instruments);
    }

    static Definitions of(final String configText, final ReferenceData reference)
    {
        final List<Instrument> instruments = new ArrayList<>();
        for (int id = 1; reference != null && id <= reference.instrumentIdMax(); id++)
        {
            if (reference.instrument(id) != null)
            {
                instruments.add(reference.instrument(id));
            }
        }
        return new Definitions(configText, instruments);
    }

    /**
     * Write them.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        final ControlFrames frames = new ControlFrames();
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(); // control records, as in a journal
        put(state, buffer, configText == null ? 0 : frames.encodeConfig(buffer, 0, configText, 0, ""));
        state.putLong(instruments.size());
        for (final Instrument instrument : instruments)
        {
            put(state, buffer, frames.encodeInstrument(buffer, 0, instrument));
        }
    }

    /**
     * Read what {@link #write} wrote.
     *
     * @param state to read from.
     * @return the definitions.
     */
    public static Definitions read(final StateReader state)
    {
        final ControlFrames frames = new ControlFrames();
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        final String configText = get(state, buffer) == 0 ? null : frames.decodeConfig(buffer, 0);
        final List<Instrument> instruments = new ArrayList<>();
        for (long left = state.getLong(); left > 0; left--)
        {
            get(state, buffer);
            instruments.add(frames.decodeInstrument(buffer, 0));
        }
        return new Definitions(configText, instruments);
    }

    private static void put(final StateWriter state, final ExpandableArrayBuffer buffer, final int length)
    {
        state.putLong(length);
        state.putBytes(buffer, 0, length);
    }

    private static int get(final StateReader state, final ExpandableArrayBuffer buffer)
    {
        final int length = Math.toIntExact(state.getLong());
        buffer.checkLimit(length);
        state.getBytes(buffer, 0, length);
        return length;
    }
}
