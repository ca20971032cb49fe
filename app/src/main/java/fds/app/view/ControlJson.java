package fds.app.view;

import java.io.IOException;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.feeds.text.DecimalUnit;
import fds.market.codec.event.AccountDefinitionDecoder;
import fds.market.codec.event.ActionAckDecoder;
import fds.market.codec.event.ApprovalDecoder;
import fds.market.codec.event.ConfigDecoder;
import fds.market.codec.event.DispositionDecoder;
import fds.market.codec.event.IdAssignmentDecoder;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.codec.event.MuteDecoder;
import fds.market.codec.event.PromotionDecoder;
import fds.market.codec.event.SanctionDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.IdSpace;
import fds.market.instrument.Instrument;
import fds.market.owner.OwnerGroups;
import org.agrona.DirectBuffer;

/** A control record of the event journal as JSON. */
final class ControlJson
{
    private static final String[] SPACES = { null, "order", "account", "reference", "reason", "owner_group" };

    private final TextResolver texts;
    private final ControlFrames frames = new ControlFrames();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    ControlJson(final TextResolver texts)
    {
        this.texts = texts;
    }

    /** Write its fields into an open object; the buffer is kept no longer than the call. */
    void write(final DirectBuffer buffer, final int offset, final int length, final JsonGenerator json)
        throws IOException
    {
        final int template = ControlFrames.templateId(buffer, offset);
        json.writeNumberField("sequence", ControlFrames.sequence(buffer, offset));
        json.writeStringField("kind", kind(template));
        json.writeNumberField("engine_time_ns", ControlFrames.engineTimeNanos(buffer, offset));
        switch (template)
        {
            case ConfigDecoder.TEMPLATE_ID -> config(buffer, offset, json);
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> instrument(frames.decodeInstrument(buffer, offset), json);
            case AccountDefinitionDecoder.TEMPLATE_ID -> account(frames.decodeAccount(buffer, offset), json);
            case IdAssignmentDecoder.TEMPLATE_ID -> id(buffer, offset, json);
            case MuteDecoder.TEMPLATE_ID -> mute(new MuteDecoder().wrapAndApplyHeader(buffer, offset, header), json);
            case SanctionDecoder.TEMPLATE_ID ->
                sanction(new SanctionDecoder().wrapAndApplyHeader(buffer, offset, header), json);
            default -> json.writeStringField("bytes", texts.isPseudonymous() ? null : hex(buffer, offset, length));
        }
    }

    static String hex(final DirectBuffer buffer, final int offset, final int length)
    {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String kind(final int template)
    {
        return switch (template)
        {
            case ConfigDecoder.TEMPLATE_ID -> "CONFIG";
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> "INSTRUMENT";
            case AccountDefinitionDecoder.TEMPLATE_ID -> "ACCOUNT";
            case IdAssignmentDecoder.TEMPLATE_ID -> "ID";
            case DispositionDecoder.TEMPLATE_ID -> "DISPOSITION";
            case ApprovalDecoder.TEMPLATE_ID -> "APPROVAL";
            case ActionAckDecoder.TEMPLATE_ID -> "ACTION_ACK";
            case PromotionDecoder.TEMPLATE_ID -> "PROMOTION";
            case MuteDecoder.TEMPLATE_ID -> "MUTE";
            case SanctionDecoder.TEMPLATE_ID -> "SANCTION";
            default -> "TEMPLATE_" + template;
        };
    }

    private void config(final DirectBuffer buffer, final int offset, final JsonGenerator json) throws IOException
    {
        json.writeStringField("hash",
            AlertView.hex(new ConfigDecoder().wrapAndApplyHeader(buffer, offset, header).configHash()));
        json.writeStringField("content", frames.decodeConfig(buffer, offset));
        json.writeStringField("build", frames.decodeBuildId(buffer, offset));
    }

    private void account(final AccountDefinitionDecoder decoder, final JsonGenerator json) throws IOException
    {
        final int venueId = decoder.venue();
        json.writeStringField("venue", texts.venue(venueId));
        json.writeStringField("account", texts.text(venueId, IdSpace.ACCOUNT, decoder.account()));
        json.writeStringField("owner_group", texts.text(venueId, IdSpace.OWNER_GROUP, decoder.ownerGroup()));
        json.writeStringField("role", decoder.roleText());
    }

    private void mute(final MuteDecoder decoder, final JsonGenerator json) throws IOException
    {
        final int venueId = decoder.venue();
        final Instrument instrument = texts.instrument(decoder.instrument(), decoder.sequence());
        json.writeStringField("detector", decoder.detector() == 0 ? null : AlertView.detectorId(decoder.detector()));
        json.writeStringField("instrument", instrument == null ? null : instrument.symbol());
        json.writeStringField("venue", texts.venue(venueId));
        json.writeStringField(decoder.ownerGroupKind() == OwnerGroups.KIND_NAMED ? "owner_group" : "account",
            texts.text(venueId, decoder.ownerGroupKind() == OwnerGroups.KIND_NAMED ? IdSpace.OWNER_GROUP :
            IdSpace.ACCOUNT, decoder.ownerGroup()));
        json.writeNumberField("expiry_time_ns", decoder.expiryTime());
        final String author = decoder.author();
        final String reason = decoder.reason();
        json.writeStringField("author", texts.isPseudonymous() ? null : author);
        json.writeStringField("reason", texts.isPseudonymous() ? null : reason);
    }

    private void sanction(final SanctionDecoder decoder, final JsonGenerator json) throws IOException
    {
        json.writeStringField("venue", texts.venue(decoder.venue()));
        json.writeBooleanField("listed", decoder.listed() != 0);
        json.writeStringField("address", texts.shown(IdSpace.ACCOUNT, decoder.address()));
        json.writeStringField("list", decoder.list());
    }

    private void id(final DirectBuffer buffer, final int offset, final JsonGenerator json) throws IOException
    {
        final IdAssignmentDecoder decoder = new IdAssignmentDecoder().wrapAndApplyHeader(buffer, offset, header);
        final int space = decoder.idSpace();
        json.writeStringField("venue", texts.venue(decoder.venue()));
        json.writeStringField("id_space", space < SPACES.length ? SPACES[space] : "space_" + space);
        json.writeNumberField("id", decoder.assigned());
        json.writeStringField("text", texts.shown(space, decoder.content()));
    }

    private static void instrument(final Instrument instrument, final JsonGenerator json) throws IOException
    {
        json.writeStringField("venue", instrument.venue());
        json.writeStringField("instrument", instrument.symbol());
        json.writeNumberField("id", instrument.id());
        json.writeNumberField("version", instrument.version());
        json.writeStringField("type", instrument.type().word());
        json.writeStringField("base", instrument.base());
        json.writeStringField("quote", instrument.quote());
        json.writeStringField("underlying", instrument.underlying());
        json.writeStringField("tick_size", Quantities.price(1, instrument));
        json.writeStringField("lot_size", Quantities.quantity(1, instrument));
        json.writeStringField("multiplier",
            new DecimalUnit(instrument.multiplierMantissa(), instrument.multiplierExponent()).text(1));
        json.writeNumberField("tier", instrument.tier());
        json.writeStringField("price_max", Quantities.price(instrument.priceMaxTicks(), instrument));
        json.writeStringField("quantity_max", Quantities.quantity(instrument.quantityMaxLots(), instrument));
    }
}
