package fds.bench.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import fds.journal.format.QueueKind;
import fds.journal.seal.BlockHeader;
import fds.journal.seal.SealFiles;
import fds.journal.seal.SealReport;
import fds.journal.seal.SealTrust;
import fds.journal.seal.SealVerifier;
import fds.journal.seal.SealedBlock;

/**
 * Changes single bytes of records in a sealed journal's files, one at a time, and asks the verifier each time. Of each
 * change twice: with the checksums left as they are, and with all of them computed anew: then only the seal can tell.
 * The verifier is asked for the block that holds the record; some changes are given to the whole verification too.
 */
public final class ChangedBytes
{
    private static final int WHOLE_EVERY = 500;

    private final Path journal;
    private final List<BlockHeader> blocks;
    private final Random random = new Random(42);
    private int checksum;
    private int seal;
    private int whole;
    private int wholeAsked;

    private ChangedBytes(final Path journal) throws IOException
    {
        this.journal = journal;
        blocks = Files.readAllLines(SealFiles.blocks(journal)).stream().map(SealedBlock::parse)
            .map(SealedBlock::header).toList();
    }

    /**
     * Run it.
     *
     * @param args directory of a sealed journal that may be changed (it is put back), and the number of changes.
     * @throws IOException when its files cannot be read or written.
     */
    public static void main(final String[] args) throws IOException
    {
        final int changes = Integer.parseInt(args[1]);
        System.exit(new ChangedBytes(Path.of(args[0])).run(changes) ? 0 : 1);
    }

    private boolean run(final int changes) throws IOException
    {
        requireWhole();
        final long start = System.nanoTime();
        try (ForgedFile events = open(QueueKind.EVENTS); ForgedFile decisions = open(QueueKind.DECISIONS))
        {
            final long bytes = events.length() + decisions.length();
            System.out.println("journal_bytes=" + bytes + " events=" + events.records() + " decisions=" +
                decisions.records() + " blocks=" + blocks.size());
            for (int i = 0; i < changes; i++)
            {
                final long at = random.nextLong(bytes);
                final boolean isEvent = at < events.length();
                final ForgedFile file = isEvent ? events : decisions;
                final ForgedFile.Place place = file.place(isEvent ? at : at - events.length());
                if (place == null)
                {
                    // Between records: not what this is about.
                    i--;
                    continue;
                }
                ask(isEvent ? QueueKind.EVENTS : QueueKind.DECISIONS, file, place, i % WHOLE_EVERY == 0);
            }
        }
        requireWhole();
        System.out.println("changes=" + changes + " found_by_checksum=" + checksum + " found_by_seal_alone=" + seal +
            " whole_verifications=" + wholeAsked + " of_them_found=" + whole + " seconds=" +
            (System.nanoTime() - start) / 1_000_000_000L);
        return checksum == changes && seal == changes && whole == wholeAsked;
    }

    private void ask(
        final QueueKind queue, final ForgedFile file, final ForgedFile.Place place, final boolean isWhole)
        throws IOException
    {
        final BlockHeader block = blockOf(queue, place.record());
        final long last = isWhole ? Long.MAX_VALUE : block.span(queue).next() - 1;
        final int difference = 1 + random.nextInt(255);
        file.change(place, difference);
        checksum += SealVerifier.verifyBlock(journal, block.number()).isEmpty() ? 0 : 1;
        file.forge(place, difference, last);
        final List<String> wrong = SealVerifier.verifyBlock(journal, block.number());
        // The checksums hold, so that it is the root which differs.
        seal += wrong.size() == 1 && wrong.get(0).endsWith("are not what was sealed") ? 1 : 0;
        if (isWhole)
        {
            final SealReport report = SealVerifier.verify(journal, SealTrust.NONE);
            wholeAsked++;
            whole += report.problemCount() == 1 && report.problems().equals(wrong) ? 1 : 0;
        }
        file.restore(place, last);
    }

    private BlockHeader blockOf(final QueueKind queue, final long record)
    {
        return blocks.stream().filter(block -> block.span(queue).contains(record)).findFirst().orElseThrow();
    }

    private void requireWhole()
    {
        final SealReport report = SealVerifier.verify(journal, SealTrust.NONE);
        if (!report.holds() || report.unsealedEvents() + report.unsealedDecisions() > 0)
        {
            throw new IllegalStateException("the journal must be sealed wholly and be as sealed: " + report);
        }
    }

    private ForgedFile open(final QueueKind queue) throws IOException
    {
        try (Stream<Path> files = Files.list(queue.directory(journal)))
        {
            return new ForgedFile(queue, files.filter(file -> file.toString().endsWith(".cq4")).findFirst()
                .orElseThrow());
        }
    }
}
