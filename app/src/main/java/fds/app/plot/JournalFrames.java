package fds.app.plot;

import java.nio.file.Path;
import java.util.List;

import fds.app.run.JournalInput;
import fds.app.run.Progress;
import fds.market.door.FrameSink;
import fds.market.door.FrameSource;

/**
 * The frames of a journal as they stand.
 *
 * @param inputs the directory, alone.
 */
public record JournalFrames(List<Path> inputs) implements FrameInput
{
    @Override
    public void read(final FrameSink sink)
    {
        long events = 0;
        try (FrameSource source = JournalInput.open(inputs))
        {
            final long[] seen = new long[1];
            try (Progress progress = new Progress(() -> "reading: " + seen[0] + " events"))
            {
                while (source.next())
                {
                    sink.onFrames(source.buffer(), source.offset(), source.length());
                    seen[0] = ++events;
                }
            }
        }
    }

    @Override
    public String name()
    {
        return String.valueOf(inputs.get(0).toAbsolutePath().normalize().getFileName());
    }
}
