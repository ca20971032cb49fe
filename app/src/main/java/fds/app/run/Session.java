package fds.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import fds.app.UsageException;
import fds.app.recover.Build;
import fds.app.recover.JournaledEvents;
import fds.app.recover.Keepsake;
import fds.app.recover.Shape;
import fds.app.recover.Start;
import fds.app.respond.Answer;
import fds.app.respond.AnswerSource;
import fds.app.setup.Digests;
import fds.app.setup.SanctionList;
import fds.app.setup.Settings;
import fds.engine.Engine;
import fds.engine.EngineFailedException;
import fds.engine.Intake;
import fds.engine.sequencer.Sequencer;
import fds.feeds.clean.CleanConfig;
import fds.feeds.clean.CleanFeed;
import fds.journal.format.JournalDamagedException;
import fds.journal.format.JournalException;
import fds.journal.hash.DecisionHash;
import fds.journal.read.DecisionReader;
import fds.journal.write.Journal;
import fds.journal.write.Recovery;
import fds.market.detector.Detection;
import fds.market.detector.DetectionReader;
import fds.market.door.BadInputException;
import fds.market.door.Feed;
import fds.market.door.FrameSink;
import fds.market.door.FrameSinks;
import fds.market.door.FrameSource;
import fds.market.event.Absent;
import fds.market.event.InboundEvent;
import fds.market.instrument.Instrument;
import fds.market.partition.Market;
import org.agrona.DirectBuffer;

/**
 * One run: journal, engine and feed wired together. This page is the wiring.
 * <ol>
 * <li>The journal is opened, if there is one; a tail that a dead writer left unfinished is cut off.
 * <li>The engine starts: events go to the journal, decisions to the hash and the journal, then to the outbox.
 * <li>The newest good snapshot is taken in, and what the journal holds behind it is replayed: events are not journaled
 * again, decisions are compared with those that are there and only the missing ones are added.
 * <li>Configuration, instruments and accounts are journaled, unless the journal ends with the same.
 * <li>The feed is read; what the journal already has of it is passed over.
 * <li>At the end everything taken is finished and flushed.
 * </ol>
 */
public final class Session implements AutoCloseable
{
    private static final String BUILD_ID = Build.ID;
    private static final String IMPORTED = "+import"; // behind the build id of a journal without decisions

    private final Settings settings;
    private final String journaledBuildId;
    private final boolean decides;
    private final Path directory;
    private final FrameSink tap;
    private final NewDecisions told;
    private final Rejects rejects;
    private final Journal journal;
    private final DecisionHash hash = new DecisionHash();
    private final Engine engine;
    private final long openedNanos = System.nanoTime();
    private long startNanos = openedNanos;
    private final Set<String> differences = new HashSet<>();
    private JournaledEvents history;
    private DecisionCheck check;
    private FrameSink recovered;
    private String readiness = "a new journal";
    private long replayNanos;
    private volatile boolean recovering;
    private volatile long taken;
    private long known;  // events of feeds that the journal held
    private long passed; // of these, met again in the feed
    private CleanFeed cleaned;
    private AnswerSource answers = AnswerSource.NONE;
    private Summary.Books books = Summary.Books.NONE;
    private boolean closed;

    /**
     * Wire a run.
     *
     * @param settings  in force.
     * @param directory of the journal, or null: nothing is kept.
     * @param outbox    told of each decision once it is journaled.
     * @param tap       shown every event and control record, on the journal stage's thread.
     * @param rejects   told of refused messages.
     */
    public Session(
        final Settings settings,
        final Path directory,
        final FrameSink outbox,
        final FrameSink tap,
        final Rejects rejects)
    {
        this(settings, settings.detection(), BUILD_ID, directory, outbox, tap, rejects);
    }

