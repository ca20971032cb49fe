package fds.engine.stage;

import java.util.Locale;

import fds.market.control.ControlFrames;
import fds.market.door.FrameSink;
import fds.market.instrument.Instrument;
import fds.market.owner.Role;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** Tells what the engine knows as the control records that taught it, to a sink that was not there then. */
public final class Retold
{
    private static final int ROOM_BYTES = 4096;

    private final FrameSink sink;
    private final ControlFrames frames = new ControlFrames();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(ROOM_BYTES);

    /**
     * Tell nothing yet.
     *
     * @param sink shown one record at a time, with sequence and time 0.
     */
    public Retold(final FrameSink sink)
    {
        this.sink = sink;
    }

    /**
     * Tell an instrument.
     *
     * @param instrument its newest version.
     */
    public void instrument(final Instrument instrument)
    {
        tell(frames.encodeInstrument(buffer, 0, instrument));
    }

    /**
     * Tell which number stands for a text.
     *
     * @param venueId of the text.
     * @param space   one of {@link fds.market.event.IdSpace}.
     * @param id      below 0.
     * @param text    holds its bytes in UTF-8.
     * @param offset  of the first.
     * @param length  in bytes.
     */
    public void text(
        final int venueId,
        final int space,
        final long id,
        final DirectBuffer text,
        final int offset,
        final int length)
    {
        tell(frames.encodeId(buffer, 0, venueId, space, id, text, offset, length));
    }

    /**
     * Tell whose an account is.
     *
     * @param venueId of the account.
     * @param account id.
     * @param group   id, or {@link fds.market.event.Absent#UNKNOWN_ID}: its own.
     * @param role    code of {@link Role}.
     */
    public void account(final int venueId, final long account, final long group, final int role)
    {
        final String word = role == Role.NONE.ordinal() ? "" : Role.values()[role].name().toLowerCase(Locale.ROOT);
        tell(frames.encodeAccount(buffer, 0, venueId, account, group, word));
    }

    private void tell(final int length)
    {
        ControlFrames.stamp(buffer, 0, 0, 0);
        sink.onFrames(buffer, 0, length);
    }
}
