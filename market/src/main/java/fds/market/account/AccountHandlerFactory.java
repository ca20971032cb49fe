package fds.market.account;

import java.util.Set;

import fds.market.detector.Need;
import fds.market.reference.ReferenceData;

/** Makes a handler of the account stage, with the parameters it has. Used when a CONFIG record takes effect. */
public interface AccountHandlerFactory
{
    /**
     * What the handler wants to be shown.
     *
     * @return mask of event kinds, 0 for none; TICK may be one of them.
     */
    long kinds();

    /**
     * What the markets keep so that their views tell it.
     *
     * @return possibly none.
     */
    Set<Need> needs();

    /**
     * Make the handler.
     *
     * @param reference instruments, owners and rates as of the event being handled: the account stage's own copy.
     * @param decisions to tell what it decides.
     * @return a new handler.
     */
    AccountHandler create(ReferenceData reference, DecisionSink decisions);

    /**
     * Whether a handler of this factory can go on with what one of another factory kept: then a new configuration
     * forgets nothing, and judges what is known by its own parameters. It can when its tables have the same shape.
     *
     * @param before factory of the configuration before.
     * @return true when {@link AccountHandler#read} takes what the other wrote.
     */
    default boolean canContinue(final AccountHandlerFactory before)
    {
        return false;
    }
}
