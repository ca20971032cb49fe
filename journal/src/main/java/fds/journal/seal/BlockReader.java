package fds.journal.seal;

import java.nio.file.Path;

import fds.journal.format.JournalException;

/** Reads the blocks of a seal in order, and does not judge them. Owned by one thread. */
final class BlockReader implements AutoCloseable
{
    private final Path path;
    private final LineReader lines;

    BlockReader(final Path journal)
    {
        path = SealFiles.blocks(journal);
        lines = new LineReader(path);
    }

    /** The next block, or null when there is none that is whole. */
    SealedBlock next()
    {
        final String line = lines.next();
        if (line == null)
        {
            return null;
        }
        try
        {
            return SealedBlock.parse(line);
        }
        catch (final JournalException e)
        {
            throw new JournalException(path + ", line " + lines.number() + ": " + e.getMessage(), e);
        }
    }

    /** Bytes of the file up to the end of the block given last. */
    long end()
    {
        return lines.end();
    }

    @Override
    public void close()
    {
        lines.close();
    }
}
