package fds.app.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import fds.journal.read.DecisionReader;
import fds.market.codec.decision.BlindSpotDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.Absent;
import fds.market.partition.BlindSpotCause;
import org.agrona.DirectBuffer;

/** When a book was not to be trusted, as a decision journal tells it. */
public final class BookDoubts
{
    /** An alert's book counts as doubtful when it was so this long before the alert's first event. */
    static final long NEAR_NANOS = 60_000_000_000L;

    private static final Set<BlindSpotCause> CAUSES = Set.of(BlindSpotCause.FEED_GAP, BlindSpotCause.FEED_UNTRUSTED,
        BlindSpotCause.BOOK_CROSSED, BlindSpotCause.BOOK_INCOMPLETE, BlindSpotCause.BOOK_UNBUILT);

    private BookDoubts()
    {
    }

    /**
     * Whether a decision says that a book is not to be trusted, or again is.
     *
     * @param buffer of the record.
     * @param offset of its first byte.
     * @return null for any other record.
     */
    public static BlindSpotDecoder decode(final DirectBuffer buffer, final int offset)
    {
        if (ControlFrames.templateId(buffer, offset) != BlindSpotDecoder.TEMPLATE_ID)
        {
            return null;
        }
        final BlindSpotDecoder spot = new BlindSpotDecoder();
        spot.wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final BlindSpotCause cause = cause(spot);
        return cause == BlindSpotCause.BOOK_REBUILT || CAUSES.contains(cause) ? spot : null;
    }

    /**
     * Why.
     *
     * @param cause of a blind spot of {@link #decode}.
     * @param value of it, 0 when it is not told.
     * @return words.
     */
    public static String words(final BlindSpotCause cause, final long value)
    {
        return switch (cause)
        {
            case FEED_GAP -> value > 0 ? "a gap in the feed's numbering, " + Quantities.grouped(value) + " missing" :
                "a gap in the feed's numbering";
            case FEED_UNTRUSTED -> "its feed said so";
            case BOOK_CROSSED -> "it stayed crossed" + (value > 0 ? " for " + Quantities.duration(value) : "");
            case BOOK_INCOMPLETE -> "an order was named that is not in it";
            case BOOK_UNBUILT -> "changes came before the first whole book";
            default -> cause.name();
        };
    }

    static BlindSpotCause cause(final BlindSpotDecoder spot)
    {
        return spot.cause() < BlindSpotCause.values().length ? BlindSpotCause.values()[spot.cause()] : null;
    }

    /**
     * The times at or shortly before an alert's events at which its instrument's book was not to be trusted.
     *
     * @param alert   any.
     * @param journal directory it is from.
     * @return in their order.
     */
    public static List<Spell> near(final AlertView alert, final Path journal)
    {
        final List<Spell> spells = new ArrayList<>();
        try (DecisionReader reader = new DecisionReader(journal))
        {
            Spell open = null;
            while (reader.next())
            {
                final BlindSpotDecoder spot = decode(reader.buffer(), reader.offset());
                if (spot == null || spot.instrument() != alert.instrumentId())
                {
                    continue;
                }
                final BlindSpotCause cause = cause(spot);
                if (cause == BlindSpotCause.BOOK_REBUILT)
                {
                    open = keep(open == null ? null : open.ended(spot), alert, spells);
                }
                else
                {
                    open = open == null ? Spell.begun(spot) : open.also(spot);
                }
            }
            keep(open, alert, spells);
        }
        return spells;
    }

    private static Spell keep(final Spell spell, final AlertView alert, final List<Spell> spells)
    {
        if (spell != null && spell.firstSequence() <= alert.causeSequence() &&
            (spell.endSequence() == 0 || spell.endSequence() >= alert.firstSequence() ||
            alert.firstTimeNanos() - spell.endTimeNanos() <= NEAR_NANOS))
        {
            spells.add(spell);
        }
        return null;
    }

    /**
     * A time in which a book was not to be trusted.
     *
     * @param firstSequence event with which it began.
     * @param timeNanos     engine time of that event.
     * @param reasons       why, in the order in which they came, each once.
     * @param endSequence   event with which it ended, 0: not in this journal.
     * @param endTimeNanos  engine time of that event.
     * @param unseen        events that were not shown to what reads the book.
     */
    public record Spell(
        long firstSequence, long timeNanos, List<String> reasons, long endSequence, long endTimeNanos, long unseen)
    {
        private static Spell begun(final BlindSpotDecoder spot)
        {
            return new Spell(spot.sequence(), spot.engineTime(), List.of(words(cause(spot), spot.value())), 0,
                Absent.VALUE, 0);
        }

        private Spell also(final BlindSpotDecoder spot)
        {
            final String reason = words(cause(spot), spot.value());
            if (reasons.contains(reason))
            {
                return this;
            }
            final List<String> more = new ArrayList<>(reasons);
            more.add(reason);
            return new Spell(firstSequence, timeNanos, List.copyOf(more), endSequence, endTimeNanos, unseen);
        }

        private Spell ended(final BlindSpotDecoder spot)
        {
            return new Spell(firstSequence, timeNanos, reasons, spot.sequence(), spot.engineTime(), spot.value());
        }

        /**
         * As a line.
         *
         * @return from when to when, what was not shown, and why.
         */
        public String text()
        {
            return "from #" + firstSequence + " (" + Moment.text(timeNanos) + ") " + (endSequence == 0 ?
                "to the end of this journal" : "to #" + endSequence + " (" + Moment.text(endTimeNanos) + "), " +
                Quantities.grouped(unseen) + " events not shown to what reads the book") + ": " +
                String.join("; ", reasons);
        }
    }
}
