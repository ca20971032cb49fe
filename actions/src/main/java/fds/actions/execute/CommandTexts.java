package fds.actions.execute;

/** Gives the source's own words for the numbers in a record. Asked on the account stage's thread. */
public interface CommandTexts
{
    /**
     * A venue's name.
     *
     * @param venueId number.
     * @return name, or null for 0.
     */
    String venue(int venueId);

    /**
     * An account as the source wrote it.
     *
     * @param venueId of it.
     * @param account id.
     * @return text, or null for 0.
     */
    String account(int venueId, long account);

    /**
     * An order as the source wrote it.
     *
     * @param venueId of it.
     * @param order   id.
     * @return text, or null for 0.
     */
    String order(int venueId, long order);

    /**
     * A reference as the source wrote it.
     *
     * @param venueId   of it.
     * @param reference id.
     * @return text, or null for 0.
     */
    String reference(int venueId, long reference);

    /**
     * An instrument's symbol.
     *
     * @param instrumentId number.
     * @param sequence     of what names it.
     * @return symbol, or null for 0.
     */
    String instrument(int instrumentId, long sequence);
}
