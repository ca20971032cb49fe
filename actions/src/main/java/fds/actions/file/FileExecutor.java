package fds.actions.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.actions.execute.ActionCommand;
import fds.actions.execute.ActionExecutor;
import fds.actions.execute.ExecutionResult;

/**
 * Appends each command to a file as one JSON line, for whoever follows the file to carry out. Its own lines tell what
 * was sent, so a restart sends nothing twice; a line that a dead process left unfinished is cut off and written again.
 * Remembers 16 bytes or so of each line. Owned by one thread.
 */
public final class FileExecutor implements ActionExecutor
{
    private static final Pattern HEAD =
        Pattern.compile("\\{\"key\":\"([0-9a-f]{16})\",\"attempt\":(\\d{1,3}),\"release\":(true|false),.*");

    private final Path file;
    private final SyncRule sync;
    private final FileChannel channel;
    private final Set<Sent> sent = new HashSet<>();
    private long end; // of the last whole line

    /** What is never done twice. */
    private record Sent(String key, int attempt, boolean isRelease)
    {
    }

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
        final Sent it = new Sent(command.key(), command.attempt(), command.isRelease());
        if (sent.contains(it))
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
            sent.add(it);
            return ExecutionResult.sent(file.getFileName().toString());
        }
        catch (final IOException e)
        {
            cutOff();
            return ExecutionResult.failed(file + ": cannot be written: " + reason(e));
        }
    }

    /**
     * Commands in the file.
     *
     * @return lines, those of earlier runs included.
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
        final byte[] bytes = Files.readAllBytes(file);
        int number = 0;
        int start = 0;
        for (int i = 0; i < bytes.length; i++)
        {
            if (bytes[i] == '\n')
            {
                number++;
                final Matcher head = HEAD.matcher(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                if (!head.matches())
                {
                    throw new IOException("line " + number + " is no command");
                }
                sent.add(new Sent(head.group(1), Integer.parseInt(head.group(2)), head.group(3).equals("true")));
                start = i + 1;
            }
        }
        end = start;
        channel.truncate(end);
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
