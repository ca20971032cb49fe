package fds.feeds.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import fds.market.instrument.Instrument;

/**
 * The venues and instruments of one input, numbered from 1 in the order in which they were added, and found by name
 * without allocation. Filled while the input is opened, then only read; owned by the thread that reads.
 */
public final class InstrumentCatalog
{
    /** The venue of an input that names none. */
    public static final String DEFAULT_VENUE = "V1";

    /** Most instruments an input may have. */
    public static final int INSTRUMENTS_MAX = 1 << 20;

    private static final int VENUES_MAX = 0xFFFF;

    private final List<String> venues = new ArrayList<>();
    private final List<Instrument> instruments = new ArrayList<>();
    private int[] index = new int[64]; // instrument id, 0 for a free place

    /**
     * The number of a venue, given at its first use.
     *
     * @param name of the venue.
     * @return 1 and up.
     * @throws IllegalArgumentException when there are too many.
     */
    public int addVenue(final String name)
    {
        final int known = venueId(name);
        if (known > 0)
        {
            return known;
        }
        if (venues.size() == VENUES_MAX)
        {
            throw new IllegalArgumentException("at most " + VENUES_MAX + " venues");
        }
        venues.add(name);
        return venues.size();
    }

    /**
     * The number of a venue.
     *
     * @param name of the venue.
     * @return 1 and up, or 0 when it is not known.
     */
    public int venueId(final CharSequence name)
    {
        for (int i = 0; i < venues.size(); i++)
        {
            if (venues.get(i).contentEquals(name))
            {
                return i + 1;
            }
        }
        return 0;
    }

    /**
     * Add an instrument. Its id must be {@link #nextId()}, its venue one that was added.
     *
     * @param instrument to add.
     * @return false when the venue has an instrument of this name already; nothing is changed then.
     */
    public boolean add(final Instrument instrument)
    {
        if (find(instrument.venueId(), instrument.symbol()) > 0)
        {
            return false;
        }
        if (instrument.id() != nextId() || instrument.id() > INSTRUMENTS_MAX)
        {
            throw new IllegalArgumentException("instrument id is " + instrument.id() + ": must be " + nextId() +
                ", at most " + INSTRUMENTS_MAX);
        }
        instruments.add(instrument);
        if (instruments.size() * 2 > index.length)
        {
            index = new int[index.length * 2];
            instruments.forEach(this::place);
        }
        else
        {
            place(instrument);
        }
        return true;
    }

    /**
     * The id that the next instrument gets.
     *
     * @return 1 and up.
     */
    public int nextId()
    {
        return instruments.size() + 1;
    }

    /**
     * Find an instrument.
     *
     * @param venueId number of its venue.
     * @param symbol  its name there.
     * @return its id, or 0 when there is none.
     */
    public int find(final int venueId, final CharSequence symbol)
    {
        int at = hash(venueId, symbol) & index.length - 1;
        for (; index[at] != 0; at = at + 1 & index.length - 1)
        {
            final Instrument candidate = instruments.get(index[at] - 1);
            if (candidate.venueId() == venueId && candidate.symbol().contentEquals(symbol))
            {
                return index[at];
            }
        }
        return 0;
    }

    /**
     * An instrument by its id.
     *
     * @param id 1 to the number of instruments.
     * @return it.
     */
    public Instrument instrument(final int id)
    {
        return instruments.get(id - 1);
    }

    /**
     * All instruments.
     *
     * @return by ascending id; a view.
     */
    public List<Instrument> instruments()
    {
        return Collections.unmodifiableList(instruments);
    }

    /**
     * All venues.
     *
     * @return the venue with id {@code n} at {@code n - 1}; a view.
     */
    public List<String> venues()
    {
        return Collections.unmodifiableList(venues);
    }

    private void place(final Instrument instrument)
    {
        int at = hash(instrument.venueId(), instrument.symbol()) & index.length - 1;
        while (index[at] != 0)
        {
            at = at + 1 & index.length - 1;
        }
        index[at] = instrument.id();
    }

    private static int hash(final int venueId, final CharSequence symbol)
    {
        int hash = venueId;
        for (int i = 0; i < symbol.length(); i++)
        {
            hash = hash * 31 + symbol.charAt(i);
        }
        return (hash ^ hash >>> 15) * 0x9E3779B1 >>> 7;
    }
}
