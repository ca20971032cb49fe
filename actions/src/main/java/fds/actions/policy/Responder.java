package fds.actions.policy;

import fds.actions.notice.Notice;
import fds.market.event.Absent;
import fds.market.finding.SubjectKind;
import fds.market.owner.OwnerGroups;
import fds.market.partition.BlindSpotCause;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * Looks up what the table says about an account as it stands, and proposes it. Owned by one thread; allocates nothing
 * after construction.
 */
final class Responder
{
    private static final int ACCOUNT = SubjectKind.ACCOUNT.ordinal();
    private static final int GROUP = SubjectKind.OWNER_GROUP.ordinal();
    private static final int VERDICTS =
        1 << ActionKind.REJECT_ORDER.ordinal() | 1 << ActionKind.HOLD_WITHDRAWAL.ordinal();
    private static final ActionKind[] KINDS = ActionKind.values();

    private final PolicyConfig config;
    private final OwnerGroups owners;
    private final Standings standings;
    private final ActionLife life;
    private final ActionWriter writer;
    private final ActionProposal proposal = new ActionProposal();

    private long sequence;
    private long timeNanos;
    private int kinds;     // as looked up last
    private int approvals; // as looked up last

    Responder(
        final PolicyConfig config, final OwnerGroups owners, final ActionLife life, final ActionWriter writer)
    {
        this.config = config;
        this.owners = owners;
        this.life = life;
        this.writer = writer;
        standings = new Standings(config.limits());
    }

    void at(final long sequenceNow, final long timeNow)
    {
        sequence = sequenceNow;
        timeNanos = timeNow;
        life.at(sequenceNow, timeNow);
    }

    /** The proposal whose ground the caller names before it asks for a response. */
    ActionProposal ground()
    {
        proposal.clearGrounds();
        return proposal;
    }

    /** Remember an alert of an account. */
    void note(
        final int venueId,
        final long account,
        final long alert,
        final int typology,
        final int severity,
        final long tags)
    {
        final int row = take(ACCOUNT, venueId, account);
        standings.onAlert(row, alert, typology, severity, tags, timeNanos);
    }

    /** Whether an alert of an account, or of nobody, has not been noted. */
    boolean isNews(final int kind, final int venueId, final long subject, final long alert)
    {
        final int row = kind == ACCOUNT ? standings.find(kind, venueId, subject) : Standings.NONE;
        return row == Standings.NONE || !standings.knows(row, alert);
    }

    /** Remember a level of risk. */
    void level(final int kind, final int venueId, final long subject, final int level)
    {
        final int row = level == 0 ? standings.find(kind, venueId, subject) : take(kind, venueId, subject);
        if (row != Standings.NONE)
        {
            standings.riskLevel(row, level);
        }
    }

    /** An alert names an account: answer it at the alert's severity, or at the account's level. */
    void onAlert(
        final int venueId,
        final int instrumentId,
        final long account,
        final int typology,
        final int severity,
        final long tags)
    {
        final int row = account == Absent.UNKNOWN_ID ? Standings.NONE : standings.find(ACCOUNT, venueId, account);
        final int level = config.levels().of(riskLevel(venueId, account, row), severity);
        begin(venueId, instrumentId, account, level, ActionCause.ALERT);
        proposal.tags = tags;
        lookUp(level, typology);
        proposal.typology = typology;
        proposeAll(row);
    }

    /** A subject's level of risk rose: answer it for each account that is known of it. */
    void onRise(final int kind, final int venueId, final int instrumentId, final long subject, final int riskLevel)
    {
        if (config.levels() == LevelRule.ALERT)
        {
            return;
        }
        boolean answered = false;
        if (kind == ACCOUNT)
        {
            rise(venueId, instrumentId, subject, riskLevel, standings.find(ACCOUNT, venueId, subject));
            answered = true;
        }
        else if (kind == GROUP)
        {
            for (int row = standings.oldest(); row != Standings.NONE; row = standings.newer(row))
            {
                if (standings.kind(row) == ACCOUNT && standings.venueId(row) == venueId &&
                    owners.groupOf(venueId, standings.id(row)) == subject)
                {
                    rise(venueId, instrumentId, standings.id(row), riskLevel, row);
                    answered = true;
                }
            }
        }
        if (!answered)
        {
            rise(venueId, instrumentId, Absent.UNKNOWN_ID, riskLevel, Standings.NONE);
        }
    }

