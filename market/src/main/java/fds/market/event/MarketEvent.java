package fds.market.event;

import java.nio.ByteOrder;

import fds.market.codec.event.EventDecoder;
import fds.market.codec.event.EventEncoder;
import fds.market.codec.event.MessageHeaderEncoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A view on one event where it lies: 128 bytes, little endian, SBE header included (schema {@code events.xml}).
 * <p>
 * A handler must copy what it wants to keep; the bytes are written again once the last handler has passed them. The
 * view belongs to the thread that uses it.
 */
public final class MarketEvent
{
    /** Bytes of an event, header included: two cache lines. */
    public static final int LENGTH = 128;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int SEQUENCE = HEADER + EventEncoder.sequenceEncodingOffset();
    private static final int ENGINE_TIME_NANOS = HEADER + EventEncoder.engineTimeEncodingOffset();
    private static final int VENUE_TIME_NANOS = HEADER + EventEncoder.venueTimeEncodingOffset();
    private static final int FEED_SEQUENCE = HEADER + EventEncoder.feedSequenceEncodingOffset();
    private static final int ORDER_ID = HEADER + EventEncoder.orderEncodingOffset();
    private static final int ACCOUNT_ID = HEADER + EventEncoder.accountEncodingOffset();
    private static final int COUNTER_ORDER_ID = HEADER + EventEncoder.counterOrderEncodingOffset();
    private static final int COUNTER_ACCOUNT_ID = HEADER + EventEncoder.counterAccountEncodingOffset();
    private static final int PRICE_TICKS = HEADER + EventEncoder.priceTicksEncodingOffset();
    private static final int QUANTITY_LOTS = HEADER + EventEncoder.quantityLotsEncodingOffset();
    private static final int VALUE = HEADER + EventEncoder.valueEncodingOffset();
    private static final int REFERENCE = HEADER + EventEncoder.referenceEncodingOffset();
    private static final int INSTRUMENT_ID = HEADER + EventEncoder.instrumentEncodingOffset();
    private static final int FEED_ID = HEADER + EventEncoder.feedEncodingOffset();
    private static final int VENUE_ID = HEADER + EventEncoder.venueEncodingOffset();
    private static final int KIND = HEADER + EventEncoder.kindEncodingOffset();
    private static final int SIDE = HEADER + EventEncoder.sideEncodingOffset();
    private static final int FLAGS = HEADER + EventEncoder.flagsEncodingOffset();
    private static final int REASON_ID = HEADER + EventEncoder.reasonEncodingOffset();
    private static final int RESERVED = HEADER + EventEncoder.reservedEncodingOffset();

    private static final long HEADER_WORD = EventEncoder.BLOCK_LENGTH | (long)EventEncoder.TEMPLATE_ID << 16 |
        (long)EventEncoder.SCHEMA_ID << 32 | (long)EventEncoder.SCHEMA_VERSION << 48;

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private int offset;

    /**
     * Look at a memory that holds events.
     *
     * @param memory kept until the next wrap.
     * @param offset of the event's first byte.
     * @return this.
     */
    public MarketEvent wrap(final DirectBuffer memory, final int offset)
    {
        buffer.wrap(memory);
        this.offset = offset;
        return this;
    }

    /**
     * Move to another event of the same memory.
     *
     * @param offset of the event's first byte.
     * @return this.
     */
    public MarketEvent at(final int offset)
    {
        this.offset = offset;
        return this;
    }

    /**
     * The memory under this view.
     *
     * @return buffer to read from.
     */
    public DirectBuffer buffer()
    {
        return buffer;
    }

    public int offset()
    {
        return offset;
    }

    /**
     * Write the header and set every field to its absence.
     *
     * @return this.
     */
    public MarketEvent clear()
    {
        buffer.putLong(offset, HEADER_WORD, ByteOrder.LITTLE_ENDIAN);
        sequence(0);
        engineTimeNanos(Absent.VALUE);
        venueTimeNanos(Absent.VALUE);
        feedSequence(Absent.VALUE);
        orderId(Absent.UNKNOWN_ID);
        accountId(Absent.UNKNOWN_ID);
        counterOrderId(Absent.UNKNOWN_ID);
        counterAccountId(Absent.UNKNOWN_ID);
        priceTicks(Absent.VALUE);
        quantityLots(Absent.VALUE);
        value(Absent.VALUE);
        reference(Absent.VALUE);
        buffer.putLong(offset + INSTRUMENT_ID, 0);
        buffer.putLong(offset + KIND, 0);
        buffer.putLong(offset + RESERVED, 0);
        return this;
    }

    /**
     * Copy this event's bytes.
     *
     * @param target       to write into.
     * @param targetOffset of its first byte there.
     */
    public void copyTo(final MutableDirectBuffer target, final int targetOffset)
    {
        target.putBytes(targetOffset, buffer, offset, LENGTH);
    }

