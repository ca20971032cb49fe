package fds.market.memory;

import java.nio.ByteBuffer;

import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A buffer that is known to lie outside the heap. Where {@link UnsafeBuffer} may lie on either side, the compiler must
 * take each access for one that could change any field, and reads all fields anew behind it; here a word is read and
 * written by one instruction. Not to be wrapped around anything else.
 */
public final class NativeBuffer extends UnsafeBuffer
{
    private final long address;

    /**
     * A view on memory that someone else owns.
     *
     * @param address of the first byte.
     * @param length  bytes.
     */
    public NativeBuffer(final long address, final int length)
    {
        super(address, length);
        this.address = address;
    }

    private NativeBuffer(final ByteBuffer direct)
    {
        super(direct);
        address = super.addressOffset();
    }

    /**
     * New memory, all zero, that begins with a cache line.
     *
     * @param length bytes.
     * @return its buffer.
     */
    public static NativeBuffer allocate(final int length)
    {
        return new NativeBuffer(BufferUtil.allocateDirectAligned(length, 64));
    }

    @Override
    public long getLong(final int index)
    {
        if (SHOULD_BOUNDS_CHECK)
        {
            boundsCheck0(index, Long.BYTES);
        }
        return UnsafeApi.getLong(address + index);
    }

    @Override
    public void putLong(final int index, final long value)
    {
        if (SHOULD_BOUNDS_CHECK)
        {
            boundsCheck0(index, Long.BYTES);
        }
        UnsafeApi.putLong(address + index, value);
    }

    @Override
    public int getInt(final int index)
    {
        if (SHOULD_BOUNDS_CHECK)
        {
            boundsCheck0(index, Integer.BYTES);
        }
        return UnsafeApi.getInt(address + index);
    }

    @Override
    public void putInt(final int index, final int value)
    {
        if (SHOULD_BOUNDS_CHECK)
        {
            boundsCheck0(index, Integer.BYTES);
        }
        UnsafeApi.putInt(address + index, value);
    }

    /**
     * As with an int, for the path: an int is added to and widened at each access, a long is part of the instruction.
     *
     * @param index of the first byte.
     * @return the word there.
     */
    public long getLong(final long index)
    {
        if (SHOULD_BOUNDS_CHECK)
        {
            boundsCheck0(Math.toIntExact(index), Long.BYTES);
        }
        return UnsafeApi.getLong(address + index);
    }

    /**
     * As with an int, for the path.
     *
     * @param index of the first byte.
     * @param value to put.
     */
    public void putLong(final long index, final long value)
    {
        if (SHOULD_BOUNDS_CHECK)
        {
            boundsCheck0(Math.toIntExact(index), Long.BYTES);
        }
        UnsafeApi.putLong(address + index, value);
    }

    /**
     * As with an int, for the path.
     *
     * @param index of the first byte.
     * @return the int there.
     */
    public int getInt(final long index)
    {
        if (SHOULD_BOUNDS_CHECK)
        {
            boundsCheck0(Math.toIntExact(index), Integer.BYTES);
        }
        return UnsafeApi.getInt(address + index);
    }

    /**
     * As with an int, for the path.
     *
     * @param index of the first byte.
     * @param value to put.
     */
    public void putInt(final long index, final int value)
    {
        if (SHOULD_BOUNDS_CHECK)
        {
            boundsCheck0(Math.toIntExact(index), Integer.BYTES);
        }
        UnsafeApi.putInt(address + index, value);
    }

    /**
     * Set words to zero, one store each: {@link #setMemory} is a call into the virtual machine, dear for a few lines.
     *
     * @param index  of the first byte.
     * @param length in bytes, a multiple of 8.
     */
    public void zero(final long index, final int length)
    {
        if (SHOULD_BOUNDS_CHECK)
        {
            boundsCheck0(Math.toIntExact(index), length);
        }
        for (long at = address + index, end = at + length; at < end; at += Long.BYTES)
        {
            UnsafeApi.putLong(at, 0);
        }
    }
}