    /** A finding on an order that waits. */
    void onRequest(
        final int venueId,
        final int instrumentId,
        final long account,
        final long order,
        final int typology,
        final int severity,
        final long tags)
    {
        begin(venueId, instrumentId, account, severity, ActionCause.ORDER_REQUEST);
        lookUp(severity, typology);
        if ((kinds >>> ActionKind.REJECT_ORDER.ordinal() & 1) != 0)
        {
            proposal.tags = tags;
            proposal.typology = typology;
            proposal.order = order;
            proposal.discriminator = sequence;
            propose(ActionKind.REJECT_ORDER, false, Standings.NONE);
        }
    }

    /** A withdrawal that waits. */
    void onWithdrawal(
        final int venueId, final int instrumentId, final long account, final long reference, final long quantityLots)
    {
        final int row = standings.find(ACCOUNT, venueId, account);
        final int level = config.levels().of(
            riskLevel(venueId, account, row), row == Standings.NONE ? -1 : standings.alertLevel(row, timeNanos));
        if (level < 0)
        {
            return;
        }
        ground();
        begin(venueId, instrumentId, account, level, ActionCause.WITHDRAW_REQUEST);
        lookUpAll(level, row);
        if ((kinds >>> ActionKind.HOLD_WITHDRAWAL.ordinal() & 1) != 0)
        {
            if (row != Standings.NONE)
            {
                standings.addGrounds(row, timeNanos, proposal);
                proposal.tags = standings.tags(row, timeNanos);
            }
            groundOfLevel();
            proposal.reference = reference;
            proposal.value = quantityLots;
            proposal.discriminator = sequence;
            propose(ActionKind.HOLD_WITHDRAWAL, false, Standings.NONE);
        }
    }

    void write(final StateWriter state)
    {
        standings.write(state);
    }

    void read(final StateReader state)
    {
        standings.read(state);
    }

    private void rise(
        final int venueId, final int instrumentId, final long account, final int riskLevel, final int row)
    {
        final int level = config.levels().of(
            riskLevel, row == Standings.NONE ? -1 : standings.alertLevel(row, timeNanos));
        begin(venueId, instrumentId, account, level, ActionCause.RISK);
        if (row != Standings.NONE && proposal.groundCount == 0)
        {
            standings.addGrounds(row, timeNanos, proposal);
        }
        proposal.tags = row == Standings.NONE ? 0 : standings.tags(row, timeNanos);
        groundOfLevel();
        lookUpAll(level, row);
        proposeAll(row);
    }

    /** The ground is what happened here, whatever alerts led to it: the next rise is another ground. */
    private void groundOfLevel()
    {
        proposal.groundKey = KeyedRows.mix(sequence);
    }

    private int riskLevel(final int venueId, final long account, final int row)
    {
        if (account == Absent.UNKNOWN_ID)
        {
            return 0;
        }
        final int own = row == Standings.NONE ? 0 : standings.riskLevel(row);
        final long group = owners.groupOf(venueId, account);
        final int groupRow =
            group == Absent.UNKNOWN_ID ? Standings.NONE : standings.find(GROUP, venueId, group);
        return groupRow == Standings.NONE ? own : Math.max(own, standings.riskLevel(groupRow));
    }

    private void begin(
        final int venueId, final int instrumentId, final long account, final int level, final ActionCause cause)
    {
        proposal.venueId = venueId;
        proposal.instrumentId = instrumentId;
        proposal.account = account;
        proposal.level = level;
        proposal.role = owners.roleOf(venueId, account);
        proposal.typology = PolicyTable.NO_TYPOLOGY;
        proposal.cause = cause;
        proposal.tags = 0;
        proposal.order = Absent.UNKNOWN_ID;
        proposal.reference = Absent.UNKNOWN_ID;
        proposal.value = 0;
        proposal.discriminator = 0;
        kinds = 0;
        approvals = 0;
    }

