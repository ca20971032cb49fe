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
    private static final Fault[] BAD_DISK = {
        Fault.KILL, Fault.PAUSE, Fault.KILL_IN_CALL, Fault.KILL_IN_CALL, Fault.KILL_IN_CALL, Fault.POWER, Fault.POWER,
        Fault.POWER, Fault.FULL_DISK, Fault.READ_ONLY, Fault.SLOW_DISK, Fault.CLOCK};
    private static final Fault[] LAST = {Fault.FLIP, Fault.BLANK, Fault.CUT};

    private static final int KILLED = 137;

    private final Lab lab;
    private final Workload workload;
    private final Tally tally;
    private final Random random;
    private final Path directory;
    private final Path disk;
    private final Path library;
    private final Acks acks;
    private final String policy;
    private final StringBuilder story = new StringBuilder();
    private Path journal;
    private Audit audit;
    private BadDisk badDisk;
    private int life;
    private int repairs;

    /**
     * Prepare one.
     *
     * @param lab      to work in.
     * @param workload to disturb.
     * @param tally    told of what is done.
     * @param library  of the bad disk, or null: then its faults are left out.
     * @param seed     of all chance.
     */
    Round(final Lab lab, final Workload workload, final Tally tally, final Path library, final long seed)
    {
        this.library = library;
        this.lab = lab;
        this.workload = workload;
        this.tally = tally;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextInt();
        directory = lab.directory().resolve("round-" + seed);
        disk = directory.resolve("disk");
        journal = disk.resolve("journal");
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
        Files.createDirectories(disk);
        story.append("sync ").append(policy).append(';');
        final boolean isBad = random.nextInt(5) < 3 && library != null;
        badDisk = isBad ? new BadDisk(library, disk, directory.resolve("forced")) : null;
        final Fault[] faults = isBad ? BAD_DISK : COMMON;
        final int disturbed = 1 + random.nextInt(3);
        for (int i = 0; i < disturbed; i++)
        {
            disturb(faults[random.nextInt(faults.length)]);
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
        try (Child child = start(mode, settings(fault)))
        {
            switch (fault)
            {
                case RACE -> race(child);
                case FULL_DISK, READ_ONLY -> fail(child);
                default -> live(child, fault);
            }
        }
        tally.onAcknowledged(acks.last());
        if (fault == Fault.POWER || fault == Fault.READ_ONLY && random.nextBoolean())
        {
            cutPower();
        }
        story.append(", journal ends with ").append(audit.afterDeath(acks.last())).append(';');
    }

    /** What the bad disk and clock do in a life. */
    private Map<String, String> settings(final Fault fault)
    {
        final int calls = 1 + random.nextInt(policy.equals("none") ? 30 : 300);
        return switch (fault)
        {
            case KILL_IN_CALL -> Map.of("BAD_DISK_KILL", Integer.toString(calls));
            case POWER -> random.nextBoolean() ? Map.of() : Map.of("BAD_DISK_KILL", Integer.toString(calls));
            case FULL_DISK -> Map.of("BAD_DISK_FULL", Integer.toString(calls));
            case READ_ONLY -> Map.of("BAD_DISK_RO", Integer.toString(calls));
            case SLOW_DISK -> Map.of("BAD_DISK_SLOW", Integer.toString(1 + random.nextInt(4_000)));
            case CLOCK -> Map.of("BAD_CLOCK", Integer.toString(1 + random.nextInt(1_000_000)));
            default -> Map.of();
        };
    }

    /** A disk that fails stops the run with a clear word, or does not matter any more. */
    private void fail(final Child child)
    {
        final Said said = child.await();
        story.append(", exit ").append(said.code());
        check(said.code() == 0 || said.code() == 2 || said.code() == 3, Verdict.CONDUCT, "ended badly: " + said);
        check(said.code() == 0 || said.err().contains("fds: ") && !said.err().contains("\tat "), Verdict.CONDUCT,
            "did not say what is wrong: " + said);
    }

    /** Behind a power failure the journal opens, or says that a person must repair it; forced is forced. */
    private void cutPower() throws Exception
    {
        story.append(", power cut (").append(badDisk.cutPower(random)).append(')');
        if (policy.equals("none"))
        {
            Files.deleteIfExists(acks.file()); // nothing was promised beyond the process
        }
        if (!Files.isDirectory(journal.resolve("events")))
        {
            check(acks.last() == 0, Verdict.LOSS, "the journal is gone, and " + acks.last() + " was acknowledged");
            return;
        }
        final Said said = Said.by("run", "--config", workload.nothing(), "--out", journal,
            "--set", "deployment.journal.sync=" + policy);
        if (said.code() != 0)
        {
            check(!policy.equals("batch"), Verdict.CONDUCT, "does not open behind a power failure: " + said);
            check(said.code() == 2 && said.err().contains("fds repair"), Verdict.CONDUCT, "no remedy is told: " + said);
            repair();
        }
    }

    private void repair() throws Exception
    {
        final Path fresh = disk.resolve("repaired-" + ++repairs);
        Said.by("repair", journal, "--out", fresh).exits(0);
        story.append(", repaired");
        tally.onRepair();
        if (badDisk != null)
        {
            badDisk.remember(); // it forces what it writes, but not through the library
        }
        journal = fresh;
        audit = new Audit(workload, journal);
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
        final Said said = child.kill();
        story.append(isOver && said.code() == 0 ? ", came to its end" : ", killed at " + acks.last());
        check(!isOver || said.code() == 0 || said.code() == KILLED, Verdict.CONDUCT, "exit 0 was due: " + said);
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
        try (Child other = start("fused", Map.of()))
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

    /** Damage is found by verify, and told by the next run if it needs what is damaged; from a copy all goes on. */
    private void damage(final Fault fault) throws Exception
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
            final boolean isFound = Said.by("verify", journal).code() != 0;
            check(isFound || damage.isHarmless() || said.err().contains("cut off"), Verdict.CONDUCT,
                "damage was passed over in silence: " + said);
            if (isFound) // in Chronicle's own pages, which the journal needs for nothing
            {
                repair();
            }
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

    private Child start(final String mode, final Map<String, String> settings)
    {
        final int pace = 15_000 + random.nextInt(60_000);
        life++;
        return lab.start(directory.resolve("life-" + life),
            badDisk == null ? Map.of() : badDisk.environment(settings), arguments(mode, pace));
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