    /**
     * Whether the bytes here are an event of this schema.
     *
     * @param memory to look at.
     * @param at     first byte of a frame.
     * @return true when its header is that of an event.
     */
    public static boolean isEvent(final DirectBuffer memory, final int at)
    {
        return memory.getShort(at + 2, ByteOrder.LITTLE_ENDIAN) == EventDecoder.TEMPLATE_ID;
    }

    /**
     * Whether a flag is set.
     *
     * @param flag one bit of {@link Flags}.
     * @return true when it is.
     */
    public boolean has(final int flag)
    {
        return (flags() & flag) != 0;
    }

    /**
     * Set the four small fields that always go together.
     *
     * @param kind         one of {@link Kind}.
     * @param side         one of {@link Side}.
     * @param flags        bits of {@link Flags}.
     * @param instrumentId dense number, or {@link Absent#NO_INSTRUMENT}.
     * @return this.
     */
    public MarketEvent type(final int kind, final int side, final int flags, final int instrumentId)
    {
        kind(kind);
        side(side);
        flags(flags);
        instrumentId(instrumentId);
        return this;
    }

    /**
     * Position in the event journal, 1 or more, without gaps.
     *
     * @return as said.
     */
    public long sequence()
    {
        return buffer.getLong(offset + SEQUENCE, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Position in the event journal, 1 or more, without gaps.
     *
     * @param sequence as said.
     * @return this.
     */
    public MarketEvent sequence(final long sequence)
    {
        buffer.putLong(offset + SEQUENCE, sequence, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * Engine time, UTC nanoseconds since 1970; never decreases from event to event.
     *
     * @return as said.
     */
    public long engineTimeNanos()
    {
        return buffer.getLong(offset + ENGINE_TIME_NANOS, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Engine time, UTC nanoseconds since 1970; never decreases from event to event.
     *
     * @param engineTimeNanos as said.
     * @return this.
     */
    public MarketEvent engineTimeNanos(final long engineTimeNanos)
    {
        buffer.putLong(offset + ENGINE_TIME_NANOS, engineTimeNanos, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * The venue's own time, UTC nanoseconds since 1970, or {@link Absent#VALUE}; evidence only.
     *
     * @return as said.
     */
    public long venueTimeNanos()
    {
        return buffer.getLong(offset + VENUE_TIME_NANOS, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The venue's own time, UTC nanoseconds since 1970, or {@link Absent#VALUE}; evidence only.
     *
     * @param venueTimeNanos as said.
     * @return this.
     */
    public MarketEvent venueTimeNanos(final long venueTimeNanos)
    {
        buffer.putLong(offset + VENUE_TIME_NANOS, venueTimeNanos, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * The feed's own number of this message (a file's row), or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long feedSequence()
    {
        return buffer.getLong(offset + FEED_SEQUENCE, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The feed's own number of this message (a file's row), or {@link Absent#VALUE}.
     *
     * @param feedSequence as said.
     * @return this.
     */
    public MarketEvent feedSequence(final long feedSequence)
    {
        buffer.putLong(offset + FEED_SEQUENCE, feedSequence, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * The order; on TRADE the resting one; or {@link Absent#UNKNOWN_ID}.
     *
     * @return as said.
     */
    public long orderId()
    {
        return buffer.getLong(offset + ORDER_ID, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The order; on TRADE the resting one; or {@link Absent#UNKNOWN_ID}.
     *
     * @param orderId as said.
     * @return this.
     */
    public MarketEvent orderId(final long orderId)
    {
        buffer.putLong(offset + ORDER_ID, orderId, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * The account; on TRADE the resting side's; or {@link Absent#UNKNOWN_ID}.
     *
     * @return as said.
     */
    public long accountId()
    {
        return buffer.getLong(offset + ACCOUNT_ID, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The account; on TRADE the resting side's; or {@link Absent#UNKNOWN_ID}.
     *
     * @param accountId as said.
     * @return this.
     */
    public MarketEvent accountId(final long accountId)
    {
        buffer.putLong(offset + ACCOUNT_ID, accountId, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * On TRADE the aggressor's order, on REPLACE the new id; or {@link Absent#UNKNOWN_ID}.
     *
     * @return as said.
     */
    public long counterOrderId()
    {
        return buffer.getLong(offset + COUNTER_ORDER_ID, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * On TRADE the aggressor's order, on REPLACE the new id; or {@link Absent#UNKNOWN_ID}.
     *
     * @param counterOrderId as said.
     * @return this.
     */
    public MarketEvent counterOrderId(final long counterOrderId)
    {
        buffer.putLong(offset + COUNTER_ORDER_ID, counterOrderId, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * On TRADE the aggressor's account; or {@link Absent#UNKNOWN_ID}.
     *
     * @return as said.
     */
    public long counterAccountId()
    {
        return buffer.getLong(offset + COUNTER_ACCOUNT_ID, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * On TRADE the aggressor's account; or {@link Absent#UNKNOWN_ID}.
     *
     * @param counterAccountId as said.
     * @return this.
     */
    public MarketEvent counterAccountId(final long counterAccountId)
    {
        buffer.putLong(offset + COUNTER_ACCOUNT_ID, counterAccountId, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * Price in ticks of the instrument, or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long priceTicks()
    {
        return buffer.getLong(offset + PRICE_TICKS, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Price in ticks of the instrument, or {@link Absent#VALUE}.
     *
     * @param priceTicks as said.
     * @return this.
     */
    public MarketEvent priceTicks(final long priceTicks)
    {
        buffer.putLong(offset + PRICE_TICKS, priceTicks, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * Quantity in lots of the instrument, 0 or more, or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long quantityLots()
    {
        return buffer.getLong(offset + QUANTITY_LOTS, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Quantity in lots of the instrument, 0 or more, or {@link Absent#VALUE}.
     *
     * @param quantityLots as said.
     * @return this.
     */
    public MarketEvent quantityLots(final long quantityLots)
    {
        buffer.putLong(offset + QUANTITY_LOTS, quantityLots, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * What the kind says (table in {@code market/EVENTS.md}), or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long value()
    {
        return buffer.getLong(offset + VALUE, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * What the kind says (table in {@code market/EVENTS.md}), or {@link Absent#VALUE}.
     *
     * @param value as said.
     * @return this.
     */
    public MarketEvent value(final long value)
    {
        buffer.putLong(offset + VALUE, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * Id of a text, trade id or time, as the kind says, or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long reference()
    {
        return buffer.getLong(offset + REFERENCE, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Id of a text, trade id or time, as the kind says, or {@link Absent#VALUE}.
     *
     * @param reference as said.
     * @return this.
     */
    public MarketEvent reference(final long reference)
    {
        buffer.putLong(offset + REFERENCE, reference, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * Dense number of the instrument, 1 or more, or {@link Absent#NO_INSTRUMENT}.
     *
     * @return as said.
     */
    public int instrumentId()
    {
        return buffer.getInt(offset + INSTRUMENT_ID, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Dense number of the instrument, 1 or more, or {@link Absent#NO_INSTRUMENT}.
     *
     * @param instrumentId as said.
     * @return this.
     */
    public MarketEvent instrumentId(final int instrumentId)
    {
        buffer.putInt(offset + INSTRUMENT_ID, instrumentId, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * The feed it came by, 0 for the engine itself.
     *
     * @return as said.
     */
    public int feedId()
    {
        return buffer.getShort(offset + FEED_ID, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    /**
     * The feed it came by, 0 for the engine itself.
     *
     * @param feedId as said.
     * @return this.
     */
    public MarketEvent feedId(final int feedId)
    {
        buffer.putShort(offset + FEED_ID, (short)feedId, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * Dense number of the venue.
     *
     * @return as said.
     */
    public int venueId()
    {
        return buffer.getShort(offset + VENUE_ID, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    /**
     * Dense number of the venue.
     *
     * @param venueId as said.
     * @return this.
     */
    public MarketEvent venueId(final int venueId)
    {
        buffer.putShort(offset + VENUE_ID, (short)venueId, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * One of {@link Kind}.
     *
     * @return as said.
     */
    public int kind()
    {
        return buffer.getByte(offset + KIND);
    }

    /**
     * One of {@link Kind}.
     *
     * @param kind as said.
     * @return this.
     */
    public MarketEvent kind(final int kind)
    {
        buffer.putByte(offset + KIND, (byte)kind);
        return this;
    }

    /**
     * One of {@link Side}.
     *
     * @return as said.
     */
    public int side()
    {
        return buffer.getByte(offset + SIDE);
    }

    /**
     * One of {@link Side}.
     *
     * @param side as said.
     * @return this.
     */
    public MarketEvent side(final int side)
    {
        buffer.putByte(offset + SIDE, (byte)side);
        return this;
    }

    /**
     * Bits of {@link Flags}.
     *
     * @return as said.
     */
    public int flags()
    {
        return buffer.getShort(offset + FLAGS, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    /**
     * Bits of {@link Flags}.
     *
     * @param flags as said.
     * @return this.
     */
    public MarketEvent flags(final int flags)
    {
        buffer.putShort(offset + FLAGS, (short)flags, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /**
     * Id of the reason's text, 0 for none.
     *
     * @return as said.
     */
    public int reasonId()
    {
        return buffer.getInt(offset + REASON_ID, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Id of the reason's text, 0 for none.
     *
     * @param reasonId as said.
     * @return this.
     */
    public MarketEvent reasonId(final int reasonId)
    {
        buffer.putInt(offset + REASON_ID, reasonId, ByteOrder.LITTLE_ENDIAN);
        return this;
    }
}
