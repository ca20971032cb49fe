package fds.feeds.simulator.abuse;

import fds.feeds.simulator.agent.Addresses;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Mirrored positions: two accounts of one hand that the venue does not know to belong together bring about the same
 * money and open opposite positions in a perpetual against each other, so that open interest seems to be there that
 * bears no risk. Later they close it against each other, or leave it for what they plan. What somebody else took of
 * their orders is not in the label.
 */
public final class MirroredPositionEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final int LOOKS = 200;

    private final boolean isClosing;
    private final long roundNanos;
    private final long reactionNanos;
    private final long fundingNanos;
    private final long holdNanos;
    private final int marginPercent;
    private final int rounds;
    private final long roundLots;
    private int funded;
    private int roundsLeft;
    private int looks;
    private boolean isBack;
    private int buyer;
    private WorkingOrder posted;
    private int postedBy;

    /**
     * Not begun.
     *
     * @param stage  to act on.
     * @param perp   where.
     * @param first  account of the hand.
     * @param second another, of another owner as far as the venue knows.
     */
    public MirroredPositionEpisode(
        final Stage stage, final SimulatedMarket perp, final int first, final int second)
    {
        super(stage, perp, "mirrored_positions", "D33", first, second);
        final long interest = Math.max(perp.judgedMinuteLots() / 2, venue.ledger.openInterest(perp.index));
        rounds = (int)random.between(1, 12);
        roundsLeft = rounds;
        roundLots = perp.inRange(1 + interest * random.between(200, 2_500) / 1_000 / rounds);
        isClosing = random.below(3) > 0;
        roundNanos = random.between(50, 5_000) * MILLI_NANOS;
        reactionNanos = random.between(1, 60) * random.between(1, 60) * MILLI_NANOS / 10;
        fundingNanos = random.between(200, 30_000) * MILLI_NANOS;
        holdNanos = random.between(2_000, 60_000) * MILLI_NANOS;
        marginPercent = (int)random.between(140, 500);
        buyer = random.below(2);
    }

    @Override
    public boolean mayMeet(final int aggressor, final int resting)
    {
        return aggressor != resting && (resting == account(0) || resting == account(1));
    }

    @Override
    protected boolean isPattern(final int kind, final int instrumentId, final boolean isMeeting)
    {
        return kind == Kind.DEPOSIT || kind == Kind.TRADE && isMeeting;
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (funded < 2)
        {
            fund(account(funded++));
            return nowNanos + 1 + Distributions.exponential(random, fundingNanos);
        }
        if (posted != null)
        {
            hit();
            return nowNanos + 1 + Distributions.exponential(random, roundNanos);
        }
        if (roundsLeft == 0)
        {
            return end(nowNanos);
        }
        post();
        return posted == null && looks > LOOKS ? nowNanos :
            nowNanos + 1 + Distributions.exponential(random, reactionNanos);
    }

    /** About the same for both, whatever they have already: it has come from one purse. */
    private void fund(final int account)
    {
        final long tier = new long[]{0, 100, 50, 20}[market.instrument.tier()];
        final long notional = venue.ledger.notional(market.index, market.valueTicks(), roundLots) * rounds;
        final long units = notional / tier / 100 * marginPercent / 1_000 * random.between(990, 1_010);
        stage.treasury().deposit(account, Math.max(Ledger.UNIT, units), Addresses.of(account, 3), this);
    }

    private void post()
    {
        looks++;
        if (!market.isTwoSided())
        {
            return;
        }
        postedBy = random.below(2);
        final int side = postedBy == buyer ? Side.BUY : Side.SELL;
        final long inside = market.spreadTicks() < 2 ? 0 :
            1 + random.below((int)Math.min(1_000, market.spreadTicks() - 1));
        final long lots = isBack ? held(postedBy) / Math.max(1, roundsLeft) : roundLots * random.between(70, 130) / 100;
        final WorkingOrder order =
            rest(market, account(postedBy), side, market.better(side, market.touchTicks(side), inside), lots);
        posted = order.isLive() ? order : null;
    }

    private void hit()
    {
        if (posted.isLive())
        {
            final int other = 1 - postedBy;
            // Others who stand at the same price before it must be taken along.
            final int side = other == buyer ? Side.BUY : Side.SELL;
            final long lots = posted.openLots();
            take(market, account(other), side,
                market.depthLots(Side.opposite(side), posted.priceTicks(), 3 * lots), 0);
            posted.cancel();
        }
        posted = null;
        roundsLeft--;
    }

    private long end(final long nowNanos)
    {
        if (!isBack && isClosing && held(0) > 0)
        {
            isBack = true;
            looks = 0;
            buyer = 1 - buyer;
            roundsLeft = (int)random.between(1, rounds);
            return nowNanos + holdNanos;
        }
        return nowNanos;
    }

    private long held(final int place)
    {
        return Math.abs(gain().lots(market, place));
    }
}
