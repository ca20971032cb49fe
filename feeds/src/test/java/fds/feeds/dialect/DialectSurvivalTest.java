package fds.feeds.dialect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every venue's dialect survives flipped bytes and cuts of its native messages: events or complaints, and an end. */
class DialectSurvivalTest
{
    private static final int DAMAGES = 60;
    private static final int CUTS_MAX = 40; // about, of a file

    @TempDir
    Path directory;

    @Test
    void shouldSurviveDamagedMessagesOfEveryVenue() throws IOException
    {
        final Path folder = Recordings.find("exchange-native-messages/bitmex.jsonl").getParent();
        int files = 0;
        int noticed = 0;
        try (DirectoryStream<Path> recordings = Files.newDirectoryStream(folder, "*.jsonl"))
        {
            for (final Path recording : recordings)
            {
                files++;
                final byte[] whole = Files.readAllBytes(recording);
                final Random random = new Random(recording.getFileName().toString().hashCode());
                for (int i = 0; i < DAMAGES; i++)
                {
                    noticed += isNoticed(directory.resolve(recording.getFileName()), damaged(whole, random)) ? 1 : 0;
                }
            }
        }
        System.out.println(files + " files, " + noticed + " of " + files * DAMAGES + " damages noticed");
        assertTrue(noticed > files * DAMAGES / 4, "only " + noticed + " were noticed");
    }

    @Test
    void shouldSurviveCutMessagesOfEveryVenue() throws IOException
    {
        final Path folder = Recordings.find("exchange-native-messages/bitmex.jsonl").getParent();
        int cuts = 0;
        int noticed = 0;
        try (DirectoryStream<Path> recordings = Files.newDirectoryStream(folder, "*.jsonl"))
        {
            for (final Path recording : recordings)
            {
                final byte[] whole = Files.readAllBytes(recording);
                // Every few bytes, all over the file: SurvivalTest cuts at every byte, and these are many.
                final int step = Math.max(1, whole.length / CUTS_MAX);
                for (int length = whole.length - 1; length >= 0; length -= step)
                {
                    cuts++;
                    noticed += isNoticed(
                        directory.resolve(recording.getFileName()), Arrays.copyOf(whole, length)) ? 1 : 0;
                }
            }
        }
        System.out.println(noticed + " of " + cuts + " cuts noticed");
        // Behind a whole line, or a last line that is whole JSON without its end, there is nothing to notice.
        assertTrue(noticed > cuts * 9 / 10, "only " + noticed + " of " + cuts + " were noticed");
    }

    /** Bytes changed, most of them to what keeps JSON whole, so that the dialects see wrong values. */
    private static byte[] damaged(final byte[] whole, final Random random)
    {
        final byte[] damaged = whole.clone();
        for (int flips = 1 + random.nextInt(20); flips > 0; flips--)
        {
            final int at = random.nextInt(damaged.length);
            final boolean keepsJson = Character.isLetterOrDigit(damaged[at]) || "-.".indexOf(damaged[at]) >= 0;
            damaged[at] = keepsJson ? (byte)"0123456789abXYZ-._/:".charAt(random.nextInt(20)) :
                random.nextInt(4) == 0 ? (byte)random.nextInt(256) : damaged[at];
        }
        return damaged;
    }

    private static boolean isNoticed(final Path file, final byte[] bytes) throws IOException
    {
        Files.write(file, bytes);
        try (InputFeed feed = Feeds.open(List.of(file), "auto", FeedOptions.none()))
        {
            return !FeedReading.of(feed).failures.isEmpty();
        }
        catch (final BadInputException ex)
        {
            assertTrue(ex.position() > 0, ex.getMessage());
            return true;
        }
    }
}
