package fds.market.event;

import java.nio.ByteOrder;

import fds.market.codec.event.EventDecoder;
import fds.market.codec.event.EventEncoder;
import fds.market.codec.event.MessageHeaderEncoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.UnsafeApi;
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

    private static final boolean IS_LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final long HEADER_WORD = EventEncoder.BLOCK_LENGTH | (long)EventEncoder.TEMPLATE_ID << 16 |
        (long)EventEncoder.SCHEMA_ID << 32 | (long)EventEncoder.SCHEMA_VERSION << 48;

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private int offset;
    private byte[] array;   // null: the memory lies outside the heap, and that is how the path has it
    private long addressOf0;
    private long address;   // of the event's first byte, or its offset in the array

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
        array = buffer.byteArray();
        addressOf0 = buffer.addressOffset();
        return at(offset);
    }

    /**
     * Move to another event of the same memory.
     *
     * @param offset of the event's first byte.
     * @return this.
     */
    public MarketEvent at(final int offset)
    {
        if (UnsafeBuffer.SHOULD_BOUNDS_CHECK && buffer.capacity() > 0)
        {
            buffer.boundsCheck(offset, LENGTH);
        }
        this.offset = offset;
        address = addressOf0 + offset;
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
        longAt(0, HEADER_WORD);
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
        longAt(INSTRUMENT_ID, 0);
        longAt(KIND, 0);
        longAt(RESERVED, 0);
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
     * Take over another event's bytes.
     *
     * @param source to copy.
     */
    public void copyFrom(final MarketEvent source)
    {
        buffer.putBytes(offset, source.buffer, source.offset, LENGTH);
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
        return longAt(SEQUENCE);
    }

    /**
     * Position in the event journal, 1 or more, without gaps.
     *
     * @param sequence as said.
     * @return this.
     */
    public MarketEvent sequence(final long sequence)
    {
        longAt(SEQUENCE, sequence);
        return this;
    }

    /**
     * Engine time, UTC nanoseconds since 1970; never decreases from event to event.
     *
     * @return as said.
     */
    public long engineTimeNanos()
    {
        return longAt(ENGINE_TIME_NANOS);
    }

    /**
     * Engine time, UTC nanoseconds since 1970; never decreases from event to event.
     *
     * @param engineTimeNanos as said.
     * @return this.
     */
    public MarketEvent engineTimeNanos(final long engineTimeNanos)
    {
        longAt(ENGINE_TIME_NANOS, engineTimeNanos);
        return this;
    }

    /**
     * The venue's own time, UTC nanoseconds since 1970, or {@link Absent#VALUE}; evidence only.
     *
     * @return as said.
     */
    public long venueTimeNanos()
    {
        return longAt(VENUE_TIME_NANOS);
    }

    /**
     * The venue's own time, UTC nanoseconds since 1970, or {@link Absent#VALUE}; evidence only.
     *
     * @param venueTimeNanos as said.
     * @return this.
     */
    public MarketEvent venueTimeNanos(final long venueTimeNanos)
    {
        longAt(VENUE_TIME_NANOS, venueTimeNanos);
        return this;
    }

    /**
     * The feed's own number of this message (a file's row), or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long feedSequence()
    {
        return longAt(FEED_SEQUENCE);
    }

    /**
     * The feed's own number of this message (a file's row), or {@link Absent#VALUE}.
     *
     * @param feedSequence as said.
     * @return this.
     */
    public MarketEvent feedSequence(final long feedSequence)
    {
        longAt(FEED_SEQUENCE, feedSequence);
        return this;
    }

    /**
     * The order; on TRADE the resting one; or {@link Absent#UNKNOWN_ID}.
     *
     * @return as said.
     */
    public long orderId()
    {
        return longAt(ORDER_ID);
    }

    /**
     * The order; on TRADE the resting one; or {@link Absent#UNKNOWN_ID}.
     *
     * @param orderId as said.
     * @return this.
     */
    public MarketEvent orderId(final long orderId)
    {
        longAt(ORDER_ID, orderId);
        return this;
    }

    /**
     * The account; on TRADE the resting side's; or {@link Absent#UNKNOWN_ID}.
     *
     * @return as said.
     */
    public long accountId()
    {
        return longAt(ACCOUNT_ID);
    }

    /**
     * The account; on TRADE the resting side's; or {@link Absent#UNKNOWN_ID}.
     *
     * @param accountId as said.
     * @return this.
     */
    public MarketEvent accountId(final long accountId)
    {
        longAt(ACCOUNT_ID, accountId);
        return this;
    }

    /**
     * On TRADE the aggressor's order, on REPLACE the new id; or {@link Absent#UNKNOWN_ID}.
     *
     * @return as said.
     */
    public long counterOrderId()
    {
        return longAt(COUNTER_ORDER_ID);
    }

    /**
     * On TRADE the aggressor's order, on REPLACE the new id; or {@link Absent#UNKNOWN_ID}.
     *
     * @param counterOrderId as said.
     * @return this.
     */
    public MarketEvent counterOrderId(final long counterOrderId)
    {
        longAt(COUNTER_ORDER_ID, counterOrderId);
        return this;
    }

    /**
     * On TRADE the aggressor's account; or {@link Absent#UNKNOWN_ID}.
     *
     * @return as said.
     */
    public long counterAccountId()
    {
        return longAt(COUNTER_ACCOUNT_ID);
    }

    /**
     * On TRADE the aggressor's account; or {@link Absent#UNKNOWN_ID}.
     *
     * @param counterAccountId as said.
     * @return this.
     */
    public MarketEvent counterAccountId(final long counterAccountId)
    {
        longAt(COUNTER_ACCOUNT_ID, counterAccountId);
        return this;
    }

    /**
     * Price in ticks of the instrument, or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long priceTicks()
    {
        return longAt(PRICE_TICKS);
    }

    /**
     * Price in ticks of the instrument, or {@link Absent#VALUE}.
     *
     * @param priceTicks as said.
     * @return this.
     */
    public MarketEvent priceTicks(final long priceTicks)
    {
        longAt(PRICE_TICKS, priceTicks);
        return this;
    }

    /**
     * Quantity in lots of the instrument, 0 or more, or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long quantityLots()
    {
        return longAt(QUANTITY_LOTS);
    }

    /**
     * Quantity in lots of the instrument, 0 or more, or {@link Absent#VALUE}.
     *
     * @param quantityLots as said.
     * @return this.
     */
    public MarketEvent quantityLots(final long quantityLots)
    {
        longAt(QUANTITY_LOTS, quantityLots);
        return this;
    }

    /**
     * What the kind says (table in {@code market/EVENTS.md}), or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long value()
    {
        return longAt(VALUE);
    }

    /**
     * What the kind says (table in {@code market/EVENTS.md}), or {@link Absent#VALUE}.
     *
     * @param value as said.
     * @return this.
     */
    public MarketEvent value(final long value)
    {
        longAt(VALUE, value);
        return this;
    }

    /**
     * Id of a text, trade id or time, as the kind says, or {@link Absent#VALUE}.
     *
     * @return as said.
     */
    public long reference()
    {
        return longAt(REFERENCE);
    }

    /**
     * Id of a text, trade id or time, as the kind says, or {@link Absent#VALUE}.
     *
     * @param reference as said.
     * @return this.
     */
    public MarketEvent reference(final long reference)
    {
        longAt(REFERENCE, reference);
        return this;
    }

    /**
     * Dense number of the instrument, 1 or more, or {@link Absent#NO_INSTRUMENT}.
     *
     * @return as said.
     */
    public int instrumentId()
    {
        return intAt(INSTRUMENT_ID);
    }

    /**
     * Dense number of the instrument, 1 or more, or {@link Absent#NO_INSTRUMENT}.
     *
     * @param instrumentId as said.
     * @return this.
     */
    public MarketEvent instrumentId(final int instrumentId)
    {
        intAt(INSTRUMENT_ID, instrumentId);
        return this;
    }

    /**
     * The feed it came by, 0 for the engine itself.
     *
     * @return as said.
     */
    public int feedId()
    {
        return shortAt(FEED_ID) & 0xFFFF;
    }

    /**
     * The feed it came by, 0 for the engine itself.
     *
     * @param feedId as said.
     * @return this.
     */
    public MarketEvent feedId(final int feedId)
    {
        shortAt(FEED_ID, (short)feedId);
        return this;
    }

    /**
     * Dense number of the venue.
     *
     * @return as said.
     */
    public int venueId()
    {
        return shortAt(VENUE_ID) & 0xFFFF;
    }

    /**
     * Dense number of the venue.
     *
     * @param venueId as said.
     * @return this.
     */
    public MarketEvent venueId(final int venueId)
    {
        shortAt(VENUE_ID, (short)venueId);
        return this;
    }

    /**
     * One of {@link Kind}.
     *
     * @return as said.
     */
    public int kind()
    {
        return byteAt(KIND);
    }

    /**
     * One of {@link Kind}.
     *
     * @param kind as said.
     * @return this.
     */
    public MarketEvent kind(final int kind)
    {
        byteAt(KIND, (byte)kind);
        return this;
    }

    /**
     * One of {@link Side}.
     *
     * @return as said.
     */
    public int side()
    {
        return byteAt(SIDE);
    }

    /**
     * One of {@link Side}.
     *
     * @param side as said.
     * @return this.
     */
    public MarketEvent side(final int side)
    {
        byteAt(SIDE, (byte)side);
        return this;
    }

    /**
     * Bits of {@link Flags}.
     *
     * @return as said.
     */
    public int flags()
    {
        return shortAt(FLAGS) & 0xFFFF;
    }

    /**
     * Bits of {@link Flags}.
     *
     * @param flags as said.
     * @return this.
     */
    public MarketEvent flags(final int flags)
    {
        shortAt(FLAGS, (short)flags);
        return this;
    }

    /**
     * Id of the reason's text, 0 for none.
     *
     * @return as said.
     */
    public int reasonId()
    {
        return intAt(REASON_ID);
    }

    /**
     * Id of the reason's text, 0 for none.
     *
     * @param reasonId as said.
     * @return this.
     */
    public MarketEvent reasonId(final int reasonId)
    {
        intAt(REASON_ID, reasonId);
        return this;
    }

    // Each access asks whether the memory lies on the heap: on the path it never does, and what is left is a bare load
    // or store. One access for both cases would have the compiler read every field anew behind it.

    private long longAt(final int field)
    {
        final long bits = array == null ?
            UnsafeApi.getLong(address + field) : UnsafeApi.getLong(array, address + field);
        return IS_LITTLE_ENDIAN ? bits : Long.reverseBytes(bits);
    }

    private void longAt(final int field, final long value)
    {
        final long bits = IS_LITTLE_ENDIAN ? value : Long.reverseBytes(value);
        if (array == null)
        {
            UnsafeApi.putLong(address + field, bits);
        }
        else
        {
            UnsafeApi.putLong(array, address + field, bits);
        }
    }

    private int intAt(final int field)
    {
        final int bits = array == null ? UnsafeApi.getInt(address + field) : UnsafeApi.getInt(array, address + field);
        return IS_LITTLE_ENDIAN ? bits : Integer.reverseBytes(bits);
    }

    private void intAt(final int field, final int value)
    {
        final int bits = IS_LITTLE_ENDIAN ? value : Integer.reverseBytes(value);
        if (array == null)
        {
            UnsafeApi.putInt(address + field, bits);
        }
        else
        {
            UnsafeApi.putInt(array, address + field, bits);
        }
    }

    private short shortAt(final int field)
    {
        final short bits =
            array == null ? UnsafeApi.getShort(address + field) : UnsafeApi.getShort(array, address + field);
        return IS_LITTLE_ENDIAN ? bits : Short.reverseBytes(bits);
    }

    private void shortAt(final int field, final short value)
    {
        final short bits = IS_LITTLE_ENDIAN ? value : Short.reverseBytes(value);
        if (array == null)
        {
            UnsafeApi.putShort(address + field, bits);
        }
        else
        {
            UnsafeApi.putShort(array, address + field, bits);
        }
    }

    private byte byteAt(final int field)
    {
        return array == null ? UnsafeApi.getByte(address + field) : UnsafeApi.getByte(array, address + field);
    }

    private void byteAt(final int field, final byte value)
    {
        if (array == null)
        {
            UnsafeApi.putByte(address + field, value);
        }
        else
        {
            UnsafeApi.putByte(array, address + field, value);
        }
    }
}
