package fds.feeds.csv;

/** Gives the text back that an id stands for. */
@FunctionalInterface
public interface IdTexts
{
    /** For events whose ids are all numbers. */
    IdTexts NONE = (venueId, idSpace, id) -> null;

    /**
     * Look up a text.
     *
     * @param venueId of the event.
     * @param idSpace one of {@link fds.market.event.IdSpace}; for the group of an OWNER_GROUP its own space.
     * @param id      below 0, or for reasons any but 0.
     * @return the text, or null when there is none for this id.
     */
    CharSequence text(int venueId, int idSpace, long id);

    /**
     * Another name for an id that is a number itself.
     *
     * @param venueId of the event.
     * @param idSpace as above.
     * @param id      above 0.
     * @return the name, or null: the number is written.
     */
    default CharSequence nameOfNumber(final int venueId, final int idSpace, final long id)
    {
        return null;
    }
}
