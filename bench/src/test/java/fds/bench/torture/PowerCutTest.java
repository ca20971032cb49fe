package fds.bench.torture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerCutTest
{
    private static final int PAGE_BYTES = 4096;
    private static final int SEEDS = 60;

    @TempDir
    Path directory;

    private Path disk;
    private Path forced;
    private Path file;

    @BeforeEach
    void prepare() throws IOException
    {
        disk = Files.createDirectory(directory.resolve("disk"));
        forced = Files.createDirectory(directory.resolve("forced"));
        file = disk.resolve("file");
    }

    @Test
    void shouldKeepWhatWasForcedAndAnyPartOfTheRest() throws IOException
    {
        boolean isSomeLost = false;
        boolean isSomeKept = false;
        for (int seed = 0; seed < SEEDS; seed++)
        {
            final byte[] before = pages(4, 1);
            Files.write(file, before);
            cutter(seed).remember();
            // Page 1 is written again and two more are appended, none forced.
            final byte[] now = pages(6, 1);
            Arrays.fill(now, PAGE_BYTES, 2 * PAGE_BYTES, (byte)2);
            Files.write(file, now);
            cutter(seed).cut();

            final byte[] after = Files.readAllBytes(file);
            assertTrue(after.length == before.length || after.length == now.length, "seed " + seed);
            for (int i = 0; i < before.length; i++)
            {
                assertTrue(after[i] == before[i] || after[i] == now[i], "seed " + seed + " byte " + i);
            }
            isSomeLost |= after[PAGE_BYTES] == 1;
            isSomeKept |= after[PAGE_BYTES] == 2;
        }
        assertTrue(isSomeLost && isSomeKept);
    }

    @Test
    void shouldLoseNameThatWasNotForced() throws IOException
    {
        int lost = 0;
        for (int seed = 0; seed < SEEDS; seed++)
        {
            Files.deleteIfExists(file);
            cutter(seed).remember();
            Files.write(file, pages(1, 3));
            cutter(seed).cut();
            lost += Files.exists(file) ? 0 : 1;
        }
        assertTrue(lost > SEEDS / 10 && lost < SEEDS, "lost " + lost);
    }

    @Test
    void shouldBringBackWhatWasRemovedAndNotForced() throws IOException
    {
        int back = 0;
        for (int seed = 0; seed < SEEDS; seed++)
        {
            Files.write(file, pages(2, 4));
            cutter(seed).remember();
            Files.delete(file);
            cutter(seed).cut();
            if (Files.exists(file))
            {
                assertArrayEquals(pages(2, 4), Files.readAllBytes(file), "seed " + seed);
                back++;
            }
        }
        assertTrue(back > SEEDS / 10 && back < SEEDS, "came back " + back);
    }

    @Test
    void shouldNotCountAcknowledgementThatWasCutShort() throws IOException
    {
        final Acks acks = new Acks(directory.resolve("acks"));
        assertEquals(0, acks.last());
        Files.writeString(acks.file(), "12\n7\n1234");
        assertEquals(12, acks.last());
    }

    private PowerCut cutter(final int seed)
    {
        return new PowerCut(disk, forced, new Random(seed));
    }

    private static byte[] pages(final int count, final int value)
    {
        final byte[] bytes = new byte[count * PAGE_BYTES];
        Arrays.fill(bytes, (byte)value);
        return bytes;
    }
}
