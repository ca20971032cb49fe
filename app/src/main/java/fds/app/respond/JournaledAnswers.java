package fds.app.respond;

import java.nio.file.Path;
import java.util.LinkedHashMap;

import fds.app.recover.Keepsake;
import fds.app.recover.StateText;
import fds.market.codec.event.ActionAckDecoder;
import fds.market.codec.event.ApprovalDecoder;
import fds.market.control.ControlFrames;
import fds.market.door.BadInputException;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;

/**
 * Up to which line of the file of answers the journal holds them all: they are journaled in the order of their lines.
 * Answers of the journal that are no line, as those of an executor, are remembered, the newest; so are those of which
 * the line comes later. Owned by one thread at a time.
 */
public final class JournaledAnswers implements Keepsake
{
    private static final int REMEMBERED_MAX = 1 << 16;
    private static final int BETWEEN_MATCHES = 256;

    private final AnswerFile file;
    private final LinkedHashMap<String, Integer> remembered = new LinkedHashMap<>(); // identity to how often
    private final ControlFrames frames = new ControlFrames();
    private AnswerFile.Place matched = new AnswerFile.Place(0, 0);
    private long count;

    /**
     * Begin with nothing journaled.
     *
     * @param file of answers; need not be there.
     */
    public JournaledAnswers(final Path file)
    {
        this.file = new AnswerFile(file);
    }

    /**
     * A control record that the journal holds.
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
                approval.ground()).identity());
        }
        else if (template == ActionAckDecoder.TEMPLATE_ID)
        {
            final ActionAckDecoder ack = frames.decodeActionAck(buffer, offset);
            remember(new Answer(0, false, ack.action(), ack.status(), "", ack.detail()).identity());
        }
    }

    /**
     * Pass over the lines that the journal holds.
     *
     * @return behind the last of them.
     */
    AnswerFile.Place match()
    {
        file.goTo(matched);
        boolean more = true;
        while (more)
        {
            try
            {
                final Answer answer = file.next();
                more = answer != null && wasJournaled(answer);
                matched = more ? file.place() : matched;
            }
            catch (final BadInputException passedOver)
            {
                continue; // counts as journaled once a line behind it is
            }
        }
        return matched;
    }

    /**
     * Whether the journal holds an answer already; to be asked once of each line behind those that were passed over.
     *
     * @param answer a line.
     * @return true when it is not to be said again.
     */
    boolean wasJournaled(final Answer answer)
    {
        final Integer times = remembered.get(answer.identity());
        if (times == null)
        {
            return false;
        }
        forget(answer.identity(), times);
        return true;
    }

    @Override
    public int number()
    {
        return 1;
    }

    @Override
    public void write(final StateWriter state)
    {
        match();
        state.putLong(matched.position());
        state.putLong(matched.lines());
        state.putLong(remembered.size());
        remembered.forEach((identity, times) ->
        {
            StateText.put(state, identity);
            state.putLong(times);
        });
    }

    @Override
    public void read(final StateReader state)
    {
        matched = new AnswerFile.Place(state.getLong(), state.getLong());
        remembered.clear();
        for (long left = state.getLong(); left > 0; left--)
        {
            remembered.put(StateText.get(state), (int)state.getLong());
        }
    }

    private void remember(final String identity)
    {
        remembered.merge(identity, 1, Integer::sum);
        if (++count % BETWEEN_MATCHES == 0)
        {
            match();
        }
        if (remembered.size() > REMEMBERED_MAX)
        {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }

    private void forget(final String identity, final int times)
    {
        if (times == 1)
        {
            remembered.remove(identity);
        }
        else
        {
            remembered.put(identity, times - 1);
        }
    }
}
