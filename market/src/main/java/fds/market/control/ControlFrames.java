package fds.market.control;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import fds.market.codec.event.AccountDefinitionDecoder;
import fds.market.codec.event.AccountDefinitionEncoder;
import fds.market.codec.event.ActionAckDecoder;
import fds.market.codec.event.ActionAckEncoder;
import fds.market.codec.event.ApprovalDecoder;
import fds.market.codec.event.ApprovalEncoder;
import fds.market.codec.event.ConfigDecoder;
import fds.market.codec.event.ConfigEncoder;
import fds.market.codec.event.IdAssignmentEncoder;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.codec.event.InstrumentDefinitionEncoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.codec.event.MessageHeaderEncoder;
import fds.market.codec.event.MuteEncoder;
import fds.market.codec.event.SanctionEncoder;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.mute.Mute;
import fds.market.owner.Role;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Writes and reads control records as SBE frames of {@code events.xml}. Frames are padded with zeros to 8 bytes; the
 * padded length stands in the frame. Only {@link #encodeId} is on the path; the rest allocates.
 */
public final class ControlFrames
{
    /** Bytes of the largest id frame. */
    public static final int ID_LENGTH_MAX = 128;

    private static final int SEQUENCE = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int ENGINE_TIME = SEQUENCE + 8;
    private static final int FRAME_LENGTH = SEQUENCE + 16;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final IdAssignmentEncoder idEncoder = new IdAssignmentEncoder();

    /**
     * The length of the frame at a place, event or control.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     * @return bytes.
     */
    public static int frameLength(final DirectBuffer buffer, final int offset)
    {
        return MarketEvent.isEvent(buffer, offset) ? MarketEvent.LENGTH :
            buffer.getInt(offset + FRAME_LENGTH, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The template of the frame at a place.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     * @return SBE template id.
     */
    public static int templateId(final DirectBuffer buffer, final int offset)
    {
        return buffer.getShort(offset + 2, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    /**
     * The sequence of the frame at a place.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     * @return position in the event journal.
     */
    public static long sequence(final DirectBuffer buffer, final int offset)
    {
        return buffer.getLong(offset + SEQUENCE, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The engine time of the frame at a place.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     * @return UTC nanoseconds.
     */
    public static long engineTimeNanos(final DirectBuffer buffer, final int offset)
    {
        return buffer.getLong(offset + ENGINE_TIME, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Write when a frame happens.
     *
     * @param buffer    that holds it.
     * @param offset    of its first byte.
     * @param sequence  position in the event journal.
     * @param timeNanos engine time.
     */
    public static void stamp(
        final MutableDirectBuffer buffer, final int offset, final long sequence, final long timeNanos)
    {
        buffer.putLong(offset + SEQUENCE, sequence, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + ENGINE_TIME, timeNanos, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Write a detection configuration.
     *
     * @param target  with room.
     * @param offset  of the first byte.
     * @param content whole text.
     * @param hash    of the text.
     * @param buildId of the program that wrote it.
     * @return bytes of the frame.
     */
    public int encodeConfig(
        final MutableDirectBuffer target, final int offset, final String content, final long hash, final String buildId)
    {
        final ConfigEncoder encoder = new ConfigEncoder().wrapAndApplyHeader(target, offset, header);
        clearBlock(target, offset, ConfigEncoder.BLOCK_LENGTH);
        encoder.configHash(hash).content(content).buildId(buildId);
        return close(target, offset, encoder.encodedLength());
    }

    /**
     * Read a detection configuration.
     *
     * @param buffer that holds the frame.
     * @param offset of the first byte.
     * @return its text.
     */
    public String decodeConfig(final DirectBuffer buffer, final int offset)
    {
        return new ConfigDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder).content();
    }

    /**
     * Read which program wrote a configuration.
     *
     * @param buffer that holds the frame.
     * @param offset of the first byte.
     * @return its build id.
     */
    public String decodeBuildId(final DirectBuffer buffer, final int offset)
    {
        final ConfigDecoder decoder = new ConfigDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
        decoder.content();
        return decoder.buildId();
    }

    /**
     * Write an instrument.
     *
     * @param target     with room.
     * @param offset     of the first byte.
     * @param instrument to write.
     * @return bytes of the frame.
     */
    public int encodeInstrument(final MutableDirectBuffer target, final int offset, final Instrument instrument)
    {
        final InstrumentDefinitionEncoder encoder =
            new InstrumentDefinitionEncoder().wrapAndApplyHeader(target, offset, header);
        clearBlock(target, offset, InstrumentDefinitionEncoder.BLOCK_LENGTH);
        encoder.instrument(instrument.id())
            .instrumentVersion(instrument.version())
            .venue(instrument.venueId())
            .instrumentType((short)instrument.type().ordinal())
            .tier((short)instrument.tier())
            .tickMantissa(instrument.tickMantissa())
            .lotMantissa(instrument.lotMantissa())
            .multiplierMantissa(instrument.multiplierMantissa())
            .tickExponent((byte)instrument.tickExponent())
            .lotExponent((byte)instrument.lotExponent())
            .multiplierExponent((byte)instrument.multiplierExponent())
            .priceMaxTicks(instrument.priceMaxTicks())
            .quantityMaxLots(instrument.quantityMaxLots())
            .symbol(instrument.symbol())
            .venueName(instrument.venue())
            .baseAsset(instrument.base())
            .quoteAsset(instrument.quote())
            .underlying(instrument.underlying());
        return close(target, offset, encoder.encodedLength());
    }

    /**
     * Read an instrument.
     *
     * @param buffer that holds the frame.
     * @param offset of the first byte.
     * @return the instrument.
     */
    public Instrument decodeInstrument(final DirectBuffer buffer, final int offset)
    {
        final InstrumentDefinitionDecoder decoder =
            new InstrumentDefinitionDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
        final String symbol = decoder.symbol();
        final String venue = decoder.venueName();
        final String base = decoder.baseAsset();
        final String quote = decoder.quoteAsset();
        final String underlying = decoder.underlying();
        return new Instrument(decoder.instrument(), decoder.instrumentVersion(), decoder.venue(), venue, symbol,
            InstrumentType.values()[decoder.instrumentType()], base, quote, underlying, decoder.tickMantissa(),
            decoder.tickExponent(), decoder.lotMantissa(), decoder.lotExponent(), decoder.multiplierMantissa(),
            decoder.multiplierExponent(), decoder.tier(), decoder.priceMaxTicks(), decoder.quantityMaxLots());
    }

    /**
     * Write an account's owner group and role.
     *
     * @param target     with room.
     * @param offset     of the first byte.
     * @param venueId    of the account.
     * @param account    id.
     * @param ownerGroup id, or 0: its own group.
     * @param role       as the source wrote it.
     * @return bytes of the frame.
     */
    public int encodeAccount(
        final MutableDirectBuffer target,
        final int offset,
        final int venueId,
        final long account,
        final long ownerGroup,
        final String role)
    {
        final AccountDefinitionEncoder encoder =
            new AccountDefinitionEncoder().wrapAndApplyHeader(target, offset, header);
        clearBlock(target, offset, AccountDefinitionEncoder.BLOCK_LENGTH);
        encoder.venue(venueId).role((short)Role.parse(role).ordinal()).account(account).ownerGroup(ownerGroup)
            .roleText(role);
        return close(target, offset, encoder.encodedLength());
    }

    /**
     * View an account's frame.
     *
     * @param buffer that holds the frame.
     * @param offset of the first byte.
     * @return a decoder on it.
     */
    public AccountDefinitionDecoder decodeAccount(final DirectBuffer buffer, final int offset)
    {
        return new AccountDefinitionDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
    }

    /**
     * Write which number stands for a text from here on.
     *
     * @param target     with {@value #ID_LENGTH_MAX} bytes of room.
     * @param offset     of the first byte.
     * @param venueId    whose text it is.
     * @param idSpace    one of {@link fds.market.event.IdSpace}.
     * @param id         number that stands for it.
     * @param text       bytes in UTF-8.
     * @param textOffset of the first.
     * @param textLength at most 66.
     * @return bytes of the frame.
     */
    public int encodeId(
        final MutableDirectBuffer target,
        final int offset,
        final int venueId,
        final int idSpace,
        final long id,
        final DirectBuffer text,
        final int textOffset,
        final int textLength)
    {
        idEncoder.wrapAndApplyHeader(target, offset, header);
        clearBlock(target, offset, IdAssignmentEncoder.BLOCK_LENGTH);
        idEncoder.venue(venueId).idSpace((short)idSpace).assigned(id).putContent(text, textOffset, textLength);
        return close(target, offset, idEncoder.encodedLength());
    }

    /**
     * Write what is muted from here on.
     *
     * @param target    with room.
     * @param offset    of the first byte.
     * @param mute      what, until when, by whom and why.
     * @param venueId   of the group, or 0 when none is named.
     * @param groupKind {@code OwnerGroups.KIND_SOLO} or {@code KIND_NAMED}.
     * @param group     id of the group, or of the account that is its own; 0: any.
     * @return bytes of the frame.
     */
    public int encodeMute(
        final MutableDirectBuffer target,
        final int offset,
        final Mute mute,
        final int venueId,
        final int groupKind,
        final long group)
    {
        final MuteEncoder encoder = new MuteEncoder().wrapAndApplyHeader(target, offset, header);
        clearBlock(target, offset, MuteEncoder.BLOCK_LENGTH);
        encoder.instrument(mute.instrument()).detector(mute.detector()).venue(venueId)
            .ownerGroupKind((short)groupKind).ownerGroup(group).expiryTime(mute.expiryNanos()).author(mute.author())
            .reason(mute.reason());
        return close(target, offset, encoder.encodedLength());
    }

    /**
     * Write that an address is listed from here on, or no more.
     *
     * @param target    with room.
     * @param offset    of the first byte.
     * @param venueId   whose ids they are.
     * @param account   id that stands for the address as an account, or 0.
     * @param reference id that stands for it outside the venue, or 0.
     * @param listed    whether it is on the list.
     * @param address   text.
     * @param list      name of the list.
     * @return bytes of the frame.
     */
    public int encodeSanction(
        final MutableDirectBuffer target,
        final int offset,
        final int venueId,
        final long account,
        final long reference,
        final boolean listed,
        final String address,
        final String list)
    {
        final SanctionEncoder encoder = new SanctionEncoder().wrapAndApplyHeader(target, offset, header);
        clearBlock(target, offset, SanctionEncoder.BLOCK_LENGTH);
        encoder.venue(venueId).listed((short)(listed ? 1 : 0)).account(account).reference(reference).address(address)
            .list(list);
        return close(target, offset, encoder.encodedLength());
    }

    /**
     * Write a person's word on an action.
     *
     * @param target   with room.
     * @param offset   of the first byte.
     * @param action   id.
     * @param granted  whether it may be done; false also takes back what is in force.
     * @param approver name.
     * @param ground   reason given.
     * @return bytes of the frame.
     */
    public int encodeApproval(
        final MutableDirectBuffer target,
        final int offset,
        final long action,
        final boolean granted,
        final String approver,
        final String ground)
    {
        final ApprovalEncoder encoder = new ApprovalEncoder().wrapAndApplyHeader(target, offset, header);
        clearBlock(target, offset, ApprovalEncoder.BLOCK_LENGTH);
        encoder.granted((short)(granted ? 1 : 0)).action(action).approver(approver).ground(ground);
        return close(target, offset, encoder.encodedLength());
    }

    /**
     * View a person's word on an action.
     *
     * @param buffer that holds the frame.
     * @param offset of the first byte.
     * @return a decoder on it.
     */
    public ApprovalDecoder decodeApproval(final DirectBuffer buffer, final int offset)
    {
        return new ApprovalDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
    }

    /**
     * Write what became of a command.
     *
     * @param target with room.
     * @param offset of the first byte.
     * @param action id.
     * @param status 1 sent, 2 done, 3 failed.
     * @param detail in words.
     * @return bytes of the frame.
     */
    public int encodeActionAck(
        final MutableDirectBuffer target,
        final int offset,
        final long action,
        final int status,
        final String detail)
    {
        final ActionAckEncoder encoder = new ActionAckEncoder().wrapAndApplyHeader(target, offset, header);
        clearBlock(target, offset, ActionAckEncoder.BLOCK_LENGTH);
        encoder.status((short)status).action(action).detail(detail);
        return close(target, offset, encoder.encodedLength());
    }

    /**
     * View what became of a command.
     *
     * @param buffer that holds the frame.
     * @param offset of the first byte.
     * @return a decoder on it.
     */
    public ActionAckDecoder decodeActionAck(final DirectBuffer buffer, final int offset)
    {
        return new ActionAckDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
    }

    /**
     * A text as UTF-8 bytes, for tests and edges.
     *
     * @param text any.
     * @return bytes.
     */
    public static byte[] utf8(final String text)
    {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void clearBlock(final MutableDirectBuffer target, final int offset, final int blockLength)
    {
        target.setMemory(offset + MessageHeaderEncoder.ENCODED_LENGTH, blockLength, (byte)0);
    }

    private static int close(final MutableDirectBuffer target, final int offset, final int encodedLength)
    {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + encodedLength;
        final int padded = length + 7 & ~7;
        target.setMemory(offset + length, padded - length, (byte)0);
        target.putInt(offset + FRAME_LENGTH, padded, ByteOrder.LITTLE_ENDIAN);
        return padded;
    }
}