    private Session(
        final Settings settings,
        final DetectionReader detection,
        final String journaledBuildId,
        final Path directory,
        final FrameSink outbox,
        final FrameSink tap,
        final Rejects rejects)
    {
        this.settings = settings;
        this.journaledBuildId = journaledBuildId;
        this.directory = directory;
        this.tap = tap;
        this.rejects = rejects;
        decides = detection == settings.detection();
        journal = directory == null ? null : Journal.open(directory, settings.journal());
        final FrameSink decisions =
            FrameSinks.tee(hash, directory == null ? FrameSinks.NOWHERE : new RecoveringDecisions());
        final FrameSink events = directory == null ? FrameSinks.NOWHERE : new RecoveringEvents();
        told = new NewDecisions(outbox, journal == null ? 0 : journal.decisions().lastIndex() + 1);
        engine = new Engine(settings.engine(), detection,
            tap == FrameSinks.NOWHERE ? events : FrameSinks.tee(events, tap), decisions, told, rejects,
            new ErrorLog(directory));
    }

    /**
     * A run that journals events and decides nothing; the journal carries the configuration for whoever replays it.
     *
     * @param settings  in force.
     * @param directory of the journal.
     * @param rejects   told of refused messages.
     * @return to be introduced to a feed and read.
     */
    public static Session withoutDetection(final Settings settings, final Path directory, final Rejects rejects)
    {
        return new Session(settings, nothing(settings), BUILD_ID + IMPORTED, directory, FrameSinks.NOWHERE,
            FrameSinks.NOWHERE, rejects);
    }

    /**
     * A run that decides and keeps nothing: it only shows a feed's events in the order that the engine gives them.
     *
     * @param settings in force.
     * @param tap      shown every event and control record, on the journal stage's thread.
     * @param rejects  told of refused messages.
     * @return to be introduced to a feed and read.
     */
    public static Session onlyShowing(final Settings settings, final FrameSink tap, final Rejects rejects)
    {
        return new Session(settings, nothing(settings), BUILD_ID, null, FrameSinks.NOWHERE, tap, rejects);
    }

    /**
     * What opening the journal found.
     *
     * @return sentences for the operator, possibly none.
     */
    public List<String> recoveries()
    {
        return journal == null ? List.of() : journal.recoveries().stream()
            .filter(recovery -> recovery.bytesCut() > 0).map(Recovery::sentence).toList();
    }

    /**
     * Bring the engine to where the journal ends: from the newest snapshot that is good and the events behind it, or
     * from all events.
     *
     * @param keepsakes what else a restart must know, as followers keep it; rejects are known here.
     * @param recovered told of every decision that is made, whether it is journaled already or not.
     * @return events of feeds that were there.
     * @throws UsageException when this program decides otherwise than the one that wrote the journal.
     */
    public long recover(final List<Keepsake> keepsakes, final FrameSink recovered)
    {
        if (journal == null || journal.events().lastSequence() < 1)
        {
            rejects.goOn();
            return 0;
        }
        final List<Keepsake> all = new ArrayList<>(keepsakes);
        all.add(rejects.earlier());
        // Without detectors there is nothing to take a snapshot's state in.
        try (Start start = decides ? Start.find(directory, settings, Shape.of(settings.engine()),
            sentence -> System.err.println("fds: " + sentence)) : Start.atFirstEvent(directory);
            FrameSource decided = new DecisionReader(directory, start.decisions()))
        {
            recovering = true;
            check = new DecisionCheck(decided, journal.decisions());
            history = new JournaledEvents(start.events(), this::checked);
            told.pass(start.decisions());
            this.recovered = recovered;
            start.restore(engine, history, hash, all, tap);
            rejects.goOn();
            final long from = engine.sequencer().sequence();
            final long begun = System.nanoTime();
            engine.replay(history);
            engine.flush();
            replayNanos = System.nanoTime() - begun;
            check.throwIfDamaged();
            final boolean isShort = check.differing() < 0 && check.isShort();
            if (isShort && check.leftSequence() > journal.events().lastSequence())
            {
                throw new UsageException(directory + ": decision record " + check.same() + " is about event sequence " +
                    check.leftSequence() + ", and the events end with " + journal.events().lastSequence() +
                    ": a power failure or a cut took them; restore the journal from a copy, or take what is whole " +
                    "with 'fds repair'");
            }
            if (check.differing() >= 0 || isShort)
            {
                throw new UsageException(directory + ": decision record " +
                    (start.decisions() + Math.max(check.same(), check.differing())) +
                    " is not what this program (" + BUILD_ID +
                    ") decides on the same events (written by " + history.buildId() + "); start in another directory");
            }
            recovering = false;
            readiness = (from == 0 ? "no snapshot, " : "snapshot at sequence " + from + ", ") +
                (engine.sequencer().sequence() - from) + " events replayed";
        }
        catch (final JournalDamagedException e)
        {
            throw new JournalException(
                e.getMessage() + "; restore it from a copy, or take what is whole with 'fds repair'", e);
        }
        known = engine.sequencer().eventCount();
        return known;
    }

