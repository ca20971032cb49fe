package fds.app.view;

import fds.market.instrument.Instrument;

/** Gives names back for the numbers in events and decisions. */
public interface TextResolver
{
    /**
     * An instrument as it was defined when something happened.
     *
     * @param instrumentId dense number.
     * @param sequence     of the event that names it.
     * @return the version in force then, the first one known for an earlier sequence, or null when it is not known.
     */
    Instrument instrument(int instrumentId, long sequence);

    /**
     * A venue's name.
     *
     * @param venueId dense number.
     * @return its name, {@code Vn} when no instrument tells it, or null for 0.
     */
    String venue(int venueId);

    /**
     * The text behind an id: as the source wrote it.
     *
     * @param venueId whose id it is.
     * @param idSpace one of {@link fds.market.event.IdSpace}.
     * @param id      above 0 a plain number; below 0 one that stands for a text; 0 is absent.
     * @return text, {@code unknown:id} where the text is not known, or null for 0.
     */
    String text(int venueId, int idSpace, long id);

    /**
     * How a text is shown that stands in a record itself.
     *
     * @param idSpace what it names.
     * @param text    as the source wrote it, or null.
     * @return the same, or its pseudonym.
     */
    default String shown(final int idSpace, final String text)
    {
        return text;
    }

    /**
     * Whether people are shown under pseudonyms: what could name one in a way that cannot be replaced is left out.
     *
     * @return false unless it was asked for.
     */
    default boolean isPseudonymous()
    {
        return false;
    }
}
