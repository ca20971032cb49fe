package fds.actions.policy;

import java.util.ArrayList;
import java.util.List;

import fds.market.account.DecisionSink;
import fds.market.codec.decision.ActionDecoder;
import fds.market.codec.decision.BlindSpotDecoder;
import fds.market.codec.decision.DetectionEncoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.codec.decision.RiskChangeEncoder;
import fds.market.codec.event.ActionAckEncoder;
import fds.market.codec.event.ApprovalEncoder;
import fds.market.control.ControlFrames;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionState;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.finding.Typology;
import fds.market.owner.OwnerGroups;
import fds.market.owner.Role;
import fds.market.partition.BlindSpotCause;
import fds.market.risk.RiskLevel;
import org.agrona.concurrent.UnsafeBuffer;

/** Shows a policy events, decisions and control records, and keeps what it decides as lines. Time is in seconds. */
final class PolicyHarness
{
    static final int VENUE = 1;
    static final int INSTRUMENT = 3;
    static final long SECOND = 1_000_000_000L;

    /** Limits as small as tests want them; times in whole seconds. */
    static final PolicyLimits LIMITS = limits(10, 600, 5, 4096, 64);

    final OwnerGroups owners = new OwnerGroups(64);
    final List<String> lines = new ArrayList<>();
    final List<Long> ids = new ArrayList<>();      // of actions, beside the lines
    final List<Long> keys = new ArrayList<>();
    final List<byte[]> records = new ArrayList<>();
    final DecisionSink recorder = (buffer, offset, length) -> record((UnsafeBuffer)buffer, offset, length);

    ResponsePolicy policy;
    long sequence;
    long timeNanos;

