package fds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

import fds.journal.hash.DecisionHash;
import fds.journal.write.Journal;
import fds.market.slots.StateBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionHashTest
{
    @TempDir
    Path directory;

    @Test
    void shouldBeSha256OverLengthsAndPayloads() throws Exception
    {
        final Random random = new Random(5);
        final DecisionHash hash = new DecisionHash();
        final ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (Journal journal = Journal.open(directory, JournalTest.SMALL))
        {
            for (int i = 0; i < 200; i++)
            {
                final byte[] record = new byte[i == 7 ? 20_000 : 40 + random.nextInt(300)];
                random.nextBytes(record);
                hash.onFrames(new UnsafeBuffer(record), 0, record.length);
                journal.decisions().onFrames(new UnsafeBuffer(record), 0, record.length);
                plain.write(new byte[] {(byte)record.length, (byte)(record.length >> 8), 0, 0});
                plain.write(record);
                if (random.nextInt(5) == 0)
                {
                    hash.onBatchEnd();
                    journal.decisions().onBatchEnd();
                }
            }
        }

        final String expected =
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain.toByteArray()));
        assertEquals(200, hash.records());
        assertEquals(expected, hash.hex());
        assertEquals(expected, DecisionHash.of(directory));
    }

    @Test
    void shouldGoOnFromItsState()
    {
        final Random random = new Random(6);
        for (int round = 0; round < 200; round++)
        {
            final DecisionHash whole = new DecisionHash();
            DecisionHash cut = DecisionHash.resumable();
            final int records = 1 + random.nextInt(12);
            for (int i = 0; i < records; i++)
            {
                final byte[] record = new byte[random.nextInt(round < 100 ? 140 : 20_000)];
                random.nextBytes(record);
                whole.onFrames(new UnsafeBuffer(record), 0, record.length);
                cut.onFrames(new UnsafeBuffer(record), 0, record.length);
                if (random.nextBoolean())
                {
                    final StateBuffer state = new StateBuffer();
                    cut.write(state);
                    cut = new DecisionHash();
                    cut.read(state);
                }
            }
            assertEquals(records, cut.records());
            assertEquals(whole.hex(), cut.hex(), "round " + round);
        }
        assertThrows(IllegalStateException.class, () -> new DecisionHash().write(new StateBuffer()));
        assertEquals(new DecisionHash().hex(), DecisionHash.resumable().hex());
    }

    @Test
    void shouldBeThatOfNothingWithoutRecords()
    {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", new DecisionHash().hex());
    }

    @Test
    void shouldNotAllocate()
    {
        final var bean = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final UnsafeBuffer record = new UnsafeBuffer(new byte[300]);
        final DecisionHash hash = new DecisionHash();
        int silentRounds = 0;
        for (int round = 0; round < 20 && silentRounds < 3; round++)
        {
            final long before = bean.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++)
            {
                hash.onFrames(record, 0, 300);
            }
            silentRounds = bean.getCurrentThreadAllocatedBytes() == before ? silentRounds + 1 : 0;
        }
        assertEquals(3, silentRounds);
    }
}
