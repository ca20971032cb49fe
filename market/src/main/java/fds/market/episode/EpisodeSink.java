package fds.market.episode;

import org.agrona.DirectBuffer;

/** Takes the Detection records of findings and episodes, in order. Called on the account stage's thread. */
public interface EpisodeSink
{
    /**
     * A record is complete.
     *
     * @param buffer valid only during the call.
     * @param offset of the first byte.
     * @param length in bytes.
     */
    void onRecord(DirectBuffer buffer, int offset, int length);

    /**
     * No room for another episode: the quietest is about to be closed.
     *
     * @param alert     that will be closed.
     * @param sequence  of the event that needs the room.
     * @param timeNanos engine time.
     */
    void onEpisodesFull(long alert, long sequence, long timeNanos);
}
