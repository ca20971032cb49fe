package fds.actions.policy;

import java.util.Set;

import fds.market.account.AccountHandler;
import fds.market.account.AccountHandlerFactory;
import fds.market.account.DecisionSink;
import fds.market.detector.Need;
import fds.market.event.Kind;
import fds.market.reference.ReferenceData;

/** Makes the response policy for the account stage. It stands behind risk, whose changes it answers. */
public final class ResponseFactory implements AccountHandlerFactory
{
    /** Bytes of an action that is kept, its indexes included. */
    public static final int ACTION_BYTES = ActionBook.ROW_BYTES;

    private static final long KINDS = Kind.mask(Kind.TICK, Kind.ORDER_REQUEST, Kind.WITHDRAW_REQUEST);

    private final PolicyConfig config;

    /**
     * Make policies of one configuration.
     *
     * @param config what is done, and how often.
     */
    public ResponseFactory(final PolicyConfig config)
    {
        this.config = config;
    }

    /**
     * For how long and how often, and what is kept.
     *
     * @return limits.
     */
    public PolicyLimits limits()
    {
        return config.limits();
    }

    /**
     * Bytes of an account that is kept, its index included.
     *
     * @return bytes.
     */
    public int accountBytes()
    {
        return Standings.rowBytes(config.limits());
    }

    @Override
    public long kinds()
    {
        return KINDS;
    }

    @Override
    public Set<Need> needs()
    {
        return Set.of();
    }

    @Override
    public AccountHandler create(final ReferenceData reference, final DecisionSink decisions)
    {
        return new ResponsePolicy(config, reference.owners(), decisions);
    }

    @Override
    public boolean canContinue(final AccountHandlerFactory before)
    {
        return before instanceof ResponseFactory other && config.limits().hasShapeOf(other.limits());
    }
}
