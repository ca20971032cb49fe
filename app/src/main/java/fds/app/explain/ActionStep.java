package fds.app.explain;

import fds.actions.policy.ActionKind;
import fds.actions.policy.ActionState;
import fds.market.codec.decision.ActionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.risk.RiskLevel;
import org.agrona.DirectBuffer;

/**
 * An action that an alert is a ground of.
 *
 * @param sequence         of the event behind which it was decided.
 * @param engineTimeNanos  of it.
 * @param action           id.
 * @param kind             code.
 * @param state            code of what became of it.
 * @param venueId          of the account.
 * @param accountId        on whom, or 0.
 * @param instrumentId     on which, or 0: on all.
 * @param expiryNanos      when it ends, or absent.
 * @param level            of risk that asked for it.
 * @param isApprovalNeeded whether a person has to allow it.
 */
record ActionStep(
    long sequence,
    long engineTimeNanos,
    long action,
    int kind,
    int state,
    int venueId,
    long accountId,
    int instrumentId,
    long expiryNanos,
    RiskLevel level,
    boolean isApprovalNeeded)
{
    /** The record as values when it names an alert, else null. */
    static ActionStep naming(final long alert, final DirectBuffer buffer, final int offset)
    {
        final ActionDecoder decoder =
            new ActionDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        boolean isNamed = false;
        for (final ActionDecoder.AlertsDecoder group = decoder.alerts(); group.hasNext();)
        {
            isNamed |= group.next().alert() == alert;
        }
        return !isNamed ? null : new ActionStep(decoder.sequence(), decoder.engineTime(), decoder.action(),
            decoder.actionKind(), decoder.state(), decoder.venue(), decoder.account(), decoder.instrument(),
            decoder.expiryTime(),
            RiskLevel.of(decoder.level()), decoder.approvalNeeded() != 0);
    }

    /** What is done. */
    String kindWord()
    {
        return kind < ActionKind.values().length ? ActionKind.of(kind).word() : "kind_" + kind;
    }

    /** What became of it. */
    String stateWord()
    {
        return state < ActionState.values().length ? ActionState.of(state).word() : "state_" + state;
    }
}
