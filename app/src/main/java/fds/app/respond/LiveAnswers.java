package fds.app.respond;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import fds.actions.execute.AnswerSink;
import fds.actions.policy.AckStatus;
import fds.market.door.BadInputException;

/**
 * Answers as they come while an engine runs: lines added to a file, and what the executor says. The file is looked at
 * once a second; a bad line costs that line. What the journal holds already is not said twice.
 */
public final class LiveAnswers implements AnswerSource, AnswerSink
{
    private static final int EVENTS_BETWEEN_LOOKS = 256;
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final AnswerFile file;
    private final BadLines badLines;
    private final ConcurrentLinkedQueue<Answer> executed = new ConcurrentLinkedQueue<>();
    private final JournaledAnswers journaled;
    private int events;
    private long lookedNanos = System.nanoTime() - LOOK_NANOS;

    /** Hears of a line that is no answer. */
    @FunctionalInterface
    public interface BadLines
    {
        /**
         * A line was passed over.
         *
         * @param bad what is wrong with it.
         */
        void onBadLine(BadInputException bad);
    }

    /**
     * Follow a file.
     *
     * @param file      need not be there yet.
     * @param journaled what the journal holds of it.
     * @param badLines  told of lines that are no answers.
     */
    public LiveAnswers(final Path file, final JournaledAnswers journaled, final BadLines badLines)
    {
        this.file = new AnswerFile(file);
        this.journaled = journaled;
        this.badLines = badLines;
    }

    /** The journal was recovered: go on behind the lines that it holds. */
    public void resume()
    {
        file.goTo(journaled.match());
    }

    @Override
    public void onAnswer(final long action, final AckStatus status, final String detail)
    {
        executed.add(new Answer(0, false, action, status.code(), "",
            detail.substring(0, Math.min(detail.length(), Answer.TEXT_MAX))));
    }

    @Override
    public List<Answer> before(final long timeNanos, final boolean atEnd)
    {
        if (!atEnd && ++events < EVENTS_BETWEEN_LOOKS && executed.isEmpty())
        {
            return List.of();
        }
        events = 0;
        final List<Answer> answers = new ArrayList<>();
        for (Answer answer = executed.poll(); answer != null; answer = executed.poll())
        {
            answers.add(answer);
        }
        final long now = System.nanoTime();
        if (atEnd || now - lookedNanos >= LOOK_NANOS)
        {
            lookedNanos = now;
            look(answers);
        }
        return answers;
    }

    private void look(final List<Answer> answers)
    {
        while (true)
        {
            try
            {
                final Answer answer = file.next();
                if (answer == null)
                {
                    return;
                }
                if (!journaled.wasJournaled(answer))
                {
                    answers.add(answer.now());
                }
            }
            catch (final BadInputException bad)
            {
                badLines.onBadLine(bad);
            }
        }
    }
}
