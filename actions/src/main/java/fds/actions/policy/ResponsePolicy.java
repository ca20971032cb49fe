package fds.actions.policy;

import fds.market.account.AccountHandler;
import fds.market.account.DecisionSink;
import fds.market.account.MarketView;
import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.decision.RiskChangeDecoder;
import fds.market.codec.event.ActionAckDecoder;
import fds.market.codec.event.ApprovalDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionState;
import fds.market.finding.SubjectKind;
import fds.market.owner.OwnerGroups;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Decides what is done about alerts and levels of risk: level × typology × account role → actions. Each action carries
 * its ground, its end and a key that is the same for ever; what people and the venue answer comes back as control
 * records, so a replay decides the same.
 * <p>
 * Risk hears of an alert first, so a rise of risk may reach the policy before the alert that caused it: such a rise
 * waits for its alert, which is the next decision, so that it is answered with the alert's typology.
 * <p>
 * Owned by the account stage's thread. Allocates nothing after construction.
 */
public final class ResponsePolicy implements AccountHandler
{
    private static final int INSTRUMENT = SubjectKind.INSTRUMENT.ordinal();
    private static final int ACCOUNT = SubjectKind.ACCOUNT.ordinal();
    private static final int RISES_MAX = 32;
    private static final int RISE_BYTES = 1024;
    private static final int NAMED_MAX = 64;

    private final ActionLife life;
    private final Responder responder;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final fds.market.codec.event.MessageHeaderDecoder controlHeader =
        new fds.market.codec.event.MessageHeaderDecoder();
    private final DetectionDecoder detection = new DetectionDecoder();
    private final RiskChangeDecoder risk = new RiskChangeDecoder();
    private final ApprovalDecoder approval = new ApprovalDecoder();
    private final ActionAckDecoder answer = new ActionAckDecoder();
    private final long[] accounts = new long[NAMED_MAX]; // of an alert
    private final long[] alerts = new long[NAMED_MAX];   // of a rise

    private final UnsafeBuffer rises = new UnsafeBuffer(new byte[RISES_MAX * RISE_BYTES]); // records that wait
    private int riseCount;

    private long requestSequence; // of the newest ORDER_REQUEST
    private long requestOrder;
    private long requestAccount;

    /**
     * Make it.
     *
     * @param config    what is done, and how often.
     * @param owners    groups and roles as of what is being shown.
     * @param decisions told of actions and blind spots.
     */
    public ResponsePolicy(final PolicyConfig config, final OwnerGroups owners, final DecisionSink decisions)
    {
        final ActionWriter writer = new ActionWriter(config.mode(), decisions);
        life = new ActionLife(config.limits(), writer);
        responder = new Responder(config, owners, life, writer);
    }

    @Override
    public void onEvent(final MarketEvent event, final MarketView view)
    {
        answerRises();
        responder.at(event.sequence(), event.engineTimeNanos());
        switch (event.kind())
        {
            case Kind.TICK -> life.onTime();
            case Kind.ORDER_REQUEST ->
            {
                requestSequence = event.sequence();
                requestOrder = event.orderId();
                requestAccount = event.accountId();
            }
            case Kind.WITHDRAW_REQUEST ->
            {
                if (event.accountId() != Absent.UNKNOWN_ID)
                {
                    responder.onWithdrawal(event.venueId(), event.instrumentId(), event.accountId(),
                        event.reference(), event.quantityLots());
                }
            }
            default ->
            {
                // nothing is asked
            }
        }
    }

    @Override
    public void onControl(final int templateId, final DirectBuffer buffer, final int offset)
    {
        if (templateId == ApprovalDecoder.TEMPLATE_ID)
        {
            answerRises();
            approval.wrapAndApplyHeader(buffer, offset, controlHeader);
            responder.at(approval.sequence(), approval.engineTime());
            life.onApproval(approval.action(), approval.granted() != 0);
        }
        else if (templateId == ActionAckDecoder.TEMPLATE_ID)
        {
            answerRises();
            answer.wrapAndApplyHeader(buffer, offset, controlHeader);
            responder.at(answer.sequence(), answer.engineTime());
            life.onAnswer(answer.action(), AckStatus.of(answer.status()));
        }
    }

    @Override
    public void onDecision(final DirectBuffer buffer, final int offset, final int length)
    {
        final int template = ControlFrames.templateId(buffer, offset);
        if (template == DetectionDecoder.TEMPLATE_ID)
        {
            detection.wrapAndApplyHeader(buffer, offset, header);
            onDetection();
        }
        else if (template == RiskChangeDecoder.TEMPLATE_ID)
        {
            onRisk(buffer, offset, length);
        }
    }

    /**
     * Proposals that were decided before.
     *
     * @return proposals.
     */
    public long duplicateCount()
    {
        return life.duplicateCount();
    }

    /**
     * Actions that are remembered.
     *
     * @return actions, at most the capacity.
     */
    public int actionCount()
    {
        return life.size();
    }

    /**
     * Whether a person decides each freeze, because there were too many.
     *
     * @return true until somebody or time resets it.
     */
    public boolean isBreakerOpen()
    {
        return life.isBreakerOpen();
    }

