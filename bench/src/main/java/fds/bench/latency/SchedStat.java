package fds.bench.latency;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel tells of one thread: how long it ran, and how long it was ready to run and waited for a core
 * ({@code /proc/.../schedstat}, fields 1 and 2). Reading allocates nothing.
 */
final class SchedStat implements AutoCloseable
{
    private static final Path TASKS = Path.of("/proc/self/task");

    private final String name;
    private final RandomAccessFile file;
    private final byte[] text = new byte[96];
    private long ranNanos;
    private long waitedNanos;

    private SchedStat(final String name, final RandomAccessFile file)
    {
        this.name = name;
        this.file = file;
    }

    /** Whether this machine tells. */
    static boolean isReadable()
    {
        return Files.isReadable(Path.of("/proc/thread-self/schedstat"));
    }

    /** Thread ids of this process, as the kernel numbers them. */
    static String[] tasks()
    {
        final String[] tasks = TASKS.toFile().list();
        return tasks == null ? new String[0] : tasks;
    }

    /** The kernel's number of the calling thread. */
    static String ownTask() throws IOException
    {
        return Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
    }

    /** Open a thread's; null when it has ended. */
    static SchedStat open(final String task)
    {
        try
        {
            final String name =
                Files.readString(TASKS.resolve(task).resolve("comm"), StandardCharsets.UTF_8).strip();
            final SchedStat opened =
                new SchedStat(name, new RandomAccessFile(TASKS.resolve(task).resolve("schedstat").toFile(), "r"));
            opened.read();
            return opened;
        }
        catch (final IOException ended)
        {
            return null;
        }
    }

    /** Look again. A thread that has ended keeps its last values. */
    void read()
    {
        try
        {
            file.seek(0);
            final int length = file.read(text);
            long value = 0;
            int field = 0;
            for (int i = 0; i < length && field < 2; i++)
            {
                if (text[i] >= '0' && text[i] <= '9')
                {
                    value = 10 * value + text[i] - '0';
                }
                else
                {
                    ranNanos = field == 0 ? value : ranNanos;
                    waitedNanos = field == 1 ? value : waitedNanos;
                    value = 0;
                    field++;
                }
            }
        }
        catch (final IOException ended)
        {
            // The values stay.
        }
    }

    /** As the kernel cuts it: 15 characters at most. */
    String name()
    {
        return name;
    }

    long ranNanos()
    {
        return ranNanos;
    }

    long waitedNanos()
    {
        return waitedNanos;
    }

    @Override
    public void close()
    {
        try
        {
            file.close();
        }
        catch (final IOException e)
        {
            // A file of the kernel's, only read.
        }
    }
}
