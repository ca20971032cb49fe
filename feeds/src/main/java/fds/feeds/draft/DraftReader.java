package fds.feeds.draft;

import java.util.List;

import fds.market.door.BadInputException;

/** Messages of one recording, in its order. Owned by the thread that reads. */
public interface DraftReader extends AutoCloseable
{
    /**
     * Read the next message.
     *
     * @param events empty; takes the events of the message, which may be none.
     * @return false at the end, and always from then on.
     * @throws BadInputException for a message that is none; the next call reads the one behind it.
     */
    boolean next(List<Draft> events);

    /**
     * Where the message stands.
     *
     * @return line of the file, 1 and up; the header is a line too.
     */
    long lineNumber();

    /**
     * A complaint of the current message.
     *
     * @param field   in the source's own word.
     * @param value   that was found.
     * @param allowed what would be right.
     * @return to be thrown.
     */
    BadInputException bad(String field, String value, String allowed);

    @Override
    void close();
}
