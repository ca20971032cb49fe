package fds.app.respond;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import fds.actions.execute.AnswerSink;
import fds.actions.policy.AckStatus;
import fds.market.codec.event.ActionAckDecoder;
import fds.market.codec.event.ApprovalDecoder;
import fds.market.control.ControlFrames;
import fds.market.door.BadInputException;
import org.agrona.DirectBuffer;

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
    private final Map<String, Integer> journaled = new HashMap<>();
    private final ControlFrames frames = new ControlFrames();
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
     * @param file     need not be there yet.
     * @param badLines told of lines that are no answers.
     */
    public LiveAnswers(final Path file, final BadLines badLines)
    {
        this.file = new AnswerFile(file);
        this.badLines = badLines;
    }

    /**
     * A control record that the journal holds: should the file say the same, it was taken in already.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     */
    public void onJournaled(final DirectBuffer buffer, final int offset)
    {
        final int template = ControlFrames.templateId(buffer, offset);
        if (template == ApprovalDecoder.TEMPLATE_ID)
        {
            final ApprovalDecoder approval = frames.decodeApproval(buffer, offset);
            remember(Answer.ofPerson(0, approval.action(), approval.granted() != 0, approval.approver(),
                approval.ground()));
        }
        else if (template == ActionAckDecoder.TEMPLATE_ID)
        {
            final ActionAckDecoder ack = frames.decodeActionAck(buffer, offset);
            remember(new Answer(0, false, ack.action(), ack.status(), "", ack.detail()));
        }
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
        boolean again = true;
        while (again)
        {
            try
            {
                for (final Answer answer : file.next())
                {
                    if (!wasJournaled(answer))
                    {
                        answers.add(answer.now());
                    }
                }
                again = false;
            }
            catch (final BadInputException bad)
            {
                badLines.onBadLine(bad);
            }
        }
    }

    private void remember(final Answer answer)
    {
        journaled.merge(answer.identity(), 1, Integer::sum);
    }

    private boolean wasJournaled(final Answer answer)
    {
        final Integer count = journaled.get(answer.identity());
        if (count == null || count == 0)
        {
            return false;
        }
        journaled.put(answer.identity(), count - 1);
        return true;
    }
}
