package fds.actions.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

import fds.actions.execute.ActionCommand;
import fds.actions.execute.ActionExecutor;
import fds.actions.execute.ExecutionResult;

/**
 * Appends each command to a file as one JSON line, for whoever follows the file to carry out. Its own lines tell what
 * was sent, so a restart sends nothing twice; a line that a dead process left unfinished is cut off and written again.
 * Remembers the newest lines, and reads only the end of a long file: whoever offers again what may be older must look
 * into the whole file first. Owned by one thread.
 */
public final class FileExecutor implements ActionExecutor
{
    /** Commands that are remembered, the newest. */
    public static final int REMEMBERED_MAX = 1 << 16;

    private static final long TAIL_BYTES = 16L << 20; // read when it is opened
    private static final String BEGINNING = "{\"key\":\"";

    private final Path file;
    private final SyncRule sync;
    private final FileChannel channel;
    private final Map<SentCommand, Boolean> sent = new LinkedHashMap<>() // to true
    {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<SentCommand, Boolean> eldest)
        {
            return size() > REMEMBERED_MAX;
        }
    };
    private long end; // of the last whole line

    /**
     * Open or go on with a file.
     *
     * @param file to append to; its directory must be there.
     * @param sync when it is forced to the disk.
     * @throws UncheckedIOException with a sentence for the operator, when it cannot be written or is not of ours.
     */
    public FileExecutor(final Path file, final SyncRule sync)
    {
        this.file = file;
        this.sync = sync;
        try
        {
            channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            resume();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": commands cannot be written there: " + reason(e), e);
        }
    }

    @Override
    public ExecutionResult execute(final ActionCommand command)
    {
        final SentCommand it = new SentCommand(command.key(), command.attempt(), command.isRelease());
        if (sent.containsKey(it))
        {
            return ExecutionResult.REPEATED;
        }
        final ByteBuffer line = ByteBuffer.wrap(line(command).getBytes(StandardCharsets.UTF_8));
        try
        {
            long at = end;
            while (line.hasRemaining())
            {
                at += channel.write(line, at);
            }
            if (sync == SyncRule.EACH)
            {
                channel.force(false);
            }
            end = at;
            sent.put(it, true);
            return ExecutionResult.sent(file.getFileName().toString());
        }
        catch (final IOException e)
        {
            cutOff();
            return ExecutionResult.failed(file + ": cannot be written: " + reason(e));
        }
    }

    /**
     * Commands that are remembered.
     *
     * @return lines of the file's end, those of earlier runs included.
     */
    public int sentCount()
    {
        return sent.size();
    }

    @Override
    public void close()
    {
        try
        {
            channel.close();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be closed: " + reason(e), e);
        }
    }

    static String line(final ActionCommand command)
    {
        final JsonLine line = new JsonLine().text("key", command.key()).number("attempt", command.attempt())
            .flag("release", command.isRelease()).text("action", command.action())
            .text("do", command.kind().word()).text("mode", command.mode().word()).text("venue", command.venue())
            .text("account", command.account()).text("instrument", command.instrument())
            .text("order", command.order()).text("reference", command.reference()).number("value", command.value())
            .number("decided_ns", command.decidedNanos()).number("expires_ns", command.expiryNanos())
            .text("notice_en", command.notice().textEn()).text("notice_ko", command.notice().textKo());
        if (command.ground() != null)
        {
            line.text("level", command.ground().level()).text("typology", command.ground().typology())
                .texts("alerts", command.ground().alerts()).texts("tags", command.ground().tags());
        }
        return line.end();
    }

    private void resume() throws IOException
    {
        final FileLines lines = new FileLines(file);
        final long from = Math.max(0, channel.size() - TAIL_BYTES);
        lines.position(from);
        if (from > 0)
        {
            lines.next(); // the end of a line that began before
        }
        end = lines.position();
        int number = 1;
        for (String line = lines.next(); line != null; line = lines.next())
        {
            final SentCommand head = SentCommand.of(line);
            if (head == null)
            {
                throw new IOException(
                    (from > 0 ? "the line at byte " + end : "line " + number) + " is no command");
            }
            sent.put(head, true);
            end = lines.position();
            number++;
        }
        requireHalfCommand();
        channel.truncate(end);
    }

    /** What has no end of line must be of ours before it is cut off. */
    private void requireHalfCommand() throws IOException
    {
        final ByteBuffer rest = ByteBuffer.allocate(BEGINNING.length());
        channel.read(rest, end);
        if (!BEGINNING.startsWith(new String(rest.array(), 0, rest.position(), StandardCharsets.UTF_8)))
        {
            throw new IOException("what stands at byte " + end + " is no command");
        }
    }

    /** What was half written is not there; if even that fails, the next line is written over it. */
    private void cutOff()
    {
        try
        {
            channel.truncate(end);
        }
        catch (final IOException e)
        {
            return; // said already: the same disk has just refused the line
        }
    }

    private static String reason(final IOException e)
    {
        return e instanceof java.nio.file.NoSuchFileException ? "there is no such directory" :
            e instanceof java.nio.file.AccessDeniedException ? "access is denied" : e.getMessage();
    }
}
