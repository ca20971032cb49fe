package fds.app.explain;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fds.app.plot.BookListener;
import fds.app.plot.BookReplica;
import fds.app.run.Progress;
import fds.app.view.EvidenceTimeline;
import fds.journal.read.EventReader;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;

/**
 * The book around each event of an alert, from going through the journal up to the last of them. Keeps a book for each
 * instrument that the alert's events are of, and nothing of any other.
 */
final class BookShots
{
    private final Map<Integer, BookReplica> books = new HashMap<>(); // by instrument
    private final Map<Integer, Integer> versions = new HashMap<>();
    private final Set<Long> wanted = new HashSet<>();
    private final Map<Long, BookShot> shots = new HashMap<>();
    private final MarketEvent event = new MarketEvent();
    private final ControlFrames frames = new ControlFrames();
    private long last;

    private BookShots(final List<EvidenceTimeline.Entry> timeline)
    {
        for (final EvidenceTimeline.Entry entry : timeline)
        {
            if (entry.event() != null)
            {
                wanted.add(entry.sequence());
                books.put(entry.event().instrumentId(), newBook());
                last = Math.max(last, entry.sequence());
            }
        }
    }

    /** By sequence; what is no event of the journal has none. */
    static Map<Long, BookShot> of(final List<EvidenceTimeline.Entry> timeline, final Path journal)
    {
        final BookShots shots = new BookShots(timeline);
        shots.read(journal);
        return shots.shots;
    }

    private void read(final Path journal)
    {
        final long[] at = new long[1];
        try (EventReader reader = new EventReader(journal);
            Progress progress = new Progress(() -> "books: at #" + at[0] + " of #" + last))
        {
            while (reader.next() && reader.sequence() <= last)
            {
                at[0] = reader.sequence();
                if (MarketEvent.isEvent(reader.buffer(), reader.offset()))
                {
                    onEvent(event.wrap(reader.buffer(), reader.offset()));
                }
                else if (ControlFrames.templateId(reader.buffer(), reader.offset()) ==
                    InstrumentDefinitionDecoder.TEMPLATE_ID)
                {
                    onInstrument(frames.decodeInstrument(reader.buffer(), reader.offset()));
                }
            }
        }
    }

    private void onEvent(final MarketEvent shown)
    {
        final BookReplica book = books.get(shown.instrumentId());
        if (book == null)
        {
            return;
        }
        if (wanted.contains(shown.sequence()))
        {
            shots.put(shown.sequence(), BookShot.around(shown, book));
        }
        else
        {
            book.accept(shown);
        }
    }

    /** Old ticks mean nothing in new ones. */
    private void onInstrument(final Instrument instrument)
    {
        final Integer before = versions.put(instrument.id(), instrument.version());
        if (books.containsKey(instrument.id()) && before != null && before < instrument.version())
        {
            books.put(instrument.id(), newBook());
        }
    }

    private static BookReplica newBook()
    {
        return new BookReplica(new BookListener()
        {
        });
    }
}
