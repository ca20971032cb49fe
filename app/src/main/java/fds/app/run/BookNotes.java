package fds.app.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fds.app.view.BookDoubts;
import fds.app.view.JournalTexts;
import fds.market.codec.decision.BlindSpotDecoder;
import fds.market.door.FrameSink;
import fds.market.instrument.Instrument;
import fds.market.partition.BlindSpotCause;
import org.agrona.DirectBuffer;

/** Counts, of the decisions of a run, when books were not to be trusted, to be told at its end. One thread. */
final class BookNotes implements FrameSink
{
    private static final int NAMED_MAX = 5;

    private final Map<BlindSpotCause, Long> begun = new EnumMap<>(BlindSpotCause.class);
    private final Map<BlindSpotCause, Set<Integer>> concerned = new EnumMap<>(BlindSpotCause.class);
    private final Map<Integer, Long> open = new TreeMap<>(); // instrument to the sequence since which
    private long missing;
    private long unseen;
    private long rebuilt;

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        final BlindSpotDecoder spot = BookDoubts.decode(buffer, offset);
        if (spot == null)
        {
            return;
        }
        final BlindSpotCause cause = BlindSpotCause.values()[spot.cause()];
        if (cause == BlindSpotCause.BOOK_REBUILT)
        {
            open.remove(spot.instrument());
            rebuilt++;
            unseen += spot.value();
            return;
        }
        open.putIfAbsent(spot.instrument(), spot.sequence());
        begun.merge(cause, 1L, Long::sum);
        concerned.computeIfAbsent(cause, key -> new HashSet<>()).add(spot.instrument());
        missing += cause == BlindSpotCause.FEED_GAP ? spot.value() : 0;
    }

    @Override
    public void onBatchEnd()
    {
        // counted one by one
    }

    /**
     * What to tell.
     *
     * @param texts names of instruments.
     * @return sentences, none when every book was to be trusted all the time.
     */
    List<String> sentences(final JournalTexts texts)
    {
        final List<String> sentences = new ArrayList<>();
        begun.forEach((cause, times) -> sentences.add("books not to be trusted: " + times + " times on " +
            concerned.get(cause).size() + (concerned.get(cause).size() == 1 ? " instrument: " : " instruments: ") +
            BookDoubts.words(cause, cause == BlindSpotCause.FEED_GAP ? missing : 0)));
        if (!begun.isEmpty())
        {
            sentences.add("books whole again: " + rebuilt + " times, after " + unseen +
                " events not shown to detectors that decide by the book; not whole at the end: " +
                (open.isEmpty() ? "none" : named(texts)));
        }
        return sentences;
    }

    private String named(final JournalTexts texts)
    {
        final List<String> names = new ArrayList<>();
        open.forEach((id, since) ->
        {
            final Instrument instrument = texts.instrument(id, Long.MAX_VALUE);
            names.add((instrument == null ? "instrument " + id : instrument.symbol()) + " since #" + since);
        });
        return String.join(", ", names.subList(0, Math.min(NAMED_MAX, names.size()))) +
            (names.size() > NAMED_MAX ? " and " + (names.size() - NAMED_MAX) + " more" : "");
    }
}
