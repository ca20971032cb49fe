package fds.actions.policy;

import fds.actions.notice.Notice;
import fds.market.event.Absent;
import fds.market.partition.BlindSpotCause;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * The life of actions: proposed, held back or sent, allowed or refused by people, answered by the venue, sent again,
 * over. Knows neither clock nor thread: time and sequence are those of what it is shown. Owned by one thread.
 */
final class ActionLife
{
    private final PolicyLimits limits;
    private final ActionBook book;
    private final FreezeBreaker breaker;
    private final RecentTimes[] kinds = new RecentTimes[ActionKind.values().length]; // [kind]
    private final ActionWriter writer;
    private final ActionProposal shown = new ActionProposal();
    private final ActionProposal call = new ActionProposal();

    private long duplicateCount;
    private long sequence;
    private long timeNanos;

    ActionLife(final PolicyLimits limits, final ActionWriter writer)
    {
        this.limits = limits;
        this.writer = writer;
        book = new ActionBook(limits.actionCapacity());
        breaker = new FreezeBreaker(limits);
        for (int kind = 0; kind < kinds.length; kind++)
        {
            kinds[kind] = new RecentTimes(limits.kindCount(), limits.windowNanos());
        }
    }

    /** What follows happens at this event or control record. */
    void at(final long sequenceNow, final long timeNow)
    {
        sequence = sequenceNow;
        timeNanos = timeNow;
        breaker.onTime(timeNow);
    }

    /** Decide a proposal: nothing, if it was decided before; else a record, and perhaps a command. */
    void propose(final ActionProposal proposal, final Standings standings, final int standing)
    {
        final long key = proposal.idempotencyKey();
        if (book.isDuplicate(proposal, key, timeNanos))
        {
            duplicateCount++;
            return;
        }
        final int kind = proposal.kind.ordinal();
        if (!proposal.kind.isVerdict())
        {
            if (standing != Standings.NONE && !standings.admits(standing, timeNanos))
            {
                suppress(proposal, key, ActionCause.ACCOUNT_LIMIT);
                return;
            }
            if (!kinds[kind].admits(timeNanos))
            {
                suppress(proposal, key, ActionCause.KIND_LIMIT);
                return;
            }
            kinds[kind].add(timeNanos);
            if (standing != Standings.NONE)
            {
                standings.onAction(standing, timeNanos);
            }
        }
        if (proposal.kind == ActionKind.FREEZE_ACCOUNT && !proposal.approvalNeeded)
        {
            throughBreaker(proposal);
        }
        final long duration = limits.durationNanos(proposal.kind);
        open(proposal, key, proposal.approvalNeeded ? ActionState.PENDING : ActionState.ISSUED, duration,
            timeNanos + (proposal.approvalNeeded ? limits.approvalNanos() : duration));
    }

    /** A person's word on an action. */
    void onApproval(final long action, final boolean granted)
    {
        if (granted && breaker.isOpen() && action == breaker.notice())
        {
            breaker.reset();
            final int notice = book.find(action);
            if (notice != ActionBook.NONE)
            {
                become(notice, ActionState.DONE, ActionCause.PERSON);
            }
            return;
        }
        final int row = book.find(action);
        if (row == ActionBook.NONE || !book.isInForce(row, timeNanos) ||
            granted && book.state(row) != ActionState.PENDING)
        {
            writer.blindSpot(BlindSpotCause.ACTION_UNKNOWN, action, granted ? 1 : 0, 0, sequence, timeNanos);
            return;
        }
        if (granted)
        {
            book.attempt(row, 1);
            book.expiry(row, timeNanos + book.durationNanos(row));
            waitForAnswer(row);
            become(row, ActionState.APPROVED, ActionCause.PERSON);
        }
        else
        {
            end(row, book.state(row) == ActionState.PENDING ? ActionState.REFUSED : ActionState.REVOKED,
                ActionCause.PERSON);
        }
    }

    /** An executor's or the venue's word on an action. */
    void onAnswer(final long action, final AckStatus status)
    {
        final int row = book.find(action);
        if (row == ActionBook.NONE || status == null)
        {
            writer.blindSpot(BlindSpotCause.ACTION_UNKNOWN, action, status == null ? -1 : status.code(), 0, sequence,
                timeNanos);
            return;
        }
        final ActionState state = book.state(row);
        if (status == AckStatus.FAILED)
        {
            if (!state.isFinal())
            {
                onFailure(row, ActionCause.ACKNOWLEDGEMENT);
            }
            else if (state == ActionState.REVOKED)
            {
                escalate(row, ActionCause.ACKNOWLEDGEMENT); // what should have ended may still be in force
            }
        }
        else if (!state.isFinal() && state != ActionState.PENDING && state != ActionState.DONE)
        {
            book.waitForNothing(row);
            become(row, status == AckStatus.DONE ? ActionState.DONE : ActionState.SENT, ActionCause.ACKNOWLEDGEMENT);
        }
    }

    /** Time passed: what is due is done, in the order in which the actions were decided. */
    void onTime()
    {
        if (!book.mayBeDue(timeNanos))
        {
            return;
        }
        int row = book.oldest();
        while (row != ActionBook.NONE)
        {
            final int newer = book.newer(row);
            if (timeNanos >= book.expiryNanos(row))
            {
                onOver(row);
            }
            else if (timeNanos >= book.dueNanos(row) && book.isRetryDue(row))
            {
                book.attempt(row, book.attempt(row) + 1);
                book.waitForNothing(row);
                waitForAnswer(row);
                become(row, ActionState.RETRIED, ActionCause.TIME);
            }
            else if (timeNanos >= book.dueNanos(row) && book.isAnswerDue(row))
            {
                onFailure(row, ActionCause.TIME);
            }
            row = newer;
        }
        book.findNextDue();
    }

