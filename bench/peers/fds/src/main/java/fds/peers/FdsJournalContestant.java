package fds.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import bench.Config;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.market.door.FrameSink;

/** All of {@link FdsFullContestant}, and both journals written, into a directory that lives as long as the pass. */
public final class FdsJournalContestant extends FdsFullContestant
{
    private Path directory;
    private Journal journal;

    @Override
    public void load(final Config harness) throws Exception
    {
        directory = Files.createTempDirectory(Files.createDirectories(Path.of("out")), "journal");
        journal = Journal.open(directory, JournalConfig.DEFAULT);
        super.load(harness);
    }

    @Override
    FrameSink events()
    {
        return journal.events();
    }

    @Override
    FrameSink decisions()
    {
        return journal.decisions();
    }

    @Override
    public void close()
    {
        super.close();
        journal.close();
        try (Stream<Path> files = Files.walk(directory))
        {
            final List<Path> inside = files.sorted(Comparator.reverseOrder()).toList();
            for (final Path file : inside)
            {
                Files.delete(file);
            }
        }
        catch (final IOException e)
        {
            throw new IllegalStateException("journal " + directory + " cannot be removed", e);
        }
    }
}
