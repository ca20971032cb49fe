package fds.engine.sequencer;

import org.agrona.DirectBuffer;

/** Is shown the texts of the dictionaries. */
@FunctionalInterface
public interface TextVisitor
{
    /**
     * One text.
     *
     * @param venueId of the text.
     * @param space   one of {@link fds.market.event.IdSpace}.
     * @param id      that stands for it, below 0.
     * @param text    holds its bytes in UTF-8; valid only during the call.
     * @param offset  of the first.
     * @param length  in bytes.
     */
    void onText(int venueId, int space, long id, DirectBuffer text, int offset, int length);
}
