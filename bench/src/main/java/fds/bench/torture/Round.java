package fds.bench.torture;

import static fds.bench.torture.TortureException.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import fds.journal.format.JournalException;
import fds.journal.verify.JournalVerifier;

/**
 * One journal and the lives of the runs that write it: each but the last is disturbed, then the input is brought to its
 * end and everything is held against the undisturbed run. All chance comes from the seed; only where a signal falls
 * within a few events is the scheduler's.
 */
final class Round implements AutoCloseable
{
    private static final List<String> MODES = List.of("fused", "pipelined", "sharded:2", "inline");
    private static final List<String> POLICIES = List.of("none", "batch", "interval");
    private static final Fault[] COMMON = {
        Fault.KILL, Fault.KILL, Fault.KILL, Fault.KILL, Fault.PAUSE, Fault.SECOND_STARTER, Fault.RACE};
    private static final Fault[] LAST = {Fault.FLIP, Fault.BLANK, Fault.CUT};

    private final Lab lab;
    private final Workload workload;
    private final Tally tally;
    private final Random random;
    private final Path directory;
    private final Path journal;
    private final Acks acks;
    private final Audit audit;
    private final String policy;
    private final StringBuilder story = new StringBuilder();
    private int life;

    Round(final Lab lab, final Workload workload, final Tally tally, final long seed)
    {
        this.lab = lab;
        this.workload = workload;
        this.tally = tally;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextInt();
        directory = lab.directory().resolve("round-" + seed);
        journal = directory.resolve("journal");
        acks = new Acks(directory.resolve("acks"));
        audit = new Audit(workload, journal);
        policy = POLICIES.get(random.nextInt(POLICIES.size()));
    }

    /** What was done so far, for whoever looks at a failure. */
    String story()
    {
        return story.toString();
    }

    void run() throws Exception
    {
        Files.createDirectories(directory);
        story.append("sync ").append(policy).append(';');
        final int disturbed = 1 + random.nextInt(3);
        for (int i = 0; i < disturbed; i++)
        {
            disturb(COMMON[random.nextInt(COMMON.length)]);
        }
        if (random.nextInt(3) == 0)
        {
            damage(LAST[random.nextInt(LAST.length)]);
        }
        story.append(" to the end");
        audit.afterEnd(Said.by(arguments("inline", 0)).exits(0));
    }

    private void disturb(final Fault fault) throws Exception
    {
        tally.onFault(fault);
        final String mode = MODES.get(random.nextInt(MODES.size()));
        story.append(' ').append(mode).append(' ').append(fault.word());
        try (Child child = start(mode))
        {
            if (fault == Fault.RACE)
            {
                race(child);
            }
            else
            {
                live(child, fault);
            }
        }
        tally.onAcknowledged(acks.last());
        story.append(", journal ends with ").append(audit.afterDeath(acks.last())).append(';');
    }

    private void live(final Child child, final Fault fault) throws InterruptedException
    {
        if (fault == Fault.PAUSE)
        {
            pause(child);
        }
        else if (fault == Fault.SECOND_STARTER)
        {
            startSecond(child);
        }
        awaitMoment(child);
        final boolean isOver = !child.isAlive();
        story.append(isOver ? ", came to its end" : ", killed at " + acks.last());
        final Said said = child.kill();
        check(!isOver || said.code() == 0, Verdict.CONDUCT, "exit 0 was due: " + said);
    }

    /** Until so much is acknowledged, or for some time: then the kill may fall into start and recovery, too. */
    private void awaitMoment(final Child child) throws InterruptedException
    {
        if (random.nextInt(4) == 0)
        {
            Thread.sleep(random.nextInt(900));
            return;
        }
        final long target = acks.last() + 1 + (long)(random.nextDouble() * workload.lastSequence() / 2);
        while (child.isAlive() && acks.last() < target)
        {
            Thread.sleep(1);
        }
    }

    private void pause(final Child child) throws InterruptedException
    {
        awaitMoment(child);
        child.signal("STOP");
        Thread.sleep(20 + random.nextInt(150));
        if (random.nextBoolean())
        {
            refuseSecond(child);
        }
        child.signal("CONT");
    }

    private void startSecond(final Child child) throws InterruptedException
    {
        final long before = acks.last();
        while (child.isAlive() && acks.last() <= before)
        {
            Thread.sleep(1);
        }
        refuseSecond(child);
    }

    private void refuseSecond(final Child child)
    {
        if (!Files.exists(journal.resolve("writer.lock")) || !child.isAlive())
        {
            return;
        }
        final Said second = Said.by(arguments("inline", 0));
        if (!child.isAlive() || second.code() == 0 && acks.last() >= workload.lastSequence())
        {
            return; // the first had come to its end
        }
        check(second.code() == 2 && second.err().contains("is already being written"), Verdict.CONDUCT,
            "a second starter was not refused: " + second);
        story.append(", second refused");
    }

    private void race(final Child child)
    {
        try (Child other = start("fused"))
        {
            final Said one = child.await();
            final Said two = other.await();
            for (final Said said : List.of(one, two))
            {
                check(said.code() == 0 || said.code() == 2 && said.err().contains("is already being written"),
                    Verdict.CONDUCT, "a racing starter ended badly: " + said);
            }
            check(one.code() == 0 || two.code() == 0, Verdict.CONDUCT, "both were refused: " + one + " and " + two);
        }
    }

    /** Damage is found by verify and told by the next run; from a copy all goes on. */
    private void damage(final Fault fault)
    {
        final long before = problems();
        final Damage damage = Damage.of(journal, random);
        if (damage == null)
        {
            return;
        }
        tally.onFault(fault);
        story.append(' ').append(switch (fault)
        {
            case FLIP -> damage.flip(random);
            case BLANK -> damage.blank(random);
            default -> damage.cut(random);
        });
        check(problems() > before || damage.isHarmless(), Verdict.CONDUCT, "verify does not find it");
        final Said said = Said.by(arguments("inline", 0));
        story.append(", exit ").append(said.code()).append(';');
        if (said.code() == 0)
        {
            check(damage.isHarmless() || said.err().contains("cut off"), Verdict.CONDUCT,
                "damage was passed over in silence: " + said);
            audit.afterEnd(said);
            return;
        }
        check(said.code() == 2 && said.err().startsWith("fds: "), Verdict.CONDUCT, "damage was not told: " + said);
        damage.mend();
        audit.afterDeath(acks.last());
    }

    private long problems()
    {
        try
        {
            return JournalVerifier.verify(journal).problemCount();
        }
        catch (final JournalException e)
        {
            return Long.MAX_VALUE;
        }
    }

    private Child start(final String mode)
    {
        final int pace = 15_000 + random.nextInt(60_000);
        life++;
        return lab.start(directory.resolve("life-" + life), Map.of(), arguments(mode, pace));
    }

    private Object[] arguments(final String mode, final int pace)
    {
        return new Object[] {"run", "--config", workload.config(), "--out", journal, "--acks", acks.file(),
            "--threads", mode, "--set", "feeds.pace=" + pace, "--set", "deployment.journal.sync=" + policy,
            "--set", "deployment.journal.interval=5ms"};
    }

    @Override
    public void close()
    {
        Lab.remove(directory);
    }
}
