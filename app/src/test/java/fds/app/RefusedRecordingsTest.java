package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds no events, or is of a venue without a reader, is refused in one line. */
class RefusedRecordingsTest
{
    @TempDir
    Path directory;

    @Test
    void shouldSayInOneLineThatAListHoldsNoEvents()
    {
        final Cli.Result result = Cli.run("replay", Cli.recording("forta-labels/phishing_scams.csv")).exits(2);
        assertEquals(1, result.err().lines().count(), result.toString());
        assertTrue(result.err().endsWith("phishing_scams.csv:1: content is 'labels of phishing addresses': " +
            "a list of labels and no market events: there is nothing to replay" + System.lineSeparator()),
            result.toString());
    }

    @Test
    void shouldNameVenueWithoutReader() throws IOException
    {
        final Path file = Files.writeString(directory.resolve("nowhere.jsonl"), "{\"greeting\":\"hello\"}\n");
        Cli.run("replay", file)
            .refuses("nowhere.jsonl:1", "venue is 'nowhere'", "a venue that has a reader");
    }
}
