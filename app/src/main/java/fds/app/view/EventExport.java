package fds.app.view;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.app.UsageException;
import fds.feeds.csv.CsvWriter;
import fds.feeds.csv.IdTexts;
import fds.journal.read.EventReader;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;

/** Writes a journal's events as text. */
public final class EventExport
{
    private static final int NO_VENUE = 0xFFFF;

    private final Path journal;
    private final JournalTexts texts;
    private final Span span;

    /**
     * Of one journal.
     *
     * @param journal directory.
     * @param texts   of it, every id space.
     * @param span    what to write, by sequence or engine time.
     */
    public EventExport(final Path journal, final JournalTexts texts, final Span span)
    {
        this.journal = journal;
        this.texts = texts;
        this.span = span;
    }

    /**
     * As normalized CSV: reads back as the same events. Ticks and control records have no place in it.
     *
     * @param out to write to; flushed, not closed.
     * @return events written.
     * @throws UsageException when an event cannot be written as CSV.
     */
    public long csv(final OutputStream out)
    {
        final ControlFrames frames = new ControlFrames();
        final MarketEvent event = new MarketEvent();
        final List<Instrument> instruments = inForceAt(start());
        CsvWriter writer = new CsvWriter(out, instruments, List.of(), new Names());
        long count = 0;
        try (EventReader reader = new EventReader(journal, start()))
        {
            while (reader.next() && !isBehind(reader))
            {
                if (MarketEvent.isEvent(reader.buffer(), reader.offset()))
                {
                    event.wrap(reader.buffer(), reader.offset());
                    if (CsvWriter.isWritable(event.kind()) && isWithin(reader))
                    {
                        write(event, writer);
                        count++;
                    }
                }
                else if (isInstrument(reader))
                {
                    // Behind a new version its ticks and lots count; the header stands already.
                    final Instrument changed = frames.decodeInstrument(reader.buffer(), reader.offset());
                    if (!changed.equals(instruments.set(changed.id() - 1, changed)))
                    {
                        writer.flush();
                        writer = new CsvWriter(new WithoutHeader(out), instruments, List.of(), new Names());
                    }
                }
            }
        }
        writer.flush();
        return count;
    }

    /**
     * As JSON lines: every event and control record with all its fields, texts resolved.
     *
     * @param out to write to; neither flushed nor closed.
     * @return records written.
     */
    public long json(final Writer out)
    {
        final EventWords words = new EventWords(texts);
        final ControlJson control = new ControlJson(texts);
        final MarketEvent event = new MarketEvent();
        final JsonLines lines = new JsonLines(out);
        long count = 0;
        try (EventReader reader = new EventReader(journal, start()))
        {
            while (reader.next() && !isBehind(reader))
            {
                if (!isWithin(reader))
                {
                    continue;
                }
                if (MarketEvent.isEvent(reader.buffer(), reader.offset()))
                {
                    event.wrap(reader.buffer(), reader.offset());
                    lines.line(json -> words.write(event, json));
                }
                else
                {
                    lines.line(json -> control.write(reader.buffer(), reader.offset(), reader.length(), json));
                }
                count++;
            }
        }
        return count;
    }

    /**
     * Instruments whose tick or lot changed: a CSV's companion file can state only one.
     *
     * @return symbols.
     */
    public List<String> changedInstruments()
    {
        return texts.instruments().stream().filter(instrument -> texts.versions(instrument.id()).stream()
            .anyMatch(version -> version.tickMantissa() != instrument.tickMantissa() ||
                version.tickExponent() != instrument.tickExponent() ||
                version.lotMantissa() != instrument.lotMantissa() ||
                version.lotExponent() != instrument.lotExponent())).map(Instrument::symbol).toList();
    }

    private static void write(final MarketEvent event, final CsvWriter writer)
    {
        try
        {
            writer.write(event);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("event #" + event.sequence() + " cannot be written as CSV: " + e.getMessage() +
                "; --format json can");
        }
    }

    /** By ascending id without gaps; an id that no instrument has is filled with one that no event names. */
    private List<Instrument> inForceAt(final long sequence)
    {
        final List<Instrument> inForce = new ArrayList<>();
        for (final Instrument newest : texts.instruments())
        {
            while (inForce.size() < newest.id() - 1)
            {
                inForce.add(new Instrument(inForce.size() + 1, 1, NO_VENUE, "-", "-", InstrumentType.ASSET, "", "", "",
                    1, 0, 1, 0, 1, 0, 3, 1, 1));
            }
            inForce.add(texts.instrument(newest.id(), sequence));
        }
        return inForce;
    }

    private long start()
    {
        return span.from() != null && span.from().isSequence() ? span.from().value() : 0;
    }

    private boolean isWithin(final EventReader reader)
    {
        return span.contains(reader.sequence(), timeOf(reader));
    }

    /** Sequences and engine times only grow: nothing behind the end is within. */
    private boolean isBehind(final EventReader reader)
    {
        return span.to() != null && span.to().compareTo(reader.sequence(), timeOf(reader)) < 0;
    }

    private static long timeOf(final EventReader reader)
    {
        final long time = ControlFrames.engineTimeNanos(reader.buffer(), reader.offset());
        return time == Absent.VALUE ? 0 : time;
    }

    private static boolean isInstrument(final EventReader reader)
    {
        return ControlFrames.templateId(reader.buffer(), reader.offset()) == InstrumentDefinitionDecoder.TEMPLATE_ID;
    }

    /** Ids as the journal's texts show them; numbers as they are, unless people have other names. */
    private final class Names implements IdTexts
    {
        @Override
        public CharSequence text(final int venueId, final int idSpace, final long id)
        {
            return texts.text(venueId, idSpace, id);
        }

        @Override
        public CharSequence nameOfNumber(final int venueId, final int idSpace, final long id)
        {
            return texts.isPseudonymous() ? texts.text(venueId, idSpace, id) : null;
        }
    }

    /** Drops the first line of what is written. */
    private static final class WithoutHeader extends FilterOutputStream
    {
        private boolean isPast;

        WithoutHeader(final OutputStream out)
        {
            super(out);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException
        {
            int at = offset;
            while (!isPast && at < offset + length)
            {
                isPast = bytes[at++] == '\n';
            }
            out.write(bytes, at, offset + length - at);
        }
    }
}
