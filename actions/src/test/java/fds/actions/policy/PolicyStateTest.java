package fds.actions.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;

import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.finding.Typology;
import fds.market.owner.Role;
import fds.market.risk.RiskLevel;
import fds.market.slots.StateBuffer;
import org.junit.jupiter.api.Test;

class PolicyStateTest
{
    private static final int STEPS = 4000;
    private static final PolicyConfig CONFIG = PolicyHarness.config(
        LevelRule.HIGHER, DefaultRules.ALL, PolicyHarness.limits(3, 20, 2, 64, 32, 20));

    /** A policy that was written, read and goes on decides what it would have decided. */
    @Test
    void shouldGoOnTheSameFromASnapshot()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            final PolicyHarness whole = newHarness();
            final PolicyHarness cut = newHarness();
            final Random one = new Random(seed);
            final Random other = new Random(seed);
            final int at = new Random(1000 + seed).nextInt(STEPS);
            for (int i = 0; i < STEPS; i++)
            {
                step(whole, one);
                step(cut, other);
                if (i == at)
                {
                    final StateBuffer state = new StateBuffer();
                    cut.policy.write(state);
                    cut.policy = new ResponsePolicy(CONFIG, cut.owners, cut.recorder);
                    cut.policy.read(state);
                }
            }
            assertFalse(whole.records.isEmpty());
            assertEquals(whole.records.size(), cut.records.size(), "seed " + seed + ", cut at " + at);
            for (int i = 0; i < whole.records.size(); i++)
            {
                assertArrayEquals(whole.records.get(i), cut.records.get(i), "seed " + seed + ", record " + i);
            }
        }
    }

    @Test
    void shouldRefuseTheStateOfAnotherCapacity()
    {
        final StateBuffer state = new StateBuffer();
        new PolicyHarness().policy.write(state);

        assertThrows(IllegalStateException.class, () -> newHarness().policy.read(state));
    }

    /** Whatever comes, in whatever order: tables stay within their capacity and every record can be read. */
    @Test
    void shouldStayWithinItsCapacity()
    {
        final PolicyHarness harness = newHarness();
        final Random random = new Random(5);
        for (int i = 0; i < 20 * STEPS; i++)
        {
            step(harness, random);
            assertEquals(Math.min(64, harness.policy.actionCount()), harness.policy.actionCount());
        }
        for (final String state : new String[]{ "ISSUED", "PENDING", "APPROVED", "REFUSED", "EXPIRED", "SENT", "DONE",
            "RETRIED", "ESCALATED", "REVOKED", "SUPPRESSED", "BLIND_SPOT ACTIONS_FULL", "BLIND_SPOT STANDINGS_FULL" })
        {
            assertFalse(harness.lines.stream().noneMatch(line -> line.startsWith(state)), state + " never happened");
        }
    }

    @Test
    void shouldNotAllocate()
    {
        final var bean = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final QuietHarness quiet = new QuietHarness(CONFIG);
        final long[] allocatedBytes = new long[6];
        for (int round = 0; round < allocatedBytes.length; round++)
        {
            final long before = bean.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100_000; i++)
            {
                quiet.step();
            }
            allocatedBytes[round] = bean.getCurrentThreadAllocatedBytes() - before;
        }
        assertFalse(quiet.decisions() < 100_000, "the flow has few decisions: " + quiet.decisions());
        // As of detectors: the JVM itself may allocate a little when it compiles; one of the last rounds is silent.
        assertEquals(0, Arrays.stream(allocatedBytes, 3, allocatedBytes.length).min().orElseThrow(),
            "bytes by round: " + Arrays.toString(allocatedBytes));
    }

    private static PolicyHarness newHarness()
    {
        final PolicyHarness harness = new PolicyHarness(CONFIG);
        for (int account = 1; account <= 40; account++)
        {
            harness.owners.put(PolicyHarness.VENUE, account, 1000 + account / 3,
                account % 7 == 0 ? Role.MARKET_MAKER.ordinal() : Role.NONE.ordinal());
        }
        return harness;
    }

    private static void step(final PolicyHarness harness, final Random random)
    {
        harness.timeNanos += random.nextInt(3) * PolicyHarness.SECOND;
        final long account = 1 + random.nextInt(60);
        final Typology typology = Typology.values()[random.nextInt(Typology.values().length)];
        final Severity severity = Severity.values()[random.nextInt(4)];
        final long alert = 1 + random.nextInt(500);
        switch (random.nextInt(12))
        {
            case 0, 1 -> harness.alert(alert, typology, severity, account, 1 + random.nextInt(60));
            case 2 -> harness.update(alert, typology, severity, account);
            case 3 -> harness.alert(alert, typology, severity);
            case 4 -> harness.risk(SubjectKind.ACCOUNT, account, RiskLevel.of(random.nextInt(4)),
                RiskLevel.of(random.nextInt(4)), alert);
            case 5 -> harness.risk(SubjectKind.OWNER_GROUP, 1000 + random.nextInt(14), RiskLevel.of(random.nextInt(4)),
                RiskLevel.of(random.nextInt(4)), alert);
            case 6 -> harness.orderRequest(account, alert).finding(alert, Typology.FAT_FINGER, severity, account);
            case 7 -> harness.withdrawRequest(account, alert, 5);
            case 8 -> harness.approve(anyAction(harness, random), random.nextInt(3) > 0);
            case 9 -> harness.answer(anyAction(harness, random), AckStatus.of(1 + random.nextInt(3)));
            default -> harness.tick();
        }
    }

    private static long anyAction(final PolicyHarness harness, final Random random)
    {
        final int size = harness.ids.size();
        return size == 0 ? 1 : harness.ids.get(size - 1 - random.nextInt(Math.min(size, 30)));
    }
}
