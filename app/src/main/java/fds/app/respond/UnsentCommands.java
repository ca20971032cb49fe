package fds.app.respond;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import fds.actions.execute.ActionRecord;
import fds.actions.file.FileLines;
import fds.actions.file.SentCommand;
import fds.actions.policy.ActionMode;
import fds.app.recover.Keepsake;
import fds.app.recover.StateText;
import fds.market.door.FrameSink;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands that were decided and do not stand in the file of commands: what a dead run may have owed. The file is read
 * along with the decisions, each line once. Owned by one thread at a time.
 */
public final class UnsentCommands implements FrameSink, Keepsake
{
    /** Commands that are remembered, the newest. */
    static final int REMEMBERED_MAX = 1 << 16;

    private static final int BETWEEN_LOOKS = 256;

    private final Path file;
    private final FileLines lines;
    private final Map<SentCommand, byte[]> unsent = new LinkedHashMap<>();
    private final Map<SentCommand, byte[]> early = new LinkedHashMap<>(); // lines whose decision is still to come
    private long decided;
    private long lost;

    /**
     * Begin with nothing decided.
     *
     * @param file of commands; need not be there.
     */
    public UnsentCommands(final Path file)
    {
        this.file = file;
        lines = new FileLines(file);
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (!ActionRecord.isAction(buffer, offset))
        {
            return;
        }
        final ActionRecord record = ActionRecord.decode(buffer, offset);
        if (!record.state().leaves() || record.mode() == ActionMode.DRY_RUN)
        {
            return;
        }
        final SentCommand command = SentCommand.of(record);
        if (early.remove(command) == null)
        {
            final byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            unsent.put(command, bytes);
        }
        if (++decided % BETWEEN_LOOKS == 0)
        {
            look();
        }
        if (unsent.size() > REMEMBERED_MAX)
        {
            forgetEnded(record.timeNanos());
        }
    }

    @Override
    public void onBatchEnd()
    {
        // looked at now and then
    }

    /**
     * Hand over what was decided, has not ended and does not stand in the file, in order.
     *
     * @param nowNanos engine time.
     * @param outbox   told of each.
     * @return commands that were too many to be remembered, and are not told.
     */
    long drain(final long nowNanos, final Consumer<ActionRecord> outbox)
    {
        look();
        for (final byte[] bytes : new ArrayList<>(unsent.values()))
        {
            final ActionRecord record = ActionRecord.decode(new UnsafeBuffer(bytes), 0);
            if (record.expiryNanos() > nowNanos)
            {
                outbox.accept(record);
            }
        }
        unsent.clear();
        early.clear();
        return lost;
    }

    @Override
    public int number()
    {
        return 0;
    }

    @Override
    public void write(final StateWriter state)
    {
        look();
        StateText.put(state, file.getFileName().toString());
        state.putLong(lines.position());
        state.putLong(lost);
        write(state, unsent);
        write(state, early);
    }

    @Override
    public void read(final StateReader state)
    {
        unsent.clear();
        early.clear();
        final boolean isSame = StateText.get(state).equals(file.getFileName().toString());
        final long position = state.getLong();
        lost = state.getLong();
        read(state, unsent);
        read(state, early);
        if (isSame)
        {
            lines.position(position);
        }
        else
        {
            early.clear(); // another file is read from its beginning
        }
    }

    private void look()
    {
        try
        {
            for (String line = lines.next(); line != null; line = lines.next())
            {
                final SentCommand command = SentCommand.of(line);
                if (command != null && unsent.remove(command) == null)
                {
                    early.put(command, new byte[0]);
                    forgetEldest(early);
                }
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": commands cannot be read: " + e.getMessage(), e);
        }
    }

    /** Only then those that are still in force. */
    private void forgetEnded(final long nowNanos)
    {
        unsent.values().removeIf(bytes ->
            ActionRecord.decode(new UnsafeBuffer(bytes), 0).expiryNanos() <= nowNanos);
        lost += forgetEldest(unsent);
    }

    private static int forgetEldest(final Map<SentCommand, byte[]> commands)
    {
        if (commands.size() <= REMEMBERED_MAX)
        {
            return 0;
        }
        commands.remove(commands.keySet().iterator().next());
        return 1;
    }

    private static void write(final StateWriter state, final Map<SentCommand, byte[]> commands)
    {
        state.putLong(commands.size());
        commands.forEach((command, bytes) ->
        {
            StateText.put(state, command.key());
            state.putLong(command.attempt());
            state.putLong(command.isRelease() ? 1 : 0);
            state.putLong(bytes.length);
            state.putBytes(new UnsafeBuffer(bytes), 0, bytes.length);
        });
    }

    private static void read(final StateReader state, final Map<SentCommand, byte[]> commands)
    {
        for (long left = state.getLong(); left > 0; left--)
        {
            final SentCommand command =
                new SentCommand(StateText.get(state), (int)state.getLong(), state.getLong() != 0);
            final byte[] bytes = new byte[Math.toIntExact(state.getLong())];
            state.getBytes(new UnsafeBuffer(bytes), 0, bytes.length);
            commands.put(command, bytes);
        }
    }
}
