package fds.journal.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.journal.format.JournalException;

/**
 * A file that is only appended to, on a disk that the journal's writer cannot change: a write-once mount, another
 * machine's share, or a file with the append-only attribute. Several journals may share one.
 */
public final class FileAnchor implements Anchor
{
    private final Path file;

    /**
     * With a file.
     *
     * @param file made when it is absent and something is published.
     */
    public FileAnchor(final Path file)
    {
        this.file = file;
    }

    @Override
    public String name()
    {
        return "file:" + file.toString().replace(' ', '_');
    }

    @Override
    public String publish(final SealedBlock block) throws IOException
    {
        try (AppendedFile target = new AppendedFile(file))
        {
            return "byte-" + target.append(new SealReceipt(name(), SealHead.of(block.header()), "-").line());
        }
    }

    @Override
    public List<SealHead> published(final String journal) throws IOException
    {
        if (!Files.exists(file))
        {
            throw new IOException("there is no file " + file);
        }
        try
        {
            return SealReceipt.read(file).stream().map(SealReceipt::head)
                .filter(head -> head.journal().equals(journal)).toList();
        }
        catch (final JournalException e)
        {
            throw new IOException(e.getMessage(), e);
        }
    }
}