    boolean isBreakerOpen()
    {
        return breaker.isOpen();
    }

    long duplicateCount()
    {
        return duplicateCount;
    }

    int size()
    {
        return book.size();
    }

    void write(final StateWriter state)
    {
        book.write(state);
        breaker.write(state);
        for (final RecentTimes kind : kinds)
        {
            kind.write(state);
        }
        state.putLong(duplicateCount);
    }

    void read(final StateReader state)
    {
        book.read(state);
        breaker.read(state);
        for (final RecentTimes kind : kinds)
        {
            kind.read(state);
        }
        duplicateCount = state.getLong();
    }

    private void throughBreaker(final ActionProposal proposal)
    {
        if (!breaker.isOpen() && breaker.admits(timeNanos))
        {
            breaker.onFreeze(timeNanos);
            return;
        }
        if (!breaker.isOpen())
        {
            breaker.open(timeNanos);
            copyGround(proposal);
            call.account = Absent.UNKNOWN_ID;
            call.discriminator = sequence;
            breaker.notice(callPerson(ActionCause.BREAKER, limits.resetNanos() == 0 ? ActionBook.NEVER :
                timeNanos + limits.resetNanos()));
        }
        proposal.approvalNeeded = true;
        proposal.cause = ActionCause.BREAKER;
    }

    private long open(
        final ActionProposal proposal,
        final long key,
        final ActionState state,
        final long durationNanos,
        final long expiryNanos)
    {
        final long action = idOf(key);
        int row = book.open(proposal, key, action, state, durationNanos, expiryNanos);
        if (row == ActionBook.NONE)
        {
            final int old = book.toForget();
            if (!book.state(old).isFinal())
            {
                writer.blindSpot(BlindSpotCause.ACTIONS_FULL, book.action(old), book.account(old), book.venueId(old),
                    sequence, timeNanos);
            }
            book.forget(old);
            row = book.open(proposal, key, action, state, durationNanos, expiryNanos);
        }
        if (state.leaves())
        {
            waitForAnswer(row);
        }
        become(row, state, proposal.cause);
        return action;
    }

    private void suppress(final ActionProposal proposal, final long key, final ActionCause cause)
    {
        writer.action(proposal, idOf(key), key, ActionState.SUPPRESSED, cause, 0, timeNanos, sequence, timeNanos);
    }

    private void onFailure(final int row, final ActionCause cause)
    {
        if (book.attempt(row) <= limits.retryCount())
        {
            book.retryAt(row, timeNanos + limits.retryNanos());
        }
        else
        {
            escalate(row, cause);
        }
    }

    private void escalate(final int row, final ActionCause cause)
    {
        end(row, ActionState.ESCALATED, cause);
        book.fill(row, call);
        call.discriminator = book.action(row);
        callPerson(ActionCause.ESCALATION, timeNanos + limits.adminNanos());
    }

    private long callPerson(final ActionCause cause, final long expiryNanos)
    {
        call.kind = ActionKind.NOTIFY_ADMIN;
        call.order = Absent.UNKNOWN_ID;
        call.reference = Absent.UNKNOWN_ID;
        call.value = 0;
        call.approvalNeeded = false;
        call.notice = Notice.NONE;
        call.cause = cause;
        return open(call, call.idempotencyKey(), ActionState.ISSUED, limits.adminNanos(), expiryNanos);
    }

    private void copyGround(final ActionProposal proposal)
    {
        call.venueId = proposal.venueId;
        call.instrumentId = proposal.instrumentId;
        call.level = proposal.level;
        call.typology = proposal.typology;
        call.role = proposal.role;
        call.tags = proposal.tags;
        call.clearGrounds();
        for (int i = 0; i < proposal.groundCount; i++)
        {
            call.addGround(proposal.grounds[i]);
        }
    }

    /** Its time is over, or it was over long enough to be forgotten. */
    private void onOver(final int row)
    {
        final ActionState state = book.state(row);
        if (state.isFinal())
        {
            book.forget(row);
            return;
        }
        book.fill(row, shown);
        final boolean isTold = state == ActionState.PENDING || lasts(shown.kind);
        if (isTold)
        {
            end(row, ActionState.EXPIRED, ActionCause.TIME);
        }
        else
        {
            book.state(row, ActionState.EXPIRED);
            book.expiry(row, timeNanos + limits.memoryNanos());
        }
    }

    /** Whether something ends with its time: a message sent or an order cancelled does not. */
    private static boolean lasts(final ActionKind kind)
    {
        return switch (kind)
        {
            case FREEZE_ACCOUNT, RESTRICT_TRADING, INCREASE_MARGIN, HOLD_WITHDRAWAL -> true;
            case CANCEL_ORDERS, NOTIFY_ADMIN, NOTIFY_USER, REJECT_ORDER -> false;
        };
    }

    private void waitForAnswer(final int row)
    {
        if (limits.acknowledgeNanos() > 0)
        {
            book.answerBy(row, timeNanos + limits.acknowledgeNanos());
        }
    }

    /** Over, and remembered for a while. */
    private void end(final int row, final ActionState state, final ActionCause cause)
    {
        become(row, state, cause);
        book.expiry(row, timeNanos + limits.memoryNanos());
    }

    private void become(final int row, final ActionState state, final ActionCause cause)
    {
        book.state(row, state);
        book.fill(row, shown);
        writer.action(shown, book.action(row), book.key(row), state, cause, book.attempt(row), book.expiryNanos(row),
            sequence, timeNanos);
    }

    private long idOf(final long key)
    {
        final long id = KeyedRows.mix(key ^ KeyedRows.mix(sequence));
        return id == 0 ? 1 : id;
    }
}
