package fds.journal.write;

import java.nio.file.Path;

import net.openhft.posix.OpenFlag;
import net.openhft.posix.PosixAPI;

/**
 * Has the file system set blocks of a file aside without writing them (fallocate). To write zeros costs several times
 * as much as all else a journal does, and a disk's bandwidth twice. Where system or file system cannot do it, nothing
 * is set aside, and whoever asks has to write.
 */
final class Blocks implements AutoCloseable
{
    private static final int NO_FILE = -1;
    private static final int ALLOCATE = 0; // mode: the file is also made as long as that

    private final PosixAPI posix;
    private int descriptor;

    private Blocks(final PosixAPI posix, final int descriptor)
    {
        this.posix = posix;
        this.descriptor = descriptor;
    }

    /**
     * Open a file that exists.
     *
     * @param file to set blocks aside for.
     * @return open; of a system that cannot, it refuses each {@link #setAside}.
     */
    static Blocks of(final Path file)
    {
        try
        {
            final PosixAPI posix = PosixAPI.posix();
            return new Blocks(posix, posix.open(file.toString(), OpenFlag.O_RDWR, 0));
        }
        catch (final RuntimeException | LinkageError e)
        {
            return new Blocks(null, NO_FILE); // no such system call here
        }
    }

    /**
     * Set blocks aside; what is written already stays.
     *
     * @param from   first byte.
     * @param length bytes.
     * @return false when not all of them could be had; why, is told to whoever writes there.
     */
    boolean setAside(final long from, final long length)
    {
        try
        {
            return descriptor > NO_FILE && posix.fallocate(descriptor, ALLOCATE, from, length) == 0;
        }
        catch (final RuntimeException | LinkageError e)
        {
            return false;
        }
    }

    @Override
    public void close()
    {
        if (descriptor > NO_FILE)
        {
            posix.close(descriptor);
            descriptor = NO_FILE;
        }
    }
}
