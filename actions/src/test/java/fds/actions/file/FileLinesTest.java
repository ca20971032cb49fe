package fds.actions.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLinesTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldGiveWholeLinesAsTheyCome() throws IOException
    {
        final Path file = directory.resolve("lines");
        final FileLines lines = new FileLines(file);
        assertNull(lines.next());
        append(file, "one\n\ntw");
        assertEquals("one", lines.next());
        assertEquals("", lines.next());
        assertNull(lines.next());
        assertEquals(5, lines.position());
        append(file, "o\nthree");
        assertEquals("two", lines.next());
        assertNull(lines.next());
        // Half a line may be taken back.
        Files.writeString(file, "one\n\ntwo\nfour\n");
        assertEquals("four", lines.next());
        lines.position(5);
        assertEquals("two", lines.next());
    }

    @Test
    void shouldReadOnFromAnyLine() throws IOException
    {
        final Random random = new Random(3);
        final Path file = directory.resolve("lines");
        final List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2_000; i++)
        {
            expected.add(i + "é".repeat(random.nextInt(i % 500 == 7 ? 90_000 : 60)));
        }
        Files.write(file, expected);
        final FileLines lines = new FileLines(file);
        final List<Long> positions = new ArrayList<>();
        for (final String line : expected)
        {
            positions.add(lines.position());
            assertEquals(line, lines.next());
        }
        assertNull(lines.next());
        for (int i = 0; i < expected.size(); i += 37)
        {
            final FileLines other = new FileLines(file);
            other.position(positions.get(i));
            assertEquals(expected.get(i), other.next());
        }
    }

    @Test
    void shouldGiveALineWithoutEndInPieces() throws IOException
    {
        final Path file = directory.resolve("lines");
        Files.writeString(file, "x".repeat((5 << 20) + 1) + "\nnext\n");
        final FileLines lines = new FileLines(file);
        int pieces = 0;
        for (String line = lines.next(); line.startsWith("x"); line = lines.next())
        {
            assertTrue(line.length() <= 2 * FileLines.LINE_BYTES_MAX, line.length() + " characters");
            pieces++;
        }
        assertTrue(pieces >= 3, pieces + " pieces");
        assertNull(lines.next());
        assertEquals(Files.size(file), lines.position());
    }

    @Test
    void shouldRememberOnlyTheEndOfALongFile() throws IOException
    {
        final Path file = directory.resolve("actions.jsonl");
        final String filler = ",\"x\":\"" + "y".repeat(1_000) + "\"}\n";
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++)
        {
            text.append(String.format("{\"key\":\"%016x\",\"attempt\":1,\"release\":false", i)).append(filler);
        }
        Files.writeString(file, text + "{\"key\":\"00");
        try (FileExecutor executor = new FileExecutor(file, SyncRule.NONE))
        {
            assertTrue(executor.sentCount() > 14_000 && executor.sentCount() < 17_000, "" + executor.sentCount());
        }
        assertEquals(text.length(), Files.size(file), "half a line is cut off");
        Files.writeString(file, text + "mine");
        assertTrue(assertThrows(UncheckedIOException.class, () -> new FileExecutor(file, SyncRule.NONE)).getMessage()
            .contains("what stands at byte " + text.length() + " is no command"));
        assertEquals(text.length() + 4, Files.size(file), "what is not ours is not cut off");
    }

    private static void append(final Path file, final String text) throws IOException
    {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
