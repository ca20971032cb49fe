package fds.feeds.raw;

/**
 * One line of a recording.
 *
 * @param direction        what it is.
 * @param url              of the connection or the request; empty where the line does not tell.
 * @param receiveTimeNanos UTC nanoseconds since 1970; {@link fds.market.event.Absent#VALUE} where not told.
 * @param body             the message; {@link Json#NONE} of a connection.
 */
public record Recorded(Direction direction, String url, long receiveTimeNanos, Json body)
{
    /** What a line tells. */
    public enum Direction
    {
        /** A connection was opened. */
        CONNECTED,

        /** A message that the recorder sent. */
        SENT,

        /** A message of the venue. */
        RECEIVED,

        /** The venue's answer to a request by HTTP. */
        ANSWERED
    }
}
