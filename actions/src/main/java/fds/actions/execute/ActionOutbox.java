package fds.actions.execute;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import fds.actions.policy.ActionMode;
import fds.market.door.FrameSink;
import org.agrona.DirectBuffer;

/**
 * Takes journaled decisions and hands the commands among them to an executor, on a thread of its own. Nothing leaves in
 * mode dry-run. When the executor is slow and the queue is full, the engine waits: no command is dropped.
 */
public final class ActionOutbox implements FrameSink, AutoCloseable
{
    /** Commands that may wait. */
    public static final int CAPACITY = 1024;

    private static final long PAUSE_NANOS = 100_000;

    private final ActionExecutor executor;
    private final CommandTexts texts;
    private final AnswerSink answers;
    private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile long handed;
    private volatile long handled;
    private volatile boolean closing;

    /** One command with the number that answers name. */
    private record Job(long action, ActionCommand command)
    {
    }

    /**
     * Start.
     *
     * @param executor to hand to; closed with this.
     * @param texts    names for numbers.
     * @param answers  told what became of commands.
     */
    public ActionOutbox(final ActionExecutor executor, final CommandTexts texts, final AnswerSink answers)
    {
        this.executor = executor;
        this.texts = texts;
        this.answers = answers;
        thread = new Thread(this::work, "fds-actions");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (ActionRecord.isAction(buffer, offset))
        {
            offer(ActionRecord.decode(buffer, offset));
        }
    }

    @Override
    public void onBatchEnd()
    {
        // commands go out one by one
    }

    /**
     * Hand over what a record commands, if it commands anything.
     *
     * @param record journaled before.
     */
    public void offer(final ActionRecord record)
    {
        if (!record.state().leaves() || record.mode() == ActionMode.DRY_RUN)
        {
            return;
        }
        final Job job = new Job(record.action(), ActionCommand.of(record, texts));
        handed = handed + 1;
        while (!queue.offer(job))
        {
            throwIfFailed();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Wait until the executor has answered all that was handed over. */
    public void flush()
    {
        while (handled < handed && failure.get() == null)
        {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throwIfFailed();
    }

    /** Finish what was handed over and close the executor. Idempotent. */
    @Override
    public void close()
    {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive())
        {
            try
            {
                thread.join();
            }
            catch (final InterruptedException e)
            {
                interrupted = true;
            }
        }
        executor.close();
        if (interrupted)
        {
            Thread.currentThread().interrupt();
        }
    }

    private void work()
    {
        try
        {
            while (true)
            {
                final Job job = queue.poll();
                if (job != null)
                {
                    final ExecutionResult result = executor.execute(job.command());
                    if (!result.isRepeat())
                    {
                        answers.onAnswer(job.action(), result.status(), result.detail());
                    }
                    handled = handled + 1;
                }
                else if (closing)
                {
                    return;
                }
                else
                {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
        catch (final RuntimeException e)
        {
            failure.set(e); // an executor of ours must not throw; whoever hands over the next command fails with it
        }
    }

    private void throwIfFailed()
    {
        final RuntimeException broken = failure.get();
        if (broken != null)
        {
            throw new IllegalStateException("the executor of actions has failed: " + broken, broken);
        }
    }
}
