package fds.app.respond;

import java.nio.file.Path;
import java.util.List;

import fds.actions.execute.ActionOutbox;
import fds.actions.file.FileExecutor;
import fds.actions.policy.ActionMode;
import fds.app.recover.Keepsake;
import fds.app.setup.Settings;
import fds.app.view.TextTable;
import fds.market.door.FrameSink;
import fds.market.event.MarketEvent;
import org.agrona.DirectBuffer;

/**
 * What a run does with actions: journaled commands go to the file of the configuration, answers come back. In mode
 * dry-run nothing goes anywhere, and what people say is taken in all the same.
 */
public final class Response implements FrameSink, AnswerSource, AutoCloseable
{
    private final Settings settings;
    private final Path directory;
    private final RecentTexts texts;
    private final UnsentCommands unsent;
    private final JournaledAnswers journaled;
    private final LiveAnswers answers;
    private volatile ActionOutbox outbox; // null in mode dry-run, and until it is opened
    private volatile boolean recovering = true;

    /**
     * Make it; nothing is opened yet.
     *
     * @param settings  in force.
     * @param directory of the journal.
     */
    public Response(final Settings settings, final Path directory)
    {
        this.settings = settings;
        this.directory = directory;
        texts = new RecentTexts(settings.engine().textCapacity());
        unsent = new UnsentCommands(settings.actions().fileOf(directory));
        journaled = new JournaledAnswers(directory.resolve(AnswerFile.NAME));
        answers = new LiveAnswers(directory.resolve(AnswerFile.NAME), journaled, bad ->
            System.err.println("fds: " + TextTable.printable(bad.getMessage()) + "; passed over"));
    }

    /**
     * Open the file of commands; to be called when the journal is this process's alone.
     *
     * @throws java.io.UncheckedIOException when it cannot be written.
     */
    public void open()
    {
        if (settings.actionMode() != ActionMode.DRY_RUN)
        {
            outbox = new ActionOutbox(
                new FileExecutor(settings.actions().fileOf(directory), settings.actions().sync()), texts, answers);
        }
    }

    /**
     * To be shown every event and control record before the decisions it leads to.
     *
     * @return learns texts, and what the journal holds of answers.
     */
    public FrameSink tap()
    {
        return new FrameSink()
        {
            @Override
            public void onFrames(final DirectBuffer buffer, final int offset, final int length)
            {
                texts.onFrames(buffer, offset, length);
                if (recovering && !MarketEvent.isEvent(buffer, offset))
                {
                    journaled.onJournaled(buffer, offset);
                }
            }

            @Override
            public void onBatchEnd()
            {
                // nothing is kept back
            }
        };
    }

    /**
     * What a restart must know of answers and commands.
     *
     * @return to be given to the recovery.
     */
    public List<Keepsake> keepsakes()
    {
        return List.of(unsent, journaled);
    }

    /**
     * To be shown every decision that is made in recovery, whether it is journaled already or not.
     *
     * @return learns what an earlier run may not have sent.
     */
    public FrameSink recovered()
    {
        return unsent;
    }

    /**
     * The journal was recovered: offer what an earlier run journaled and did not send. The file knows what it has; what
     * has ended by the time of the journal is not sent any more.
     *
     * @param nowNanos engine time.
     */
    public void resume(final long nowNanos)
    {
        recovering = false;
        answers.resume();
        if (outbox != null)
        {
            final long lost = unsent.drain(nowNanos, outbox::offer);
            if (lost > 0)
            {
                System.err.println("fds: " + lost + " commands that were never sent are not sent now: of more than " +
                    UnsentCommands.REMEMBERED_MAX + " the oldest are forgotten");
            }
        }
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (outbox != null)
        {
            outbox.onFrames(buffer, offset, length);
        }
    }

    @Override
    public void onBatchEnd()
    {
        // commands go out one by one
    }

    @Override
    public List<Answer> before(final long timeNanos, final boolean atEnd)
    {
        if (atEnd && outbox != null)
        {
            outbox.flush();
        }
        return answers.before(timeNanos, atEnd);
    }

    @Override
    public void close()
    {
        if (outbox != null)
        {
            outbox.close();
        }
    }
}
