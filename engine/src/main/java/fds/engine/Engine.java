package fds.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import fds.engine.ring.FindingRing;
import fds.engine.ring.InboundRing;
import fds.engine.ring.MainRing;
import fds.engine.sequencer.RejectListener;
import fds.engine.sequencer.Sequencer;
import fds.engine.stage.AccountStage;
import fds.engine.stage.Definitions;
import fds.engine.stage.JournalStage;
import fds.engine.stage.MarketViews;
import fds.engine.stage.Retold;
import fds.engine.stage.Shard;
import fds.market.detector.DetectionReader;
import fds.market.door.FrameSink;
import fds.market.door.FrameSource;
import fds.market.event.InboundEvent;
import fds.market.instrument.Instrument;
import fds.market.partition.Market;
import fds.market.slots.StateBuffer;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * Sequencer, ring and stages, wired for a threading mode. The same events give the same decisions in every mode.
 * <p>
 * Feeds hand in through {@link #openIntake}, journals through {@link #replay}, control through {@link #command}. In
 * mode INLINE all of these run everything on the caller's thread, and {@link #flush} handles what is still in a batch.
 */
public final class Engine implements AutoCloseable
{
    private static final int FINDING_RING_BYTES = 8 << 20;
    private static final int STEP = 1024; // positions a stage handles at a time, at most
    // The account stage reads a shard's findings only up to where the shard has come, so what one step may find must
    // fit the ring of findings: 64 events of 16 findings do, 1,024 do not.
    private static final int SHARD_STEP = 64;

    private final EngineConfig config;
    private final MainRing ring;
    private final Sequencer sequencer;
    private final JournalStage journalStage;
    private final Shard[] shards;
    private final AccountStage accountStage;
    private final SingleWriterRecorder latency;
    private final FailureListener failures;
    private final boolean oneThread;
    private final Sequence passed = new Sequence(-1); // when one thread does all
    private final List<StageThread> stageThreads = new CopyOnWriteArrayList<>(); // one may fail while others are made
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<InboundRing> inbound = new CopyOnWriteArrayList<>();
    private final ManyToOneConcurrentArrayQueue<Runnable> commands = new ManyToOneConcurrentArrayQueue<>(256);
    private final AtomicReference<EngineFailedException> failure = new AtomicReference<>();
    private volatile boolean stopping;
    private boolean closed;

    /**
     * Wire and start.
     *
     * @param config    deployment.
     * @param reader    of CONFIG records; called once by each stage and record.
     * @param events    journal of events.
     * @param decisions journal of decisions.
     * @param outbox    told of each decision once it is journaled.
     * @param rejects   told of refused messages.
     * @param failures  told once when the engine fails.
     */
    public Engine(
        final EngineConfig config,
        final DetectionReader reader,
        final FrameSink events,
        final FrameSink decisions,
        final FrameSink outbox,
        final RejectListener rejects,
        final FailureListener failures)
    {
        this.config = config;
        this.failures = failures;
        final Threading threading = config.threading();
        oneThread = threading.mode() == Threading.Mode.INLINE || threading.mode() == Threading.Mode.FUSED;
        ring = new MainRing(config.ringEvents(), config.waiting().newWaitStrategy(), config.measuresLatency());
        latency = config.measuresLatency() ? new SingleWriterRecorder(3) : null;
        sequencer = new Sequencer(ring, config.instrumentCapacity(), config.textCapacity(), rejects, this::dispatch,
            this::drain);

        // 1. every event is journaled; 2. each shard handles its partitions beside the journal;
        // 3. the account stage comes behind both, so that nothing leaves before it is journaled.
        journalStage = new JournalStage(ring, events);
        shards = new Shard[threading.shards()];
        final FindingRing[] findings = new FindingRing[shards.length];
        final MarketViews views = new MarketViews(config.ringEvents());
        for (int i = 0; i < shards.length; i++)
        {
            findings[i] = new FindingRing(FINDING_RING_BYTES);
            shards[i] = new Shard(ring, findings[i], reader, !oneThread, views, i, shards.length);
        }
        accountStage = new AccountStage(ring, findings, views, reader, decisions, outbox, latency);

        if (oneThread)
        {
            ring.gate(passed);
        }
        else
        {
            startStages();
        }
        if (threading.mode() != Threading.Mode.INLINE)
        {
            start("fds-sequencer", this::runSequencer);
        }
    }

    /**
     * Open a feed's way in. Each feed has its own; it is used by one thread.
     *
     * @return the intake.
     */
    public Intake openIntake()
    {
        return config.threading().mode() == Threading.Mode.INLINE ? new InlineIntake() : new RingIntake();
    }

    /**
     * Do something with the sequencer, in order between events, and wait until it is done. For control: rare.
     *
     * @param command to run on the sequencer's thread.
     * @throws EngineFailedException when the engine has failed.
     */
    public void command(final Consumer<Sequencer> command)
    {
        throwIfFailed();
        if (config.threading().mode() == Threading.Mode.INLINE)
        {
            command.accept(sequencer);
            return;
        }
        final CompletableFuture<Void> done = new CompletableFuture<>();
        final Runnable run = () ->
        {
            try
            {
                command.accept(sequencer);
                done.complete(null);
            }
            catch (final RuntimeException e)
            {
                done.completeExceptionally(e);
            }
        };
        while (!commands.offer(run))
        {
            throwIfFailed();
            Thread.onSpinWait();
        }
        await(done);
    }

    /**
     * Take a journal's frames as they stand, and wait until all are taken.
     *
     * @param source to read to its end.
     * @throws EngineFailedException when the engine has failed.
     */
    public void replay(final FrameSource source)
    {
        command(own ->
        {
            while (source.next())
            {
                own.acceptFrame(source.buffer(), source.offset(), source.length());
                if (failure.get() != null)
                {
                    return;
                }
            }
        });
        throwIfFailed();
    }

    /**
     * Handle everything that was handed in, and wait until it is done and journaled.
     *
     * @throws EngineFailedException when the engine has failed.
     */
    public void flush()
    {
        if (config.threading().mode() == Threading.Mode.INLINE)
        {
            throwIfFailed();
            dispatch();
            return;
        }
        final IdleStrategy idle = Waiting.SLEEPING.newIdleStrategy();
        for (final InboundRing in : inbound)
        {
            while (!in.isEmpty())
            {
                throwIfFailed();
                idle.idle();
            }
        }
        command(own -> drain());
        throwIfFailed();
    }

    /**
     * Handle everything that was handed in, then write all state: order, dictionaries, definitions, each partition,
     * episodes, handlers. The threading mode is not in it.
     *
     * @param state to write to.
     * @throws IllegalStateException when no detection configuration was given yet.
     */
    public void writeState(final StateWriter state)
    {
        writeState((part, partition) -> state);
    }

    /**
     * Handle everything that was handed in, then write all state, part by part: each partition is a part of its own.
     *
     * @param target asked for a place for each part, in the order of {@link StatePart}.
     * @throws IllegalStateException when no detection configuration was given yet.
     */
    public void writeState(final StateTarget target)
    {
        flush();
        command(own ->
        {
            final Definitions definitions = shards[0].definitions();
            if (definitions.configText() == null)
            {
                throw new IllegalStateException("there is no state before the first configuration");
            }
            definitions.write(target.begin(StatePart.DEFINITIONS, 0));
            own.write(target.begin(StatePart.ORDER, 0));
            shards[0].writeReference(target.begin(StatePart.REFERENCE, 0));
            forEachPartition((shard, partition) ->
                shard.writePartition(partition, target.begin(StatePart.PARTITION, partition)));
            accountStage.write(target.begin(StatePart.ACCOUNTS, 0));
        });
    }

    /**
     * Read what {@link #writeState} wrote, by an engine of the same build and capacities in any threading mode. What
     * is handed in next follows what was handed in before it was written.
     *
     * @param state to read from.
     * @throws IllegalStateException when this engine has seen something already, or the state is of another kind.
     */
    public void readState(final StateReader state)
    {
        readState((part, partition) -> state);
    }

    /**
     * Read part by part what {@link #writeState(StateTarget)} wrote.
     *
     * @param source asked for each part, in the order in which they were written.
     * @throws IllegalStateException when this engine has seen something already, or the state is of another kind. An
     *                               engine that has thrown is of no use any more.
     */
    public void readState(final StateSource source)
    {
        command(own ->
        {
            if (own.sequence() != 0)
            {
                throw new IllegalStateException("state is read before anything else is taken");
            }
            // The stages are idle: they have seen nothing, and see what is done here with the first batch.
            final Definitions definitions = Definitions.read(source.open(StatePart.DEFINITIONS, 0));
            own.read(source.open(StatePart.ORDER, 0), definitions.instruments());
            final StateBuffer reference = new StateBuffer();
            for (final Shard shard : shards)
            {
                shard.define(definitions);
            }
            shards[0].readReference(source.open(StatePart.REFERENCE, 0));
            shards[0].writeReference(reference);
            for (int i = 1; i < shards.length; i++)
            {
                reference.rewind();
                shards[i].readReference(reference);
            }
            forEachPartition((shard, partition) ->
                shard.readPartition(partition, source.open(StatePart.PARTITION, partition)));
            accountStage.define(definitions);
            accountStage.read(source.open(StatePart.ACCOUNTS, 0));
        });
    }

    /**
     * Tell what control records have said so far and is still known, as if they came anew: instruments, texts and their
     * ids in the order in which they were given, who owns which account. For those who learn from control records and
     * join an engine that has {@linkplain #readState(StateSource) read its state}.
     *
     * @param sink shown one record at a time, each with sequence 0.
     */
    public void tellDefinitions(final FrameSink sink)
    {
        command(own ->
        {
            final Retold retold = new Retold(sink);
            shards[0].definitions().instruments().forEach(retold::instrument);
            own.forEachText(retold::text);
            if (shards[0].owners() != null)
            {
                shards[0].owners().forEach(retold::account);
            }
            sink.onBatchEnd();
        });
    }

    private void forEachPartition(final ObjIntConsumer<Shard> action)
    {
        for (int partition = 0; partition < Instrument.PARTITIONS; partition++)
        {
            if (market(partition) != null)
            {
                action.accept(shards[partition % shards.length], partition);
            }
        }
    }

    /** Finish what was taken, flush it, stop all threads. Idempotent; does not throw for an engine that failed. */
    @Override
    public void close()
    {
        if (closed)
        {
            return;
        }
        closed = true;
        try
        {
            if (failure.get() == null)
            {
                flush();
            }
        }
        catch (final EngineFailedException alreadyTold)
        {
            // The failure listener has it; here only the threads are to be stopped.
        }
        stopping = true;
        for (final StageThread stage : stageThreads)
        {
            stage.halt();
        }
        for (final Thread thread : threads)
        {
            join(thread);
        }
        for (final Shard shard : shards)
        {
            shard.close();
        }
        sequencer.close();
    }

    /**
     * Why the engine failed.
     *
     * @return null while it has not.
     */
    public EngineFailedException failure()
    {
        return failure.get();
    }

    /**
     * Sequence, time and counters of intake. Exact once {@link #flush} has returned.
     *
     * @return the sequencer, to read.
     */
    public Sequencer sequencer()
    {
        return sequencer;
    }

    /**
     * Counters of findings and alerts. Any thread.
     *
     * @return the stage, to read.
     */
    public AccountStage accountStage()
    {
        return accountStage;
    }

    /**
     * The state of a partition. Exact once {@link #flush} has returned.
     *
     * @param partition 0 to 63.
     * @return its market, or null when it has no instrument.
     */
    public Market market(final int partition)
    {
        return shards[partition % shards.length].market(partition);
    }

    /**
     * Hand-in to decision since the last call, in nanoseconds. Any thread.
     *
     * @param recycled the histogram of an earlier call, or null.
     * @return the histogram, or null when latency is not measured.
     */
    public Histogram latency(final Histogram recycled)
    {
        return latency == null ? null : latency.getIntervalHistogram(recycled);
    }

    private void startStages()
    {
        final List<Sequence> before = new ArrayList<>();
        before.add(startStage("fds-journal", journalStage, STEP, ring.newBarrier()));
        for (int i = 0; i < shards.length; i++)
        {
            before.add(startStage("fds-shard-" + i, shards[i], SHARD_STEP, ring.newBarrier()));
        }
        final Sequence last =
            startStage("fds-account", accountStage, STEP, ring.newBarrier(before.toArray(Sequence[]::new)));
        ring.gate(last);
    }

    private Sequence startStage(
        final String name, final fds.engine.stage.Stage stage, final int limit, final SequenceBarrier barrier)
    {
        final StageThread runner = new StageThread(name, stage, limit, barrier, this::fail);
        stageThreads.add(runner);
        start(name, runner);
        return runner.sequence();
    }

    private void start(final String name, final Runnable work)
    {
        final Thread thread = new Thread(() ->
        {
            try
            {
                config.threads().onStart(name);
            }
            catch (final Throwable e)
            {
                fail(name, 0, e);
                return;
            }
            work.run();
        }, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void runSequencer()
    {
        final IdleStrategy idle = config.waiting().newIdleStrategy();
        try
        {
            while (!stopping && failure.get() == null)
            {
                int work = 0;
                for (Runnable command = commands.poll(); command != null; command = commands.poll())
                {
                    command.run();
                    work++;
                }
                for (int i = 0; i < inbound.size(); i++)
                {
                    work += poll(inbound.get(i));
                }
                if (work == 0 && ring.unpublished() > 0)
                {
                    dispatch();
                }
                idle.idle(work);
            }
        }
        catch (final Throwable e)
        {
            fail("fds-sequencer", sequencer.sequence(), e);
        }
    }

    private int poll(final InboundRing in)
    {
        int count = 0;
        InboundEvent event = in.poll();
        while (event != null)
        {
            sequencer.accept(event);
            in.pass();
            if (++count == Sequencer.BATCH)
            {
                break;
            }
            event = in.poll();
        }
        return count;
    }

    /** Show the batch to the stages; with one thread, run them. */
    private void dispatch()
    {
        ring.publish();
        if (oneThread)
        {
            final long from = passed.get() + 1;
            final long to = ring.cursor();
            if (from <= to)
            {
                runStages(from, to);
            }
        }
    }

    private void runStages(final long from, final long to)
    {
        throwIfFailed();
        String stage = "fds-journal";
        try
        {
            journalStage.process(from, to);
            stage = "fds-shard";
            shards[0].process(from, to);
            stage = "fds-account";
            accountStage.process(from, to);
        }
        catch (final Throwable e)
        {
            fail(stage, sequencer.sequence(), e);
            throwIfFailed();
        }
        passed.set(to);
    }

    private void drain()
    {
        dispatch();
        final IdleStrategy idle = Waiting.SLEEPING.newIdleStrategy();
        for (final StageThread stage : stageThreads)
        {
            while (stage.sequence().get() < ring.cursor())
            {
                throwIfFailed();
                idle.idle();
            }
        }
    }

    private void fail(final String stage, final long sequence, final Throwable cause)
    {
        final Throwable first = cause instanceof EngineFailedException && cause.getCause() != null ?
            cause.getCause() : cause;
        final EngineFailedException told =
            new EngineFailedException(stage + " failed near event sequence " + sequence + ": " + first, first);
        if (failure.compareAndSet(null, told))
        {
            failures.onFailure(stage, sequence, first);
        }
        // Wake whoever waits on a barrier or a full ring behind the failed stage. All are halted before any is
        // released: a released stage looks as if it had passed everything, and nobody may act on what is not in the
        // journal.
        for (final StageThread other : stageThreads)
        {
            other.halt();
        }
        for (final StageThread other : stageThreads)
        {
            other.release();
        }
        for (final Thread thread : threads)
        {
            if (thread != Thread.currentThread())
            {
                thread.interrupt();
            }
        }
    }

    private void throwIfFailed()
    {
        final EngineFailedException told = failure.get();
        if (told != null)
        {
            throw new EngineFailedException(told.getMessage(), told.getCause());
        }
    }

    private void await(final CompletableFuture<Void> done)
    {
        final IdleStrategy idle = Waiting.SLEEPING.newIdleStrategy();
        while (!done.isDone())
        {
            throwIfFailed();
            idle.idle();
        }
        try
        {
            done.get();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new EngineFailedException("interrupted", e);
        }
        catch (final ExecutionException e)
        {
            if (e.getCause() instanceof RuntimeException own)
            {
                throw own;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void join(final Thread thread)
    {
        boolean interrupted = false;
        while (thread.isAlive())
        {
            try
            {
                thread.join(5_000);
                break;
            }
            catch (final InterruptedException e)
            {
                interrupted = true;
            }
        }
        if (interrupted)
        {
            Thread.currentThread().interrupt();
        }
    }

    /** The caller's thread is the sequencer's and every stage's. */
    private final class InlineIntake implements Intake
    {
        private final InboundEvent own = new InboundEvent();
        private final InboundEvent inPlace = new InboundEvent(ring.events());
        private InboundEvent slot = own;

        @Override
        public InboundEvent claim()
        {
            // Filled where the stages will read it, unless another intake is filling that place.
            final InboundEvent next = ring.lend(inPlace.event()) ? inPlace : own;
            if (slot != next)
            {
                slot = next;
            }
            return next;
        }

        @Override
        public void publish()
        {
            throwIfFailed();
            sequencer.accept(slot);
        }
    }

    /** A ring between the feed's thread and the sequencer's. */
    private final class RingIntake implements Intake
    {
        private final InboundRing own = new InboundRing(config.inboundEvents());
        private final IdleStrategy idle = config.waiting().newIdleStrategy();

        RingIntake()
        {
            inbound.add(own);
        }

        @Override
        public InboundEvent claim()
        {
            InboundEvent slot = own.tryClaim();
            while (slot == null)
            {
                throwIfFailed();
                idle.idle();
                slot = own.tryClaim();
            }
            throwIfFailed();
            return slot;
        }

        @Override
        public void publish()
        {
            own.publish();
        }
    }
}
