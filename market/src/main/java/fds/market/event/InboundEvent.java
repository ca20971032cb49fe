package fds.market.event;

import java.nio.charset.StandardCharsets;

import fds.market.memory.NativeBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An event as a feed hands it in: the 128 bytes, the receive time, and the texts that do not yet have an id.
 * <p>
 * One fixed slot of {@value #LENGTH} bytes. The feed calls {@link #clear()}, fills {@link #event()}, and gives ids by
 * {@link #id(TextField, CharSequence)}: decimal ids become numbers here, other texts are kept for the sequencer. Owned
 * by the thread that fills it until it is handed over.
 */
public final class InboundEvent
{
    /** Longest text that an id may have, in UTF-8 bytes: a transaction hash with its 0x. */
    public static final int TEXT_MAX_BYTES = 66;

    private static final int RECEIVE_TIME = MarketEvent.LENGTH;
    private static final int TEXT_MASK = RECEIVE_TIME + 8;
    private static final int TEXTS = TEXT_MASK + 8;
    private static final int TEXT_STRIDE = 68; // [length byte][up to 66 bytes]
    private static final TextField[] FIELDS = TextField.values();

    /** Bytes of an inbound slot. */
    public static final int LENGTH = (TEXTS + FIELDS.length * TEXT_STRIDE + 63) & ~63;

    private final UnsafeBuffer buffer;
    private final MarketEvent event = new MarketEvent();
    private int offset;

    /** An inbound event with memory of its own. */
    public InboundEvent()
    {
        this(NativeBuffer.allocate(LENGTH), 0);
    }

    /**
     * A view on a slot of a ring.
     *
     * @param memory of the ring.
     * @param offset of the slot.
     */
    public InboundEvent(final UnsafeBuffer memory, final int offset)
    {
        buffer = memory;
        this.offset = offset;
        event.wrap(memory, offset);
    }

    /**
     * An inbound event whose 128 bytes lie elsewhere, so that they can be filled where they are needed. It is the view
     * of {@link #event()} that is moved, not this.
     *
     * @param events memory of the 128 bytes.
     */
    public InboundEvent(final DirectBuffer events)
    {
        buffer = NativeBuffer.allocate(LENGTH);
        event.wrap(events, 0);
    }

    /**
     * Move to another slot.
     *
     * @param offset of the slot.
     * @return this.
     */
    public InboundEvent at(final int offset)
    {
        this.offset = offset;
        event.at(offset);
        return this;
    }

    /**
     * Everything absent.
     *
     * @return this.
     */
    public InboundEvent clear()
    {
        event.clear();
        buffer.putLong(offset + RECEIVE_TIME, Absent.VALUE);
        buffer.putLong(offset + TEXT_MASK, 0);
        return this;
    }

    /**
     * The 128 bytes, to fill.
     *
     * @return view on this slot's event.
     */
    public MarketEvent event()
    {
        return event;
    }

    /**
     * When it was received.
     *
     * @return UTC nanoseconds since 1970, or {@link Absent#VALUE}: then venue time makes engine time.
     */
    public long receiveTimeNanos()
    {
        return buffer.getLong(offset + RECEIVE_TIME);
    }

    /**
     * When it was received.
     *
     * @param receiveTimeNanos UTC nanoseconds since 1970, or {@link Absent#VALUE}.
     */
    public void receiveTimeNanos(final long receiveTimeNanos)
    {
        buffer.putLong(offset + RECEIVE_TIME, receiveTimeNanos);
    }

    /**
     * Give a field as text. Decimal text from 0 to 2⁶³−1 without sign or leading zero becomes that number; other text
     * is kept, and the sequencer gives its id. Empty text leaves the field absent.
     *
     * @param field to fill.
     * @param text  as the source wrote it, at most {@value #TEXT_MAX_BYTES} bytes in UTF-8.
     * @return false when the text is too long, and nothing was changed.
     */
    public boolean id(final TextField field, final CharSequence text)
    {
        final long number = parseDecimal(text);
        if (text.length() == 0)
        {
            return true;
        }
        if ((number > 0 || isZero(text)) && field != TextField.REASON)
        {
            set(field, number); // 0 stays 0: unknown, and never equal to another unknown
            return true;
        }

        final int at = offset + TEXTS + field.ordinal() * TEXT_STRIDE;
        int length = 0;
        if (isAscii(text))
        {
            if (text.length() > TEXT_MAX_BYTES)
            {
                return false;
            }
            for (; length < text.length(); length++)
            {
                buffer.putByte(at + 1 + length, (byte)text.charAt(length));
            }
        }
        else
        {
            final byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > TEXT_MAX_BYTES)
            {
                return false;
            }
            length = bytes.length;
            buffer.putBytes(at + 1, bytes);
        }
        buffer.putByte(at, (byte)length);
        buffer.putLong(offset + TEXT_MASK, texts() | 1L << field.ordinal());
        return true;
    }

    /**
     * Which fields were given as text.
     *
     * @return bit {@code field.ordinal()} for each.
     */
    public long texts()
    {
        return buffer.getLong(offset + TEXT_MASK);
    }

    /**
     * The memory of the slot's texts.
     *
     * @return buffer to read from.
     */
    public DirectBuffer buffer()
    {
        return buffer;
    }

    /**
     * Where a field's text begins.
     *
     * @param field a field whose bit is set in {@link #texts()}.
     * @return offset in {@link #buffer()}.
     */
    public int textOffset(final TextField field)
    {
        return offset + TEXTS + field.ordinal() * TEXT_STRIDE + 1;
    }

    /**
     * How long a field's text is.
     *
     * @param field a field whose bit is set in {@link #texts()}.
     * @return bytes, 1 to {@value #TEXT_MAX_BYTES}.
     */
    public int textLength(final TextField field)
    {
        return buffer.getByte(offset + TEXTS + field.ordinal() * TEXT_STRIDE);
    }

    /**
     * Write a field's id into the event.
     *
     * @param field to fill.
     * @param id    its number.
     */
    public void set(final TextField field, final long id)
    {
        switch (field)
        {
            case ORDER -> event.orderId(id);
            case COUNTER_ORDER -> event.counterOrderId(id);
            case ACCOUNT -> event.accountId(id);
            case COUNTER_ACCOUNT -> event.counterAccountId(id);
            case REFERENCE -> event.reference(id);
            case REASON -> event.reasonId((int)id);
        }
    }

    /**
     * Copy the whole slot from another.
     *
     * @param source to copy.
     */
    public void copyFrom(final InboundEvent source)
    {
        event.copyFrom(source.event); // which may lie elsewhere than the rest, in either of the two
        buffer.putBytes(offset + RECEIVE_TIME, source.buffer, source.offset + RECEIVE_TIME, LENGTH - RECEIVE_TIME);
    }

    /**
     * The number a decimal text stands for.
     *
     * @param text any.
     * @return 1 to 2⁶³−1, or 0 when the text is not such a number in its one canonical form.
     */
    public static long parseDecimal(final CharSequence text)
    {
        final int length = text.length();
        if (length == 0 || length > 19 || text.charAt(0) == '0')
        {
            return 0;
        }
        long number = 0;
        for (int i = 0; i < length; i++)
        {
            final int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9)
            {
                return 0;
            }
            number = number * 10 + digit;
        }
        return Math.max(number, 0);
    }

    private static boolean isZero(final CharSequence text)
    {
        return text.length() == 1 && text.charAt(0) == '0';
    }

    private static boolean isAscii(final CharSequence text)
    {
        for (int i = 0; i < text.length(); i++)
        {
            if (text.charAt(i) >= 0x80)
            {
                return false;
            }
        }
        return true;
    }
}
