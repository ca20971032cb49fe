package fds.feeds.draft;

import fds.feeds.source.ByteSource;

/** What one source's recordings are: by what they are known, and how they are read. */
public abstract class Recording
{
    private final String word;

    /**
     * One kind of recording.
     *
     * @param word the format's name.
     */
    protected Recording(final String word)
    {
        this.word = word;
    }

    /**
     * The format's name.
     *
     * @return lower case, with hyphens.
     */
    public final String word()
    {
        return word;
    }

    /**
     * Whether an input begins as this recording does.
     *
     * @param line first line without its end.
     * @param head first bytes as text, some lines.
     * @return true for a recording of this kind.
     */
    public abstract boolean isHeadedBy(String line, String head);

    /**
     * Whether messages stand in the order of their times; if not, they are sorted in memory first.
     *
     * @return true unless overridden.
     */
    public boolean isInTimeOrder()
    {
        return true;
    }

    /**
     * Whether the newest message stands first, also among those of one time.
     *
     * @return false unless overridden; true only beside {@link #isInTimeOrder} false.
     */
    public boolean isNewestFirst()
    {
        return false;
    }

    /**
     * Whether all its inputs are read one behind the other, by their first times, so that an instrument has one tick
     * and one lot in all of them. Else they are merged.
     *
     * @return false unless overridden.
     */
    public boolean isOneStream()
    {
        return false;
    }

    /**
     * What is taken for granted beside ticks and lots.
     *
     * @return a sentence without its stop, or empty.
     */
    public String assumption()
    {
        return "";
    }

    /**
     * The venue that a file is of.
     *
     * @param fileName without its folder.
     * @return its name.
     */
    public abstract String venue(String fileName);

    /**
     * Open a recording.
     *
     * @param source a file.
     * @return its messages.
     */
    public abstract DraftReader open(ByteSource source);
}
