package fds.journal.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.journal.format.JournalException;
import fds.journal.format.Problem;
import fds.journal.format.QueueKind;

/**
 * Reads both queues of a journal byte by byte and says what is not as it was written. Reads the files raw: a changed
 * byte, wherever it is, is an answer and never a wait, a loop or a crash. Writes nothing and takes no lock, so it may
 * run beside the writer.
 */
public final class JournalVerifier
{
    private JournalVerifier()
    {
    }

    /**
     * Verify a journal.
     *
     * @param journal directory.
     * @return what was found.
     * @throws JournalException when there is no journal, or it cannot be read.
     */
    public static VerifyReport verify(final Path journal)
    {
        if (!Files.isDirectory(QueueKind.EVENTS.directory(journal)))
        {
            throw new JournalException("There is no journal in " + journal + ".");
        }
        final QueueVerifier events = new QueueVerifier(QueueKind.EVENTS, journal);
        events.run();
        final QueueVerifier decisions = new QueueVerifier(QueueKind.DECISIONS, journal);
        decisions.run();

        final List<Problem> problems = new ArrayList<>(events.problems());
        problems.addAll(decisions.problems());
        return new VerifyReport(
            events.records(), events.lastRecord(), events.documents(),
            decisions.records(), decisions.lastRecord(), decisions.documents(),
            List.copyOf(problems), events.problemCount() + decisions.problemCount());
    }
}
