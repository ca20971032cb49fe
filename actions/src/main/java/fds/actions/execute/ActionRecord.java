package fds.actions.execute;

import java.util.ArrayList;
import java.util.List;

import fds.actions.notice.Notice;
import fds.actions.policy.ActionCause;
import fds.actions.policy.ActionKind;
import fds.actions.policy.ActionMode;
import fds.actions.policy.ActionState;
import fds.actions.policy.PolicyTable;
import fds.market.codec.decision.ActionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.finding.Tag;
import fds.market.finding.Typology;
import fds.market.owner.Role;
import fds.market.risk.RiskLevel;
import org.agrona.DirectBuffer;

/**
 * An Action record of the decision journal.
 *
 * @param sequence       of what brought the action into its state.
 * @param timeNanos      engine time of it.
 * @param action         id: this decision.
 * @param key            idempotency key: the same ground, account and kind have the same for ever.
 * @param state          the action is in from here on.
 * @param cause          why.
 * @param kind           what is done.
 * @param mode           how far it goes.
 * @param attempt        1 for the first time it is sent; 0: not sent yet.
 * @param venueId        where.
 * @param instrumentId   of the alert, or 0.
 * @param account        to whom, or 0.
 * @param order          of a verdict on an order, or 0.
 * @param reference      of a withdrawal, or 0.
 * @param value          ppm of a margin, lots of a withdrawal, else 0.
 * @param expiryNanos    engine time at which it ends.
 * @param level          it was decided at.
 * @param typology       it was decided for, or null: any.
 * @param role           of the account.
 * @param approvalNeeded whether a person has to allow it.
 * @param notice         what the owner may be told.
 * @param tags           bits of {@link Tag}.
 * @param alerts         its ground, at most four.
 */
public record ActionRecord(
    long sequence,
    long timeNanos,
    long action,
    long key,
    ActionState state,
    ActionCause cause,
    ActionKind kind,
    ActionMode mode,
    int attempt,
    int venueId,
    int instrumentId,
    long account,
    long order,
    long reference,
    long value,
    long expiryNanos,
    RiskLevel level,
    Typology typology,
    Role role,
    boolean approvalNeeded,
    Notice notice,
    long tags,
    List<Long> alerts)
{
    /** Copies the list. */
    public ActionRecord
    {
        alerts = List.copyOf(alerts);
    }

    /**
     * Whether a decision is an action.
     *
     * @param buffer that holds the record.
     * @param offset of its first byte.
     * @return true when {@link #decode} reads it.
     */
    public static boolean isAction(final DirectBuffer buffer, final int offset)
    {
        return ControlFrames.templateId(buffer, offset) == ActionDecoder.TEMPLATE_ID;
    }

    /**
     * Read a record. Allocates: this is behind the journal.
     *
     * @param buffer that holds it; not kept.
     * @param offset of its first byte.
     * @return what it says.
     */
    public static ActionRecord decode(final DirectBuffer buffer, final int offset)
    {
        final ActionDecoder from = new ActionDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final List<Long> alerts = new ArrayList<>();
        for (final ActionDecoder.AlertsDecoder alert = from.alerts(); alert.hasNext();)
        {
            alerts.add(alert.next().alert());
        }
        return new ActionRecord(from.sequence(), from.engineTime(), from.action(), from.idempotencyKey(),
            ActionState.of(from.state()), ActionCause.of(from.cause()), ActionKind.of(from.actionKind()),
            ActionMode.of(from.mode()), from.attempt(), from.venue(), from.instrument(), from.account(), from.order(),
            from.reference(), from.value(), from.expiryTime(), RiskLevel.of(from.level()),
            from.typology() == PolicyTable.NO_TYPOLOGY ? null : Typology.of(from.typology()),
            Role.values()[Math.min(from.role(), Role.values().length - 1)], from.approvalNeeded() != 0,
            Notice.of(from.noticeText()), from.tags(), alerts);
    }

    /**
     * The articles of law that its ground touches.
     *
     * @return as alerts show them.
     */
    public List<String> tagTexts()
    {
        final List<String> texts = new ArrayList<>();
        for (final Tag tag : Tag.values())
        {
            if ((tags >>> tag.ordinal() & 1) != 0)
            {
                texts.add(tag.text());
            }
        }
        return texts;
    }

    /**
     * An id or key as people and programs read it.
     *
     * @param id of an action or alert, or a key.
     * @return 16 hexadecimal digits.
     */
    public static String hex(final long id)
    {
        return String.format("%016x", id);
    }
}