    @Override
    public void write(final StateWriter state)
    {
        life.write(state);
        responder.write(state);
        state.putLong(requestSequence);
        state.putLong(requestOrder);
        state.putLong(requestAccount);
        state.putLong(riseCount);
        state.putBytes(rises, 0, riseCount * RISE_BYTES);
    }

    @Override
    public void read(final StateReader state)
    {
        life.read(state);
        responder.read(state);
        requestSequence = state.getLong();
        requestOrder = state.getLong();
        requestAccount = state.getLong();
        riseCount = (int)state.getLong();
        state.getBytes(rises, 0, riseCount * RISE_BYTES);
    }

    private void onDetection()
    {
        final int state = detection.state();
        if (state == DetectionState.FINDING.ordinal())
        {
            onFinding();
        }
        else if (state == DetectionState.OPENED.ordinal() || state == DetectionState.UPDATED.ordinal())
        {
            onAlert();
        }
    }

    /** The venue waits for a word on this very order. */
    private void onFinding()
    {
        if (detection.causeSequence() == requestSequence && requestOrder != Absent.UNKNOWN_ID)
        {
            responder.at(detection.sequence(), detection.engineTime());
            responder.ground().addGround(detection.alert());
            responder.onRequest(detection.venue(), detection.instrument(), requestAccount, requestOrder,
                detection.typology(), detection.severity(), detection.tags());
        }
    }

    private void onAlert()
    {
        final long alert = detection.alert();
        final int typology = detection.typology();
        final int severity = detection.severity();
        final int venueId = detection.venue();
        final int instrumentId = detection.instrument();
        final long tags = detection.tags();
        final boolean isOfAccount = detection.subjectKind() == ACCOUNT;
        final long subject = detection.subject();
        responder.at(detection.sequence(), detection.engineTime());
        int count = 0;
        final DetectionDecoder.AccountsDecoder named = detection.accounts();
        while (named.hasNext() && count < NAMED_MAX)
        {
            accounts[count++] = named.next().account();
        }
        if (count == 0 && isOfAccount)
        {
            accounts[count++] = subject;
        }
        for (int i = 0; i < count; i++)
        {
            responder.note(venueId, accounts[i], alert, typology, severity, tags);
        }
        answerRises();
        for (int i = 0; i < count; i++)
        {
            responder.ground().addGround(alert);
            responder.onAlert(venueId, instrumentId, accounts[i], typology, severity, tags);
        }
        if (count == 0)
        {
            responder.ground().addGround(alert);
            responder.onAlert(venueId, instrumentId, Absent.UNKNOWN_ID, typology, severity, tags);
        }
    }

    private void onRisk(final DirectBuffer buffer, final int offset, final int length)
    {
        risk.wrapAndApplyHeader(buffer, offset, header);
        responder.at(risk.sequence(), risk.engineTime());
        responder.level(risk.subjectKind(), risk.venue(), risk.subject(), risk.levelAfter());
        if (risk.levelAfter() <= risk.levelBefore())
        {
            return;
        }
        if (riseCount < RISES_MAX && length <= RISE_BYTES && namesNews())
        {
            rises.putBytes(riseCount++ * RISE_BYTES, buffer, offset, length);
            return;
        }
        risk.wrapAndApplyHeader(buffer, offset, header);
        answerRise();
    }

    /** Whether the record names an alert that the policy has not been told of yet. */
    private boolean namesNews()
    {
        final int kind = risk.subjectKind();
        final int venueId = risk.venue();
        final long subject = risk.subject();
        skipParts();
        final RiskChangeDecoder.AlertsDecoder alerts = risk.alerts();
        while (alerts.hasNext())
        {
            if (responder.isNews(kind, venueId, subject, alerts.next().alert()))
            {
                return true;
            }
        }
        return false;
    }

    private void answerRises()
    {
        final int count = riseCount;
        riseCount = 0;
        for (int i = 0; i < count; i++)
        {
            risk.wrapAndApplyHeader(rises, i * RISE_BYTES, header);
            answerRise();
        }
    }

    private void answerRise()
    {
        final int kind = risk.subjectKind();
        final int venueId = risk.venue();
        final int instrumentId = risk.instrument();
        final long subject = risk.subject();
        final int level = risk.levelAfter();
        responder.at(risk.sequence(), risk.engineTime());
        final ActionProposal ground = responder.ground();
        skipParts();
        int count = 0;
        final RiskChangeDecoder.AlertsDecoder named = risk.alerts();
        while (named.hasNext() && count < NAMED_MAX)
        {
            alerts[count++] = named.next().alert();
        }
        while (count > 0)
        {
            ground.addGround(alerts[--count]); // the newest first
        }
        responder.onRise(kind, venueId, instrumentId, kind == INSTRUMENT ? Absent.UNKNOWN_ID : subject, level);
    }

    /** Groups are read in their order. */
    private void skipParts()
    {
        final RiskChangeDecoder.PartsDecoder parts = risk.parts();
        while (parts.hasNext())
        {
            parts.next();
        }
    }
}
