package fds.risk.total;

import java.util.Set;

import fds.market.account.AccountHandler;
import fds.market.account.AccountHandlerFactory;
import fds.market.account.DecisionSink;
import fds.market.detector.Need;
import fds.market.reference.ReferenceData;

/**
 * Makes the handler of risk.
 *
 * @param config what decides.
 */
public record RiskFactory(RiskConfig config) implements AccountHandlerFactory
{
    /** More than this is not handed over in one piece, and begins anew. */
    private static final long CONTINUED_BYTES_MAX = 1L << 30;

    @Override
    public long kinds()
    {
        return RiskMonitor.KINDS;
    }

    @Override
    public Set<Need> needs()
    {
        return Set.of(Need.QUOTES);
    }

    @Override
    public AccountHandler create(final ReferenceData reference, final DecisionSink decisions)
    {
        return new RiskMonitor(config, reference, decisions);
    }

    @Override
    public boolean canContinue(final AccountHandlerFactory before)
    {
        return before instanceof RiskFactory other && config.capacity().equals(other.config.capacity()) &&
            RiskMonitor.bytes(config.capacity(), 0) <= CONTINUED_BYTES_MAX;
    }
}
