package fds.journal.seal;

import java.io.IOException;
import java.util.List;

/**
 * A place outside the journal's directory where the heads of a seal are published, so that whoever can write the
 * directory cannot take them back. Owned by one thread; may block.
 */
public interface Anchor extends AutoCloseable
{
    /**
     * The place's name, as given on the command line.
     *
     * @return without secrets and blanks.
     */
    String name();

    /**
     * Publish a head.
     *
     * @param block the newest.
     * @return where it can be found there: a word without blanks, for the receipt.
     * @throws IOException when it was not published, as far as can be told; it is tried again with a newer one.
     */
    String publish(SealedBlock block) throws IOException;

    /**
     * The heads that were published there.
     *
     * @param journal id, 32 hexadecimal digits.
     * @return all that the place keeps, at least the newest; empty when it has none of this journal.
     * @throws IOException when it cannot be asked.
     */
    List<SealHead> published(String journal) throws IOException;

    /** Nothing to give back, unless told otherwise. */
    @Override
    default void close()
    {
    }
}
