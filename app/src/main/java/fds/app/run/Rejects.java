package fds.app.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import fds.app.recover.Keepsake;
import fds.app.recover.RejectedLines;
import fds.engine.sequencer.RejectListener;
import fds.engine.sequencer.RejectReason;
import fds.feeds.clean.CleanRule;
import fds.market.door.BadInputException;
import fds.market.event.Absent;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;

/**
 * What becomes of messages that cannot be taken: the first one stops the run, or all are counted and kept with their
 * reason in a file. Used by the feed's thread (texts) and the sequencer's (events).
 */
public final class Rejects implements RejectListener, AutoCloseable
{
    /** What to do with a bad row. */
    public enum Policy
    {
        /** Stop at the first. */
        FAIL,
        /** Count it, keep it, go on. */
        SKIP
    }

    /** Where they are kept when nobody says. */
    public static final Path DEFAULT_FILE = Path.of("fds-rejects.csv");

    private static final String HEADER = "source,position,field,value,allowed";
    private static final int TOLD_MAX = 1 << 16; // more than a feed can be ahead of its journal

    private final Policy policy;
    private final Path file;
    private final AtomicReference<BadInputException> first = new AtomicReference<>();
    private final Set<String> told = new LinkedHashSet<>(); // the last lines of the run before
    private final RejectedLines earlier;
    private BufferedWriter writer;
    private long count;

    /**
     * Make it.
     *
     * @param policy for all messages.
     * @param file   made at the first reject that is skipped.
     */
    public Rejects(final Policy policy, final Path file)
    {
        this.policy = policy;
        this.file = file;
        earlier = new RejectedLines(file);
    }

    /**
     * Stop at the first: of inputs that are known to be right.
     *
     * @return new ones.
     */
    public static Rejects stopping()
    {
        return new Rejects(Policy.FAIL, DEFAULT_FILE);
    }

    /**
     * Go on behind what an earlier run kept. What it refused behind the end of its journal is met again, and is neither
     * counted nor kept twice.
     */
    public synchronized void goOn()
    {
        if (policy == Policy.FAIL || !Files.isRegularFile(file))
        {
            return;
        }
        count = earlier.readOn(line ->
        {
            told.add(line);
            if (told.size() > TOLD_MAX)
            {
                told.remove(told.iterator().next());
            }
        });
        try
        {
            // Half a row is of a process that died; what it told is met again.
            try (FileChannel whole = FileChannel.open(file, StandardOpenOption.WRITE))
            {
                whole.truncate(earlier.position());
            }
            writer = earlier.position() == 0 ? null :
                Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": rejects cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * How far the file was read by a follower of the run, to be read from a snapshot before {@link #goOn}.
     *
     * @return begins at the file's first row.
     */
    public Keepsake earlier()
    {
        return earlier;
    }

    /**
     * A message that a feed could not read.
     *
     * @param bad message.
     */
    public synchronized void onBadInput(final BadInputException bad)
    {
        if (policy == Policy.FAIL)
        {
            first.compareAndSet(null, bad);
            return;
        }
        final String line = cell(bad.source()) + "," + bad.position() + "," + cell(bad.field()) + "," +
            cell(bad.value()) + "," + cell(bad.allowed());
        if (told.remove(line))
        {
            return;
        }
        count++;
        keep(line);
    }

    private void keep(final String line)
    {
        try
        {
            if (writer == null)
            {
                writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                writer.write(HEADER + "\n");
            }
            writer.write(line + "\n");
            writer.flush(); // a run that is killed loses none
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": rejects cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * A message that cleaning met, to be kept beside those that could not be taken, and not counted with them.
     *
     * @param rule    that met it.
     * @param inbound the message.
     * @param value   what was measured.
     * @param allowed in words.
     */
    public synchronized void onCleaned(
        final CleanRule rule, final InboundEvent inbound, final long value, final String allowed)
    {
        final MarketEvent event = inbound.event();
        final String line = cell("feed " + event.feedId()) + "," + event.feedSequence() + "," +
            RejectedLines.CLEANED + rule.word() + "," + value + " (" + Kind.nameOf(event.kind()) + ")," + cell(allowed);
        if (!told.remove(line))
        {
            keep(line);
        }
    }

    @Override
    public void onReject(final MarketEvent event, final RejectReason reason)
    {
        onBadInput(new BadInputException("feed " + event.feedId(), event.feedSequence(), reason.field(),
            valueOf(event, reason), "must be " + reason.allowed()));
    }

    /**
     * The message that stopped the run.
     *
     * @return null while there is none.
     */
    public BadInputException first()
    {
        return first.get();
    }

    /**
     * Messages skipped.
     *
     * @return messages.
     */
    public synchronized long count()
    {
        return count;
    }

    /**
     * Where they are kept.
     *
     * @return the file, whether it was made or not.
     */
    public Path file()
    {
        return file;
    }

    @Override
    public synchronized void close()
    {
        if (writer != null)
        {
            try
            {
                writer.close();
            }
            catch (final IOException e)
            {
                throw new UncheckedIOException(file + ": rejects cannot be written: " + e.getMessage(), e);
            }
        }
    }

    private static String valueOf(final MarketEvent event, final RejectReason reason)
    {
        final long value = switch (reason)
        {
            case UNKNOWN_KIND -> event.kind();
            case UNKNOWN_INSTRUMENT -> event.instrumentId();
            case SIDE -> event.side();
            case PRICE_ABSENT, PRICE_RANGE -> event.priceTicks();
            case QUANTITY_ABSENT, QUANTITY_RANGE -> event.quantityLots();
            case TIME -> event.venueTimeNanos();
            case ORDER_ID -> event.orderId();
            case ACCOUNT, DICTIONARY_FULL -> event.accountId();
        };
        final String kind = Kind.nameOf(event.kind());
        return (value == Absent.VALUE ? "" : Long.toString(value)) + (kind == null ? "" : " (" + kind + ")");
    }

    private static String cell(final String text)
    {
        final String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
