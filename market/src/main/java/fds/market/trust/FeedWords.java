package fds.market.trust;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;

/**
 * From the id of a FEED_STATUS's reason to what it says: ids are given to texts as they come, and only a few texts mean
 * something here. Each shard holds the same. Owned by one thread.
 * <p>
 * Bounded: {@value #CAPACITY} ids, a few for each venue. Behind them further ids say {@link FeedWord#UNTRUSTED}: a
 * status that cannot be read is no ground for trust.
 */
public final class FeedWords
{
    /** Most ids kept. */
    public static final int CAPACITY = 1024;

    private final long[] ids = new long[CAPACITY];
    private final FeedWord[] words = new FeedWord[CAPACITY];
    private int size;
    private boolean isFull;

    /**
     * A reason got an id.
     *
     * @param id     of it.
     * @param buffer of its text.
     * @param offset of the text's first byte.
     * @param length of the text in bytes.
     */
    public void onReason(final long id, final DirectBuffer buffer, final int offset, final int length)
    {
        put(id, FeedWord.of(buffer, offset, length));
    }

    /**
     * Say what an id stands for.
     *
     * @param id   of a reason.
     * @param word as its text says; {@link FeedWord#NONE} is not kept.
     */
    public void put(final long id, final FeedWord word)
    {
        if (word == FeedWord.NONE)
        {
            return;
        }
        if (size == CAPACITY)
        {
            isFull = true;
            return;
        }
        ids[size] = id;
        words[size] = word;
        size++;
    }

    /**
     * What a reason says.
     *
     * @param id of a reason, 0 when there was none.
     * @return its word.
     */
    public FeedWord of(final long id)
    {
        for (int i = 0; i < size; i++)
        {
            if (ids[i] == id)
            {
                return words[i];
            }
        }
        return isFull && id != 0 ? FeedWord.UNTRUSTED : FeedWord.NONE;
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(size);
        state.putLong(isFull ? 1 : 0);
        for (int i = 0; i < size; i++)
        {
            state.putLong(ids[i]);
            state.putLong(words[i].ordinal());
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        size = (int)state.getLong();
        isFull = state.getLong() == 1;
        for (int i = 0; i < size; i++)
        {
            ids[i] = state.getLong();
            words[i] = FeedWord.values()[(int)state.getLong()];
        }
    }
}