    private final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4096]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final fds.market.codec.event.MessageHeaderEncoder controlHeader =
        new fds.market.codec.event.MessageHeaderEncoder();
    private final DetectionEncoder detection = new DetectionEncoder();
    private final RiskChangeEncoder risk = new RiskChangeEncoder();
    private final ApprovalEncoder approval = new ApprovalEncoder();
    private final ActionAckEncoder ack = new ActionAckEncoder();

    PolicyHarness()
    {
        this(config(LevelRule.HIGHER, DefaultRules.ALL, LIMITS));
    }

    PolicyHarness(final PolicyConfig config)
    {
        policy = new ResponsePolicy(config, owners, recorder);
    }

    static PolicyConfig config(final LevelRule levels, final List<PolicyRule> rules, final PolicyLimits limits)
    {
        return new PolicyConfig(ActionMode.LIVE, levels, new PolicyTable(rules), limits);
    }

    static PolicyLimits limits(
        final int accountCount, final int kindCount, final int freezeCount, final int actions, final int accounts)
    {
        return limits(accountCount, kindCount, freezeCount, actions, accounts, 0);
    }

    static PolicyLimits limits(
        final int accountCount,
        final int kindCount,
        final int freezeCount,
        final int actions,
        final int accounts,
        final long acknowledgeSeconds)
    {
        return new PolicyLimits(3600 * SECOND, 60 * SECOND, 1800 * SECOND, 7200 * SECOND, 600 * SECOND, 10 * SECOND,
            60 * SECOND, 3600 * SECOND, 500_000, 86_400 * SECOND, accountCount, kindCount, 60 * SECOND, freezeCount,
            60 * SECOND, 300 * SECOND, 120 * SECOND, 2, 5 * SECOND, acknowledgeSeconds * SECOND, actions, accounts);
    }

    PolicyHarness at(final long seconds)
    {
        timeNanos = seconds * SECOND;
        return this;
    }

    PolicyHarness role(final long account, final Role role)
    {
        owners.put(VENUE, account, 0, role.ordinal());
        return this;
    }

    PolicyHarness alert(final long id, final Typology typology, final Severity severity, final long... accounts)
    {
        return detection(DetectionState.OPENED, ++sequence, id, typology, severity, accounts);
    }

    PolicyHarness update(final long id, final Typology typology, final Severity severity, final long... accounts)
    {
        return detection(DetectionState.UPDATED, ++sequence, id, typology, severity, accounts);
    }

    /** A finding about the newest event. */
    PolicyHarness finding(final long id, final Typology typology, final Severity severity, final long... accounts)
    {
        return detection(DetectionState.FINDING, sequence, id, typology, severity, accounts);
    }

    private PolicyHarness detection(
        final DetectionState state,
        final long cause,
        final long id,
        final Typology typology,
        final Severity severity,
        final long... accounts)
    {
        buffer.setMemory(0, buffer.capacity(), (byte)0);
        detection.wrapAndApplyHeader(buffer, 0, header).sequence(cause).engineTime(timeNanos).causeSequence(cause)
            .firstSequence(cause).alert(id).tags(6).instrument(INSTRUMENT).venue(VENUE).detector(13)
            .state((short)state.ordinal()).typology((short)typology.ordinal()).severity((short)severity.ordinal())
            .subjectKind((short)(accounts.length == 0 ? SubjectKind.INSTRUMENT : SubjectKind.ACCOUNT).ordinal())
            .subject(accounts.length == 0 ? INSTRUMENT : accounts[0]);
        final DetectionEncoder.AccountsEncoder named = detection.accountsCount(accounts.length);
        for (final long account : accounts)
        {
            named.next().account(account);
        }
        detection.scorePartsCount(0);
        detection.predicatesCount(0);
        detection.evidenceCount(0);
        policy.onDecision(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + detection.encodedLength());
        return this;
    }

    PolicyHarness risk(
        final SubjectKind kind, final long subject, final RiskLevel before, final RiskLevel after, final long... alerts)
    {
        buffer.setMemory(0, buffer.capacity(), (byte)0);
        risk.wrapAndApplyHeader(buffer, 0, header).sequence(++sequence).engineTime(timeNanos).subject(subject)
            .instrument(INSTRUMENT).venue(VENUE).subjectKind((short)kind.ordinal())
            .levelBefore((short)before.ordinal()).levelAfter((short)after.ordinal()).total((short)90);
        risk.partsCount(2).next().measured(5).contribution(40).part(1).next().measured(7).contribution(50).part(2);
        final RiskChangeEncoder.AlertsEncoder named = risk.alertsCount(alerts.length);
        for (final long alert : alerts)
        {
            named.next().alert(alert);
        }
        policy.onDecision(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + risk.encodedLength());
        return this;
    }

    PolicyHarness tick()
    {
        policy.onEvent(event.clear().kind(Kind.TICK).sequence(++sequence).engineTimeNanos(timeNanos), null);
        return this;
    }

    PolicyHarness orderRequest(final long account, final long order)
    {
        policy.onEvent(event.clear().kind(Kind.ORDER_REQUEST).venueId(VENUE).instrumentId(INSTRUMENT)
            .accountId(account).orderId(order).sequence(++sequence).engineTimeNanos(timeNanos), null);
        return this;
    }

    PolicyHarness withdrawRequest(final long account, final long reference, final long lots)
    {
        policy.onEvent(event.clear().kind(Kind.WITHDRAW_REQUEST).venueId(VENUE).instrumentId(INSTRUMENT)
            .accountId(account).reference(reference).quantityLots(lots).sequence(++sequence)
            .engineTimeNanos(timeNanos), null);
        return this;
    }

    PolicyHarness approve(final long action, final boolean granted)
    {
        buffer.setMemory(0, buffer.capacity(), (byte)0);
        approval.wrapAndApplyHeader(buffer, 0, controlHeader).granted((short)(granted ? 1 : 0)).action(action)
            .approver("Kim").ground("looked at the book");
        ControlFrames.stamp(buffer, 0, ++sequence, timeNanos);
        policy.onControl(ApprovalEncoder.TEMPLATE_ID, buffer, 0);
        return this;
    }

    PolicyHarness answer(final long action, final AckStatus status)
    {
        buffer.setMemory(0, buffer.capacity(), (byte)0);
        ack.wrapAndApplyHeader(buffer, 0, controlHeader).status((short)status.code()).action(action).detail("");
        ControlFrames.stamp(buffer, 0, ++sequence, timeNanos);
        policy.onControl(ActionAckEncoder.TEMPLATE_ID, buffer, 0);
        return this;
    }

    /** The id of the action of the n-th line from the end, 1: the last. */
    long id(final int fromEnd)
    {
        return ids.get(ids.size() - fromEnd);
    }

    /** What was decided since this was asked last. */
    List<String> told()
    {
        final List<String> told = List.copyOf(lines);
        lines.clear();
        return told;
    }

    private void record(final UnsafeBuffer memory, final int offset, final int length)
    {
        final byte[] bytes = new byte[length];
        memory.getBytes(offset, bytes);
        records.add(bytes);
        if (ControlFrames.templateId(memory, offset) == BlindSpotDecoder.TEMPLATE_ID)
        {
            final BlindSpotDecoder spot =
                new BlindSpotDecoder().wrapAndApplyHeader(memory, offset, new MessageHeaderDecoder());
            lines.add("BLIND_SPOT " + BlindSpotCause.values()[spot.cause()]);
            ids.add(spot.subject());
            keys.add(0L);
            return;
        }
        final ActionDecoder action =
            new ActionDecoder().wrapAndApplyHeader(memory, offset, new MessageHeaderDecoder());
        final StringBuilder grounds = new StringBuilder();
        for (final ActionDecoder.AlertsDecoder alert = action.alerts(); alert.hasNext();)
        {
            grounds.append(grounds.length() == 0 ? "" : ",").append(alert.next().alert());
        }
        lines.add(ActionState.of(action.state()) + " " + ActionKind.of(action.actionKind()) + " " +
            action.account() + " " + ActionCause.of(action.cause()) + " [" + grounds + "]");
        ids.add(action.action());
        keys.add(action.idempotencyKey());
    }

    /** A decoder on the newest record. */
    ActionDecoder last()
    {
        return new ActionDecoder().wrapAndApplyHeader(
            new UnsafeBuffer(records.get(records.size() - 1)), 0, new MessageHeaderDecoder());
    }
}