    /**
     * How long the journal's events took in {@link #recover}.
     *
     * @return nanoseconds; 0 when there were none.
     */
    public long replayNanos()
    {
        return replayNanos;
    }

    /**
     * How long it took until events could be taken, and from where. Once {@link #recover} has returned.
     *
     * @return a sentence for the operator.
     */
    public String readiness()
    {
        return "ready in " + (System.nanoTime() - openedNanos) / 1_000_000 + " ms: " + readiness;
    }

    /**
     * Journal what the feed's events stand on, as far as the journal does not end with the same.
     *
     * @param feed to be read.
     * @throws UsageException when the journal knows other instruments by the same numbers.
     */
    public void introduce(final Feed feed)
    {
        if (history == null || !settings.text().equals(history.configText()))
        {
            engine.command(own -> own.configure(settings.text(), Digests.hash64(settings.text()),
                journaledBuildId));
        }
        final List<Instrument> known = history == null ? List.of() : history.instruments();
        final List<Instrument> instruments = feed.instruments();
        for (int i = 0; i < Math.min(known.size(), instruments.size()); i++)
        {
            if (!known.get(i).equals(instruments.get(i)))
            {
                throw new UsageException(directory + ": instrument " + instruments.get(i).id() + " was " +
                    known.get(i) + " and the feed says " + instruments.get(i) + "; start in another directory");
            }
        }
        final long owned = history == null ? 0 : history.accountCount();
        tell(own -> instruments.stream().skip(known.size()).forEach(own::define), "capacity.instruments");
        tell(own -> feed.accounts().stream().skip(owned).forEach(own::own), "capacity.texts");
    }

    /** What went before, a warm-up, is not in the time that the summary tells. Called before {@link #read}. */
    public void beginNow()
    {
        startNanos = System.nanoTime();
    }

    /**
     * Take in what people and the venue say about actions, between the events of the feed.
     *
     * @param source asked before each event.
     */
    public void listenTo(final AnswerSource source)
    {
        answers = source;
    }

    /**
     * Journal addresses that nobody may deal with, as far as the journal does not list them. Another configuration than
     * the journal's begins without any, so those of the journal are listed anew.
     *
     * @param lists behind a feed that was introduced.
     */
    public void list(final List<SanctionList> lists)
    {
        final Map<String, String> known = history == null ? Map.of() : history.listed();
        if (history != null && !settings.text().equals(history.configText()))
        {
            engine.command(own -> known.forEach((address, list) -> own.sanction(address, list, true)));
        }
        for (final SanctionList list : lists)
        {
            engine.command(own -> list.addresses().stream().filter(address -> !known.containsKey(address))
                .forEach(address -> own.sanction(address, list.name(), true)));
        }
    }

    /**
     * Read a feed to its end, or until told to stop.
     *
     * @param feed          introduced before.
     * @param stop          asks to stop.
     * @param pacePerSecond events a second to hand in, 0: as fast as it goes.
     * @throws BadInputException at the first bad message, when those are not skipped.
     */
    public void read(final Feed feed, final StopSignal stop, final long pacePerSecond)
    {
        final CleanConfig config = settings.clean();
        cleaned = new CleanFeed(feed, config, config.keep() ? rejects::onCleaned : (rule, event, value, allowed) ->
        {
            // Counted where it is met.
        });
        readCleaned(cleaned, stop, pacePerSecond);
    }

