package fds.app.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.journal.read.EventReader;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import org.agrona.concurrent.UnsafeBuffer;

/** The events an alert names, fetched from the event journal. */
public final class EvidenceTimeline
{
    /** Beyond this many events between two, a new look-up by sequence is cheaper than reading on. */
    private static final long SKIP_MAX = 20_000;

    private EvidenceTimeline()
    {
    }

    /**
     * The evidence in the order of its sequences; the first event and the cause are added when it omits them.
     *
     * @param alert   any.
     * @param journal directory it is from.
     * @return one entry a sequence.
     */
    public static List<Entry> of(final AlertView alert, final Path journal)
    {
        final Map<Long, String> roles = new HashMap<>();
        for (final AlertView.Evidence evidence : alert.evidence())
        {
            roles.merge(evidence.sequence(), evidence.role().word(), (one, other) -> one + ", " + other);
        }
        roles.putIfAbsent(alert.causeSequence(), "cause");
        roles.putIfAbsent(alert.firstSequence(), "first");
        final List<Long> sequences = roles.keySet().stream().sorted(Comparator.naturalOrder()).toList();
        final Map<Long, MarketEvent> events = events(sequences, journal);
        final List<Entry> entries = new ArrayList<>();
        for (final long sequence : sequences)
        {
            entries.add(new Entry(sequence, roles.get(sequence), events.get(sequence)));
        }
        return entries;
    }

    private static Map<Long, MarketEvent> events(final List<Long> sequences, final Path journal)
    {
        final Map<Long, MarketEvent> events = new HashMap<>();
        EventReader reader = null;
        try
        {
            for (final long sequence : sequences)
            {
                if (reader == null || sequence - reader.sequence() > SKIP_MAX)
                {
                    close(reader);
                    reader = new EventReader(journal, sequence);
                    if (!reader.next())
                    {
                        break;
                    }
                }
                while (reader.sequence() < sequence && reader.next())
                {
                    // What lies between is not evidence.
                }
                if (reader.sequence() == sequence && MarketEvent.isEvent(reader.buffer(), reader.offset()))
                {
                    final UnsafeBuffer copy = new UnsafeBuffer(new byte[MarketEvent.LENGTH]);
                    copy.putBytes(0, reader.buffer(), reader.offset(), MarketEvent.LENGTH);
                    events.put(sequence, new MarketEvent().wrap(copy, 0));
                }
            }
        }
        finally
        {
            close(reader);
        }
        return events;
    }

    private static void close(final EventReader reader)
    {
        if (reader != null)
        {
            reader.close();
        }
    }

    /**
     * An event of the pattern.
     *
     * @param sequence in the event journal.
     * @param role     words of its roles.
     * @param event    or null, when the journal does not hold it as an event.
     */
    public record Entry(long sequence, String role, MarketEvent event)
    {
        /**
         * When it happened.
         *
         * @return venue time, else engine time, else absent.
         */
        public long timeNanos()
        {
            return event == null ? Absent.VALUE : event.venueTimeNanos() != Absent.VALUE ? event.venueTimeNanos() :
                event.engineTimeNanos();
        }
    }
}
