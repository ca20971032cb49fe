package fds.journal.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Which journal a directory holds: a random name in {@code journal.id}, given when its first event is about to be
 * written. Two journals of the same input may be alike byte by byte for long; their names are not. It is in no record.
 */
public final class JournalIdentity
{
    private static final String FILE_NAME = "journal.id";

    private JournalIdentity()
    {
    }

    /**
     * The journal's name.
     *
     * @param journal directory.
     * @return 36 characters; empty when it has none, as one of an older version.
     */
    public static String of(final Path journal)
    {
        final Path file = journal.resolve(FILE_NAME);
        try
        {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII).trim() : "";
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot read " + file + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
    }

    /**
     * Give a journal a name; to be called by its writer.
     *
     * @param journal directory.
     * @param isEmpty whether it holds no event yet: a name that is there is then that of a journal that is no more.
     */
    public static void ensure(final Path journal, final boolean isEmpty)
    {
        if (!isEmpty && !of(journal).isEmpty())
        {
            return;
        }
        final Path file = journal.resolve(FILE_NAME);
        final Path unfinished = journal.resolve(FILE_NAME + ".tmp");
        try
        {
            Files.writeString(unfinished, UUID.randomUUID() + "\n", StandardCharsets.US_ASCII);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE))
            {
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot write " + file + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
    }
}
