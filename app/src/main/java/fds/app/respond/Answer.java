package fds.app.respond;

import fds.actions.execute.ActionRecord;
import fds.actions.policy.AckStatus;
import fds.engine.sequencer.Sequencer;

/**
 * What a person or the venue says about an action.
 *
 * @param timeNanos UTC nanoseconds: a replay takes it in before the first event behind this time; 0: at once.
 * @param isPerson  true: an approval or refusal; false: an acknowledgement.
 * @param action    id.
 * @param code      of a person: 1 granted, 0 refused; of the venue: {@link AckStatus#code()}.
 * @param by        who says so; empty for an acknowledgement without a name.
 * @param text      reason or detail.
 */
public record Answer(long timeNanos, boolean isPerson, long action, int code, String by, String text)
{
    /** Longest name. */
    public static final int BY_MAX = 200;
    /** Longest reason or detail. */
    public static final int TEXT_MAX = 2000;

    /**
     * A person's word.
     *
     * @param timeNanos UTC nanoseconds.
     * @param action    id.
     * @param granted   whether it may be done.
     * @param by        name.
     * @param text      reason.
     * @return the answer.
     */
    public static Answer ofPerson(
        final long timeNanos, final long action, final boolean granted, final String by, final String text)
    {
        return new Answer(timeNanos, true, action, granted ? 1 : 0, by, text);
    }

    /**
     * The same, without a time: taken in at once.
     *
     * @return a copy.
     */
    Answer now()
    {
        return new Answer(0, isPerson, action, code, by, text);
    }

    /**
     * Give it to the engine; called on the sequencer's thread.
     *
     * @param sequencer of the engine.
     */
    public void tell(final Sequencer sequencer)
    {
        if (isPerson)
        {
            sequencer.approve(action, code != 0, by, text);
        }
        else
        {
            sequencer.acknowledge(action, code, text);
        }
    }

    /** What makes it the same answer as one in a journal, which keeps no time of its own and no name of the venue. */
    String identity()
    {
        return isPerson + ":" + ActionRecord.hex(action) + ":" + code + ":" + (isPerson ? by : "") + ":" + text;
    }

    String verdict()
    {
        return isPerson ? code != 0 ? "granted" : "refused" : AckStatus.of(code).word();
    }
}