    /** Add what the table says of one typology; whoever asks for a person's word gets it. */
    private void lookUp(final int level, final int typology)
    {
        if (level < 0)
        {
            return;
        }
        kinds |= config.table().actions(level, typology, proposal.role);
        approvals |= config.table().approvals(level, typology, proposal.role);
    }

    /** The same of all typologies of recent alerts. */
    private void lookUpAll(final int level, final int row)
    {
        final long typologies = row == Standings.NONE ? 0 : standings.typologies(row, timeNanos);
        if (typologies == 0)
        {
            lookUp(level, PolicyTable.NO_TYPOLOGY);
            return;
        }
        for (long left = typologies; left != 0; left &= left - 1)
        {
            lookUp(level, Long.numberOfTrailingZeros(left));
        }
        if ((typologies & typologies - 1) == 0)
        {
            proposal.typology = Long.numberOfTrailingZeros(typologies);
        }
    }

    private void proposeAll(final int row)
    {
        final ActionCause cause = proposal.cause;
        for (int left = kinds & ~VERDICTS; left != 0; left &= left - 1)
        {
            final ActionKind kind = KINDS[Integer.numberOfTrailingZeros(left)];
            if (kind.needsNoAccount() || proposal.account != Absent.UNKNOWN_ID)
            {
                proposal.cause = cause;
                proposal.value = kind == ActionKind.INCREASE_MARGIN ? config.limits().marginPpm() : 0;
                propose(kind, (approvals >>> kind.ordinal() & 1) != 0, row);
            }
        }
    }

    private void propose(final ActionKind kind, final boolean approval, final int row)
    {
        proposal.kind = kind;
        proposal.approvalNeeded = approval;
        proposal.notice = notice(kind);
        life.propose(proposal, standings, row);
    }

    /** The owner is told of what is done at once, not of what a person has yet to allow. */
    private Notice notice(final ActionKind kind)
    {
        return switch (kind)
        {
            case FREEZE_ACCOUNT -> Notice.ACCOUNT_LIMITED;
            case CANCEL_ORDERS -> Notice.ORDERS_CANCELLED;
            case RESTRICT_TRADING -> Notice.TRADING_LIMITED;
            case INCREASE_MARGIN -> Notice.MARGIN_RAISED;
            case REJECT_ORDER -> Notice.ORDER_NOT_ACCEPTED;
            case HOLD_WITHDRAWAL -> Notice.WITHDRAWAL_DELAYED;
            case NOTIFY_ADMIN -> Notice.NONE;
            case NOTIFY_USER -> done(ActionKind.FREEZE_ACCOUNT) ? Notice.ACCOUNT_LIMITED :
                done(ActionKind.RESTRICT_TRADING) ? Notice.TRADING_LIMITED :
                done(ActionKind.INCREASE_MARGIN) ? Notice.MARGIN_RAISED :
                done(ActionKind.CANCEL_ORDERS) ? Notice.ORDERS_CANCELLED : Notice.TRADING_RULES;
        };
    }

    private boolean done(final ActionKind kind)
    {
        return ((kinds & ~approvals) >>> kind.ordinal() & 1) != 0;
    }

    private int take(final int kind, final int venueId, final long id)
    {
        int row = standings.findOrTake(kind, venueId, id);
        if (row == Standings.NONE)
        {
            final int old = standings.oldest();
            if (standings.isAlive(old, timeNanos))
            {
                writer.blindSpot(BlindSpotCause.STANDINGS_FULL, standings.id(old), standings.riskLevel(old),
                    standings.venueId(old), sequence, timeNanos);
            }
            standings.free(old);
            row = standings.findOrTake(kind, venueId, id);
        }
        return row;
    }
}
