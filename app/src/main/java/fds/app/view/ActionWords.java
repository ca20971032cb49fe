package fds.app.view;

import java.io.IOException;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.actions.execute.ActionRecord;
import fds.actions.policy.ActionKind;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.instrument.Instrument;

/** The names behind an action's numbers. */
public final class ActionWords
{
    private final TextResolver texts;

    /**
     * With names.
     *
     * @param texts of accounts, orders and references.
     */
    public ActionWords(final TextResolver texts)
    {
        this.texts = texts;
    }

    /**
     * The account.
     *
     * @param action any.
     * @return as the source wrote it, or null.
     */
    public String account(final ActionRecord action)
    {
        return texts.text(action.venueId(), IdSpace.ACCOUNT, action.account());
    }

    /**
     * The instrument of the ground.
     *
     * @param action any.
     * @return symbol, or null.
     */
    public String instrument(final ActionRecord action)
    {
        final Instrument instrument = texts.instrument(action.instrumentId(), action.sequence());
        return instrument == null ? null : instrument.symbol();
    }

    /**
     * What the action is about beside its account: an order, a withdrawal, a margin.
     *
     * @param action any.
     * @return for people, or null.
     */
    public String about(final ActionRecord action)
    {
        return switch (action.kind())
        {
            case REJECT_ORDER -> "order " + texts.text(action.venueId(), IdSpace.ORDER, action.order());
            case HOLD_WITHDRAWAL -> "withdrawal " + reference(action);
            case INCREASE_MARGIN -> "by " + action.value() / 10_000 + " %";
            case FREEZE_ACCOUNT, CANCEL_ORDERS, NOTIFY_ADMIN, RESTRICT_TRADING, NOTIFY_USER -> null;
        };
    }

    /**
     * Write an action's fields into an open object.
     *
     * @param action any.
     * @param json   inside an object.
     * @throws IOException when the target cannot take them.
     */
    public void write(final ActionRecord action, final JsonGenerator json) throws IOException
    {
        json.writeStringField("action", ActionRecord.hex(action.action()));
        json.writeStringField("kind", action.kind().word());
        json.writeStringField("state", action.state().word());
        json.writeStringField("cause", action.cause().word());
        json.writeStringField("mode", action.mode().word());
        json.writeStringField("level", action.level().word());
        json.writeStringField("typology", action.typology() == null ? null : action.typology().word());
        json.writeStringField("role", action.role().name().toLowerCase(Locale.ROOT));
        json.writeStringField("venue", texts.venue(action.venueId()));
        json.writeStringField("account", account(action));
        json.writeStringField("instrument", instrument(action));
        json.writeStringField("order", texts.text(action.venueId(), IdSpace.ORDER, action.order()));
        json.writeStringField("reference", reference(action));
        json.writeNumberField("value", action.value());
        json.writeNumberField("decided_sequence", action.sequence());
        json.writeNumberField("decided_ns", action.timeNanos());
        json.writeNumberField("expires_ns", action.expiryNanos());
        json.writeNumberField("attempt", action.attempt());
        json.writeBooleanField("approval_needed", action.approvalNeeded());
        json.writeBooleanField("may_be_shown", action.kind().mayBeShown());
        json.writeStringField("notice_en", action.notice().textEn());
        json.writeStringField("notice_ko", action.notice().textKo());
        json.writeStringField("idempotency_key", ActionRecord.hex(action.key()));
        JsonLines.texts(json, "alerts", action.alerts().stream().map(ActionRecord::hex).toList());
        JsonLines.texts(json, "tags", action.tagTexts());
    }

    private String reference(final ActionRecord action)
    {
        return action.kind() != ActionKind.HOLD_WITHDRAWAL || action.reference() == Absent.VALUE ? null :
            texts.text(action.venueId(), IdSpace.REFERENCE, action.reference());
    }
}