    private void readCleaned(final Feed feed, final StopSignal stop, final long pacePerSecond)
    {
        settings.engine().threads().onStart("fds-feed");
        final Intake intake = engine.openIntake();
        final long start = System.nanoTime();
        boolean more = true;
        while (more && !stop.isSet() && rejects.first() == null)
        {
            final InboundEvent slot = intake.claim();
            try
            {
                more = feed.next(slot);
                if (more && history != null && history.has(slot.event().feedId(), slot.event().feedSequence()))
                {
                    passed++;
                }
                else if (more)
                {
                    takeIn(answers.before(timeOf(slot), false));
                    intake.publish();
                    taken++;
                    if (pacePerSecond > 0)
                    {
                        pace(start, pacePerSecond);
                    }
                }
            }
            catch (final BadInputException bad)
            {
                // What stands before an event of the journal was told by the run that journaled it.
                if (passed >= known)
                {
                    rejects.onBadInput(bad);
                }
            }
        }
        engine.flush();
        // What is said may send a command, which is answered in its turn.
        for (List<Answer> said = answers.before(Absent.VALUE, true); !said.isEmpty();
            said = answers.before(Absent.VALUE, true))
        {
            takeIn(said);
        }
        throwIfRefused();
    }

    private static long timeOf(final InboundEvent inbound)
    {
        return inbound.receiveTimeNanos() != Absent.VALUE ? inbound.receiveTimeNanos() :
            inbound.event().venueTimeNanos();
    }

    /** What is said stands behind everything that was handed in before it. */
    private void takeIn(final List<Answer> said)
    {
        if (said.isEmpty())
        {
            return;
        }
        engine.flush();
        engine.command(own -> said.forEach(answer ->
        {
            own.tickTo(answer.timeNanos());
            answer.tell(own);
        }));
        engine.flush();
    }

    /**
     * Put another journal's frames through the engine as they stand.
     *
     * @param source a journal's events.
     */
    public void replay(final FrameSource source)
    {
        final JournaledEvents events = new JournaledEvents(source, text -> checked(settings.override(text)));
        engine.replay(events);
        engine.flush();
        history = events;
    }

    /**
     * What cleaning met in the feed that was read.
     *
     * @return sentences for the operator, possibly none.
     */
    public List<String> cleanNotes()
    {
        return cleaned == null ? List.of() : cleaned.notes();
    }

    /**
     * The engine, for counters.
     *
     * @return running until this is closed.
     */
    public Engine engine()
    {
        return engine;
    }

    /**
     * The last sequence that is as durable as {@code deployment.journal.sync} promises. Any thread.
     *
     * @return its number; 0 when there is none, or nothing is kept.
     */
    public long acknowledged()
    {
        return journal == null ? 0 : Math.max(0, journal.events().acknowledgedSequence());
    }

    /**
     * Events handed in by {@link #read} so far. Any thread.
     *
     * @return events.
     */
    public long taken()
    {
        return taken;
    }

    /**
     * The build that wrote the journal which was replayed last.
     *
     * @return its id, or this program's own when nothing was replayed.
     */
    public String writtenBy()
    {
        return history == null || history.buildId().isEmpty() ? BUILD_ID : history.buildId().replace(IMPORTED, "");
    }

    /**
     * Whether the journal which was replayed last was imported: it holds no decisions.
     *
     * @return true when it was.
     */
    public boolean wasImported()
    {
        return history != null && history.buildId().endsWith(IMPORTED);
    }

    /**
     * This program's build.
     *
     * @return its id.
     */
    public static String buildId()
    {
        return BUILD_ID;
    }

