package fds.actions.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import fds.actions.notice.Notice;
import fds.actions.policy.ActionCause;
import fds.actions.policy.ActionKind;
import fds.actions.policy.ActionMode;
import fds.actions.policy.ActionState;
import fds.market.finding.Typology;
import fds.market.owner.Role;
import fds.market.risk.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionOutboxTest
{
    private static final CommandTexts TEXTS = new CommandTexts()
    {
        @Override
        public String venue(final int venueId)
        {
            return "V" + venueId;
        }

        @Override
        public String account(final int venueId, final long account)
        {
            return account == 0 ? null : "a" + account;
        }

        @Override
        public String order(final int venueId, final long order)
        {
            return order == 0 ? null : "o" + order;
        }

        @Override
        public String reference(final int venueId, final long reference)
        {
            return reference == 0 ? null : "r" + reference;
        }

        @Override
        public String instrument(final int instrumentId, final long sequence)
        {
            return "I" + instrumentId;
        }
    };

    private final MemoryExecutor executor = new MemoryExecutor();
    private final List<String> answers = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(ActionState.class)
    void shouldHandOverWhatLeavesAndNothingElse(final ActionState state)
    {
        try (ActionOutbox outbox = outbox(executor))
        {
            outbox.offer(record(1, state, ActionKind.FREEZE_ACCOUNT, ActionMode.LIVE));
            outbox.flush();
        }
        final boolean leaves = List.of(ActionState.ISSUED, ActionState.APPROVED, ActionState.RETRIED,
            ActionState.REVOKED).contains(state);
        assertEquals(leaves ? 1 : 0, executor.commands().size());
        assertEquals(leaves ? List.of("1 SENT in memory") : List.of(), answers);
        executor.commands().forEach(
            command -> assertEquals(state == ActionState.REVOKED, command.isRelease()));
    }

    @Test
    void shouldTellNobodyInADryRun()
    {
        try (ActionOutbox outbox = outbox(executor))
        {
            outbox.offer(record(1, ActionState.ISSUED, ActionKind.FREEZE_ACCOUNT, ActionMode.DRY_RUN));
            outbox.offer(record(2, ActionState.ISSUED, ActionKind.FREEZE_ACCOUNT, ActionMode.SHADOW));
        }
        assertEquals(List.of(ActionMode.SHADOW), executor.commands().stream().map(ActionCommand::mode).toList());
    }

    @Test
    void shouldAnswerARepeatWithSilence()
    {
        try (ActionOutbox outbox = outbox(executor))
        {
            outbox.offer(record(1, ActionState.ISSUED, ActionKind.FREEZE_ACCOUNT, ActionMode.LIVE));
            outbox.offer(record(1, ActionState.ISSUED, ActionKind.FREEZE_ACCOUNT, ActionMode.LIVE));
        }
        assertEquals(1, executor.commands().size());
        assertEquals(1, answers.size());
    }

    /** The ground is out of the command before any channel sees it. */
    @Test
    void shouldTakeTheGroundOutOfWhatTheOwnerIsTold()
    {
        try (ActionOutbox outbox = outbox(executor))
        {
            outbox.offer(record(1, ActionState.ISSUED, ActionKind.NOTIFY_USER, ActionMode.LIVE));
            outbox.offer(record(2, ActionState.ISSUED, ActionKind.CANCEL_ORDERS, ActionMode.LIVE));
        }
        assertNull(executor.commands().get(0).ground());
        assertEquals(new ActionCommand.Ground("high", "spoofing", List.of("000000000000000b"),
            List.of("MAR-A(b)")), executor.commands().get(1).ground());
        assertEquals("a7", executor.commands().get(1).account());
    }

    @Test
    void shouldHoldManyMoreThanFitAndLoseNone()
    {
        try (ActionOutbox outbox = outbox(executor))
        {
            for (int i = 1; i <= 3 * ActionOutbox.CAPACITY; i++)
            {
                outbox.offer(record(i, ActionState.ISSUED, ActionKind.REJECT_ORDER, ActionMode.LIVE));
            }
            outbox.flush();
            assertEquals(3 * ActionOutbox.CAPACITY, executor.commands().size());
        }
        for (int i = 0; i < executor.commands().size(); i += 500)
        {
            assertEquals(ActionRecord.hex(1 + i), executor.commands().get(i).action());
        }
    }

    @Test
    void shouldSayThatAnExecutorIsBroken()
    {
        final ActionOutbox outbox = outbox(new ActionExecutor()
        {
            @Override
            public ExecutionResult execute(final ActionCommand command)
            {
                throw new IllegalStateException("broken");
            }

            @Override
            public void close()
            {
                // nothing is held
            }
        });
        outbox.offer(record(1, ActionState.ISSUED, ActionKind.REJECT_ORDER, ActionMode.LIVE));
        assertThrows(IllegalStateException.class, outbox::flush);
        outbox.close();
    }

    private ActionOutbox outbox(final ActionExecutor target)
    {
        return new ActionOutbox(target, TEXTS,
            (action, status, detail) -> answers.add(action + " " + status + " " + detail));
    }

    private static ActionRecord record(
        final long id, final ActionState state, final ActionKind kind, final ActionMode mode)
    {
        return new ActionRecord(9, 100, id, 1000 + id, state, ActionCause.ALERT, kind, mode, 1, 1, 3, 7, 0, 0, 0, 200,
            RiskLevel.HIGH, Typology.SPOOFING, Role.NONE, false, Notice.TRADING_LIMITED, 2, List.of(11L));
    }
}
