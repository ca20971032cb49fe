package fds.feeds.raw;

/**
 * How one venue writes its messages. Owned by the thread that reads; keeps what the venue tells once, such as the
 * numbers of channels.
 */
public interface Dialect
{
    /**
     * Read one message.
     *
     * @param message of the venue.
     * @param told    takes the events; a message that is no event of the market is named by {@link Told#nothing}.
     * @throws fds.market.door.BadInputException when it is no message of this venue, or a part is bad; made by
     *                                           {@link Json#bad}.
     */
    void read(Recorded message, Told told);
}
