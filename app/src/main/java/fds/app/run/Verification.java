package fds.app.run;

import java.nio.file.Path;
import java.util.List;

import fds.app.setup.Settings;
import fds.journal.hash.DecisionHash;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.market.door.FrameSinks;
import fds.market.door.FrameSource;

/**
 * Makes a journal's decisions again and compares them, record by record. Lines for people; the last one is the answer.
 */
public final class Verification
{
    private Verification()
    {
    }

    /**
     * Replay a journal and compare with the decisions it holds.
     *
     * @param directory of the journal.
     * @param settings  deployment to replay with; the journal's own configuration decides.
     * @return lines; the last begins with {@code verify=ok} or {@code verify=failed}.
     */
    public static List<String> replay(final Path directory, final Settings settings)
    {
        try (FrameSource events = new EventReader(directory); FrameSource decided = new DecisionReader(directory))
        {
            final DecisionCheck check = new DecisionCheck(decided, FrameSinks.NOWHERE);
            final Session session = new Session(settings, null, check, FrameSinks.NOWHERE,
                new Rejects(Rejects.Policy.FAIL, Path.of("")));
            try (session)
            {
                session.replay(events);
            }
            final Summary summary = session.summary();
            if (session.wasImported() && check.same() == 0 && check.differing() < 0 && !check.isShort())
            {
                return List.of("an imported journal: it holds no decisions to compare",
                    "verify=ok decisions=0 made_now=" + summary.decisions() + " events=" + summary.events() +
                    " last_sequence=" + summary.lastSequence() + " decision_hash=" + summary.decisionHash());
            }
            return answer(directory, check, session.writtenBy(),
                "events=" + summary.events() + " last_sequence=" + summary.lastSequence() + " alerts=" +
                summary.alerts() + " decision_hash=" + summary.decisionHash(), summary.decisions());
        }
    }

    /**
     * Compare the decisions of two journals.
     *
     * @param one   directory.
     * @param other directory.
     * @return lines; the last begins with {@code verify=ok} or {@code verify=failed}.
     */
    public static List<String> compare(final Path one, final Path other)
    {
        try (FrameSource made = new DecisionReader(one); FrameSource expected = new DecisionReader(other))
        {
            final DecisionCheck check = new DecisionCheck(expected, FrameSinks.NOWHERE);
            long count = 0;
            while (made.next())
            {
                check.onFrames(made.buffer(), made.offset(), made.length());
                count++;
            }
            return answer(other, check, Session.buildId(), "decision_hash=" + DecisionHash.of(one), count);
        }
    }

    private static List<String> answer(
        final Path directory, final DecisionCheck check, final String writtenBy, final String facts, final long made)
    {
        check.throwIfDamaged();
        if (check.differing() >= 0)
        {
            return List.of("decision record " + check.differing() + " of " + directory +
                " differs from what was made now" +
                builds(writtenBy), "verify=failed same=" + check.same() + " " + facts);
        }
        if (check.isShort())
        {
            return List.of(directory + " has decision record " + check.same() + ", which was not made now" +
                builds(writtenBy), "verify=failed same=" + check.same() + " " + facts);
        }
        if (made > check.same())
        {
            return List.of("decision record " + check.same() + " was made now and is not in " + directory +
                ": its writer was stopped before it was journaled" + builds(writtenBy),
                "verify=failed same=" + check.same() + " " + facts);
        }
        return List.of("verify=ok decisions=" + check.same() + " " + facts);
    }

    private static String builds(final String writtenBy)
    {
        return writtenBy.equals(Session.buildId()) ? "" :
            " (written by " + writtenBy + ", this is " + Session.buildId() + ")";
    }
}
