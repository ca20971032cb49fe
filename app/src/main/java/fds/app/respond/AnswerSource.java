package fds.app.respond;

import java.util.List;

/** Gives answers to the thread that reads a feed, between its events. */
public interface AnswerSource
{
    /** Nobody says anything. */
    AnswerSource NONE = (timeNanos, atEnd) -> List.of();

    /**
     * What is to be taken in before the next event. Asked for every event, so an empty answer must cost nothing.
     *
     * @param timeNanos of the next event, or {@link fds.market.event.Absent#VALUE} when it has none.
     * @param atEnd     true: there are no more events.
     * @return answers in their order, mostly none.
     */
    List<Answer> before(long timeNanos, boolean atEnd);
}
