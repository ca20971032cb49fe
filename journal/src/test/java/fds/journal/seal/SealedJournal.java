package fds.journal.seal;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import fds.journal.format.QueueKind;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.journal.write.SyncPolicy;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A journal with a seal, for tests; whoever forges it is as able as its writer: numbers and CRCs of what is put in its
 * place are right.
 */
final class SealedJournal
{
    static final Clock NOON = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);

    private static final JournalConfig CONFIG = new JournalConfig(SyncPolicy.NONE, 64 << 10, 1 << 20, 4 << 20);

    final Path directory;
    final Path keyFile;
    final List<byte[]> events = new ArrayList<>();
    final List<byte[]> decisions = new ArrayList<>();
    private final Random random = new Random(17);

    SealedJournal(final Path parent)
    {
        directory = parent.resolve("journal");
        keyFile = parent.resolve("seal.key");
        SealKeys.make(keyFile);
    }

    /** Write records behind those that are there. */
    SealedJournal append(final int eventCount, final int decisionCount)
    {
        final int eventsBefore = events.size();
        final int decisionsBefore = decisions.size();
        for (int i = 0; i < eventCount; i++)
        {
            final byte[] frame = new byte[MarketEvent.LENGTH];
            new MarketEvent().wrap(new UnsafeBuffer(frame), 0).clear().sequence(events.size() + 1L)
                .engineTimeNanos(1_000L * events.size()).kind(Kind.NEW).orderId(1 + random.nextInt(1 << 20));
            events.add(frame);
        }
        for (int i = 0; i < decisionCount; i++)
        {
            final byte[] record = new byte[44 + random.nextInt(400)];
            random.nextBytes(record);
            decisions.add(record);
        }
        write(events.subList(eventsBefore, events.size()), decisions.subList(decisionsBefore, decisions.size()));
        return this;
    }

    /** Seal what is there. */
    SealedBlock seal(final int blockRecords)
    {
        return seal(blockRecords, keyFile);
    }

    SealedBlock seal(final int blockRecords, final Path key)
    {
        try (Sealer sealer = new Sealer(directory, SealKeys.read(key), blockRecords, NOON))
        {
            sealer.seal(Integer.MAX_VALUE);
            return sealer.newest();
        }
    }

    /** Put other records in the place of those of a queue. */
    void forge(final QueueKind queue, final List<byte[]> records) throws IOException
    {
        remove(queue.directory(directory));
        final List<byte[]> numbered = new ArrayList<>();
        for (final byte[] record : records)
        {
            final byte[] copy = record.clone();
            if (queue == QueueKind.EVENTS)
            {
                new UnsafeBuffer(copy).putLong(QueueKind.SEQUENCE, numbered.size() + 1L, ByteOrder.LITTLE_ENDIAN);
            }
            numbered.add(copy);
        }
        write(queue == QueueKind.EVENTS ? numbered : List.of(), queue == QueueKind.EVENTS ? List.of() : numbered);
    }

    SealReport verify()
    {
        return SealVerifier.verify(directory, SealTrust.NONE);
    }

    /** Verify with the signer's key and anchors. */
    SealReport verify(final Anchor... anchors)
    {
        final SealPublicKey key = SealKeys.read(keyFile).publicKey();
        return SealVerifier.verify(directory, new SealTrust(Map.of(key.id(), key), null, List.of(anchors)));
    }

    List<byte[]> records(final QueueKind queue)
    {
        return queue == QueueKind.EVENTS ? events : decisions;
    }

    List<String> blockLines() throws IOException
    {
        return Files.readAllLines(SealFiles.blocks(directory));
    }

    void putBlockLines(final List<String> lines) throws IOException
    {
        Files.writeString(SealFiles.blocks(directory), String.join("\n", lines) + "\n");
    }

    static void copy(final Path from, final Path to) throws IOException
    {
        try (Stream<Path> files = Files.walk(from))
        {
            for (final Path file : files.toList())
            {
                final Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file))
                {
                    Files.createDirectories(target);
                }
                else
                {
                    Files.copy(file, target);
                }
            }
        }
    }

    static void remove(final Path folder) throws IOException
    {
        try (Stream<Path> files = Files.walk(folder))
        {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(file);
            }
        }
    }

    /** Where a test expects that nothing is told. */
    static void unexpected(final String words)
    {
        throw new AssertionError(words);
    }

    private void write(final List<byte[]> newEvents, final List<byte[]> newDecisions)
    {
        try (Journal journal = Journal.open(directory, CONFIG))
        {
            for (final byte[] frame : newEvents)
            {
                journal.events().onFrames(new UnsafeBuffer(frame), 0, frame.length);
            }
            journal.events().onBatchEnd();
            for (final byte[] record : newDecisions)
            {
                journal.decisions().onFrames(new UnsafeBuffer(record), 0, record.length);
            }
            journal.decisions().onBatchEnd();
        }
    }
}