    /** Finish what was taken and close the journal. Idempotent. */
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
            countBooks();
            engine.close();
        }
        finally
        {
            if (journal != null)
            {
                journal.close();
            }
            rejects.close();
        }
    }

    /**
     * What the run came to.
     *
     * @return after {@link #close}.
     * @throws EngineFailedException when the engine has failed.
     */
    public Summary summary()
    {
        final EngineFailedException failure = engine.failure();
        if (failure != null)
        {
            throw failure;
        }
        final long decisions = hash.records(); // taking the digest starts the hash anew
        return new Summary(engine.sequencer().eventCount(), rejects.count(), engine.accountStage().alertCount(),
            engine.accountStage().findingCount(), System.nanoTime() - startNanos, hash.hex(),
            engine.accountStage().blindSpotCount(), engine.sequencer().sequence(), decisions, books,
            cleaned == null ? 0 : cleaned.met(), cleaned == null ? 0 : cleaned.dropped(),
            engine.accountStage().mutedCount());
    }

    /** The partitions go with the engine. */
    private void countBooks()
    {
        if (engine.failure() != null)
        {
            return;
        }
        try
        {
            engine.flush();
        }
        catch (final EngineFailedException alreadyTold)
        {
            return; // close() and summary() say so
        }
        for (int partition = 0; partition < Instrument.PARTITIONS; partition++)
        {
            final Market market = engine.market(partition);
            books = market == null ? books : books.with(market);
        }
    }

    /** The capacities of a configuration, and none of its detectors. */
    private static DetectionReader nothing(final Settings settings)
    {
        return text ->
        {
            final Detection full = settings.detection().read(text);
            return new Detection(full.capacity(), full.episodes(), full.findingsPerEventMax(), List.of());
        };
    }

    /** What does not fit is the configuration's fault, and said with the key that makes room. */
    private void tell(final Consumer<Sequencer> definition, final String key)
    {
        try
        {
            engine.command(definition);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException(e.getMessage() + "; set " + key + " higher");
        }
    }

    /** A journaled configuration must suit this program before any stage reads it. */
    private String checked(final String text)
    {
        for (final String difference : settings.check(text))
        {
            if (differences.add(difference))
            {
                System.err.println("fds: " + difference);
            }
        }
        return text;
    }

    private void throwIfRefused()
    {
        if (rejects.first() != null)
        {
            throw rejects.first();
        }
    }

    private void pace(final long start, final long perSecond)
    {
        final long due = start + (long)(taken * 1e9 / perSecond);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime())
        {
            LockSupport.parkNanos(Math.min(left, 1_000_000));
        }
    }

    /** Journals events, but not those that come from the journal. */
    private final class RecoveringEvents implements FrameSink
    {
        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            if (!recovering)
            {
                journal.events().onFrames(buffer, offset, length);
            }
        }

        @Override
        public void onBatchEnd()
        {
            if (!recovering)
            {
                journal.events().onBatchEnd();
            }
        }
    }

    /** Journals decisions, but compares those that the journal has. */
    private final class RecoveringDecisions implements FrameSink
    {
        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            if (recovering)
            {
                recovered.onFrames(buffer, offset, length);
            }
            (recovering ? check : journal.decisions()).onFrames(buffer, offset, length);
        }

        @Override
        public void onBatchEnd()
        {
            (recovering ? check : journal.decisions()).onBatchEnd();
        }
    }

    /**
     * Tells only what the journal did not hold when it was opened. A decision that a dead run owed, because it had the
     * event and not yet the decision, is made in recovery and told then.
     */
    private static final class NewDecisions implements FrameSink
    {
        private final FrameSink outbox;
        private long old;

        NewDecisions(final FrameSink outbox, final long old)
        {
            this.outbox = outbox;
            this.old = old;
        }

        /** So many are not even made again. */
        void pass(final long count)
        {
            old -= count;
        }

        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            if (old > 0)
            {
                old--;
                return;
            }
            outbox.onFrames(buffer, offset, length);
        }

        @Override
        public void onBatchEnd()
        {
            outbox.onBatchEnd();
        }
    }
}
