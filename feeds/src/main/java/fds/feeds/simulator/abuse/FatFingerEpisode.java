package fds.feeds.simulator.abuse;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * An order that nobody meant: a limit far through the market, a size that walks the book by five per cent and more, or
 * one that is ten to a hundred times the account's largest so far. Half of them ask for a verdict first; of those half
 * go on all the same (nobody stopped them) and half are refused by the venue.
 */
public final class FatFingerEpisode extends Episode
{
    private static final int WALK = 1;
    private static final int SIZE = 2;

    private final boolean isRequested;
    private final boolean isRefused;
    private int side;
    private long priceTicks;
    private long lots;
    private int flags;
    private long requested;
    private int handle = MatchingBook.NONE;
    private long number;
    private boolean isBegun;

    public FatFingerEpisode(
        final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "fat_finger", "D43", account);
        isRequested = random.below(2) == 0;
        isRefused = random.below(2) == 0;
    }

    @Override
    public boolean isErroneous()
    {
        return true;
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (handle != MatchingBook.NONE)
        {
            venue.cancel(market, handle, number, Reasons.USER);
            return nowNanos;
        }
        if (!isBegun)
        {
            isBegun = true;
            if (!isDecided())
            {
                return nowNanos;
            }
            if (isRequested)
            {
                requested = venue.request(market, account(0), side, priceTicks, lots, flags, this);
                return requested == 0 ? nowNanos : nowNanos + random.between(30_000, 500_000);
            }
        }
        return send(nowNanos);
    }

    private long send(final long nowNanos)
    {
        if (requested != 0 && isRefused)
        {
            venue.refuse(market, requested, account(0), side, (flags & Flags.MARKET) != 0 ? Absent.VALUE : priceTicks,
                lots, flags, tag(), Reasons.PRICE_BAND);
            return nowNanos;
        }
        if (venue.submit(market, account(0), side, priceTicks, lots, flags, this, requested))
        {
            // Somebody notices, and takes back what is left.
            handle = venue.restingHandle();
            number = requested == 0 ? venue.orderNumber() : requested;
            return nowNanos + random.between(500, 8_000) * 1_000_000L;
        }
        return nowNanos;
    }

    private boolean isDecided()
    {
        if (!market.isTwoSided())
        {
            return false;
        }
        side = 1 + random.below(2);
        // What does not fit the book or the account as they are gives way to a wrong price, which always does.
        final int what = random.below(3);
        return what == WALK && isWalk() && isAffordable() || what == SIZE && isSize() && isAffordable() ||
            isPrice() && isAffordable();
    }

    private boolean isAffordable()
    {
        return venue.canAfford(market, account(0), side, priceTicks, lots, flags);
    }

    /** Beyond what even the thinnest tier tolerates. */
    private boolean isPrice()
    {
        final long opposite = market.touchTicks(Side.opposite(side));
        final long percent = random.between(market.instrument.tier() == 3 ? 25 : 10, 60);
        priceTicks = market.better(side, opposite, opposite * percent / 100);
        lots = market.inRange(Distributions.size(random, market.usualLots));
        flags = random.below(2) == 0 ? Flags.IOC : 0;
        return true;
    }

    private boolean isWalk()
    {
        final long opposite = market.touchTicks(Side.opposite(side));
        final long depth = depthLots(market.better(side, opposite, opposite * random.between(52, 78) / 1000));
        priceTicks = market.better(side, opposite, opposite / 10);
        lots = market.inRange(depth);
        flags = random.below(2) == 0 ? Flags.MARKET : Flags.IOC;
        return depth > 0;
    }

    private boolean isSize()
    {
        final long largest = Math.max(market.largestLots[account(0)], market.largestMistakeLots[account(0)]);
        priceTicks = market.passive(side, market.better(side, market.touchTicks(side), -random.between(0, 20)));
        lots = largest * random.between(11, 100);
        flags = 0;
        return largest > 0 && priceTicks >= 1 && lots <= market.instrument.quantityMaxLots();
    }

    /** What stands between the touch and a price, and one order more: taking it moves the price that far. */
    private long depthLots(final long limit)
    {
        final MatchingBook book = market.book;
        final int of = Side.opposite(side);
        long sum = 0;
        for (int rank = 0; rank < book.levels(of); rank++)
        {
            int at = book.firstOf(of, rank);
            final long level = book.priceTicks(at);
            for (; at != MatchingBook.NONE; at = book.nextOf(at))
            {
                sum += book.openLots(at);
            }
            if (side == Side.BUY ? level >= limit : level <= limit)
            {
                return sum;
            }
        }
        return 0; // the book does not reach that far
    }
}
