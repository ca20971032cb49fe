package fds.risk.total;

import fds.market.risk.RiskPart;
import fds.risk.table.Exact;
import fds.risk.table.Parts;

/**
 * Makes one total of the four areas: each takes its weighted share of what the others left, so the total grows with
 * every area and stays below 100 until one of them is whole. In millionths of the whole; owned by one thread.
 */
final class Total
{
    private static final long WHOLE = 1_000_000L;
    private static final long PER_POINT = WHOLE / 100;

    private final TotalConfig config;

    Total(final TotalConfig config)
    {
        this.config = config;
    }

    /** The total, 0 to 100; each area that has points is added to the parts. */
    int of(final int pattern, final int compliance, final int position, final int market, final Parts parts)
    {
        long left = WHOLE;
        left -= take(RiskPart.PATTERN, left, pattern, config.patternPpm(), parts);
        left -= take(RiskPart.COMPLIANCE, left, compliance, config.compliancePpm(), parts);
        left -= take(RiskPart.POSITION, left, position, config.positionPpm(), parts);
        left -= take(RiskPart.MARKET, left, market, config.marketPpm(), parts);
        return (int)((WHOLE - left) / PER_POINT);
    }

    /** The total of two areas while the others have no points. */
    int of(final int position, final int market)
    {
        long left = WHOLE - share(WHOLE, position, config.positionPpm());
        left -= share(left, market, config.marketPpm());
        return (int)((WHOLE - left) / PER_POINT);
    }

    private static long share(final long left, final int points, final long weightPpm)
    {
        return Exact.mulDiv(left, weightPpm * points, WHOLE * 100);
    }

    private static long take(
        final RiskPart area, final long left, final int points, final long weightPpm, final Parts parts)
    {
        final long taken = share(left, points, weightPpm);
        if (points > 0)
        {
            parts.add(area, points, (int)taken);
        }
        return taken;
    }
}
