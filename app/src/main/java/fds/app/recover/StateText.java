package fds.app.recover;

import java.nio.charset.StandardCharsets;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.concurrent.UnsafeBuffer;

/** Texts in a state: their length in bytes, then UTF-8. */
public final class StateText
{
    private StateText()
    {
    }

    /**
     * Write a text.
     *
     * @param state to write to.
     * @param text  any.
     */
    public static void put(final StateWriter state, final String text)
    {
        final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        state.putLong(utf8.length);
        state.putBytes(new UnsafeBuffer(utf8), 0, utf8.length);
    }

    /**
     * Read a text.
     *
     * @param state to read from.
     * @return as it was written.
     */
    public static String get(final StateReader state)
    {
        final byte[] utf8 = new byte[Math.toIntExact(state.getLong())];
        state.getBytes(new UnsafeBuffer(utf8), 0, utf8.length);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
