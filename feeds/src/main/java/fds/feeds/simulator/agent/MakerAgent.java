package fds.feeds.simulator.agent;

import java.util.Arrays;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * A market maker of one market. It keeps a ladder of quotes on both sides about the fair price as it sees it, shifted
 * against its inventory and wider when prices are wild; when the price moves it changes what has become stale, quote
 * after quote within a millisecond. Now and then it loses its connection, and the venue cancels all it has.
 */
final class MakerAgent implements Agent
{
    private static final int LEVELS = 4; // on each side
    private static final int SLOTS = 2 * LEVELS;
    private static final int LATE_PER_MILLE = 3;
    private static final int REFRESH_PER_MILLE = 60; // of quotes that are not stale
    private static final int PICK_OFF_HALVES = 5; // half spreads that a price is wrong by before it is taken
    private static final int PICK_OFF_MOST = 150; // usual orders
    private static final long QUICK_NANOS = 60_000;
    private static final int DISCONNECT_ONE_IN = 60_000; // rounds
    private static final long AWAY_NANOS = 5_000_000_000L;
    private static final int INVENTORY_USUAL = 400; // in usual orders: where quotes are shifted by the half spread

    private final SimulatedVenue venue;
    private final SimulatedMarket market;
    private final SimulatorRandom random;
    private final int account;
    private final boolean isReplacing; // changes orders instead of sending new ones
    private final long slotNanos; // mean time for each quote changed
    private final long homeLots;
    private final int[] handle = new int[SLOTS]; // [side * LEVELS + level]
    private final long[] number = new long[SLOTS];
    private int pending; // bits of the slots that this round still has to change
    private int changed;

    MakerAgent(
        final SimulatedVenue venue, final SimulatedMarket market, final SimulatorRandom random, final int account,
        final boolean isReplacing, final long slotNanos)
    {
        this.venue = venue;
        this.market = market;
        this.random = random;
        this.account = account;
        this.isReplacing = isReplacing;
        this.slotNanos = slotNanos;
        homeLots = venue.ledger.lots(market.index, account);
        Arrays.fill(handle, MatchingBook.NONE);
    }

    @Override
    public long step(final long nowNanos)
    {
        market.advance(nowNanos);
        if (pending == 0)
        {
            if (random.below(DISCONNECT_ONE_IN) == 0)
            {
                disconnect();
                return 1 + Distributions.exponential(random, AWAY_NANOS);
            }
            pickOff();
            pending = staleSlots();
            changed = 0;
        }
        if (pending != 0)
        {
            final int slot = Integer.numberOfTrailingZeros(pending);
            pending &= pending - 1;
            changed++;
            quote(slot);
        }
        // The next quote at once; the next round after as long as its quotes have earned.
        return pending != 0 ? 1 + Distributions.exponential(random, QUICK_NANOS) :
            1 + Distributions.exponential(random, slotNanos * Math.max(1, changed));
    }

    /** What stands well on the wrong side of the fair price is taken before somebody else does. */
    private void pickOff()
    {
        final long fair = market.fairTicks();
        final long beyond = PICK_OFF_HALVES * halfTicks();
        final int side = market.touchTicks(Side.SELL) < fair - beyond ? Side.BUY :
            market.touchTicks(Side.BUY) > fair + beyond ? Side.SELL : Side.NONE;
        if (side != Side.NONE && market.isOrderly())
        {
            final long limit = market.better(side, fair, -halfTicks());
            venue.submit(market, account, side, limit,
                market.modest(account, market.depthLots(Side.opposite(side), limit, market.usualLots * PICK_OFF_MOST)),
                Flags.IOC, null);
        }
    }

    private int staleSlots()
    {
        int stale = 0;
        for (int slot = 0; slot < SLOTS; slot++)
        {
            if (!market.book.isLive(handle[slot], number[slot]))
            {
                stale |= 1 << slot;
                continue;
            }
            final long quoted = market.book.priceTicks(handle[slot]);
            final long middle = targetTicks(slot, halfTicks());
            final boolean isOff = Math.abs(quoted - middle) > halfTicks() + slot % LEVELS;
            stale |= isOff || random.chancePerMille(REFRESH_PER_MILLE) ? 1 << slot : 0;
        }
        return stale;
    }

    private void quote(final int slot)
    {
        final int side = 1 + slot / LEVELS;
        final long half = halfTicks();
        final long price = market.passive(side,
            market.better(side, targetTicks(slot, half), half / 2 - random.below((int)half + 1)));
        if (price < 1)
        {
            return;
        }
        final long lots = market.modest(account, market.usualLots * random.between(2, 6) * (1 + slot % LEVELS));
        if (market.book.isLive(handle[slot], number[slot]))
        {
            if (isReplacing && random.below(3) > 0)
            {
                final long renewed = venue.replace(market, handle[slot], price, lots);
                number[slot] = renewed == 0 ? number[slot] : renewed;
                return;
            }
            venue.cancel(market, handle[slot], number[slot], Reasons.USER);
        }
        // Now and then a maker is late: its quote would trade at once, and post-only refuses it.
        final boolean isLate = random.chancePerMille(LATE_PER_MILLE) && market.isTwoSided();
        venue.submit(market, account, side, isLate ? market.touchTicks(Side.opposite(side)) : price, lots,
            Flags.POST_ONLY, null);
        handle[slot] = venue.restingHandle();
        number[slot] = venue.orderNumber();
    }

    private long targetTicks(final int slot, final long half)
    {
        final long inventory = venue.ledger.lots(market.index, account) - homeLots;
        final long most = market.usualLots * INVENTORY_USUAL;
        final long shift = Math.max(-2 * half, Math.min(2 * half, inventory / Math.max(1, most / half)));
        final long away = half * 3 / 2 + slot % LEVELS * (half + 1L);
        return market.better(1 + slot / LEVELS, market.fairTicks() - shift, -away);
    }

    private long halfTicks()
    {
        return market.halfSpreadTicks * Math.max(100, market.underlying.regimePercent()) / 100;
    }

    private void disconnect()
    {
        for (int slot = 0; slot < SLOTS; slot++)
        {
            venue.cancel(market, handle[slot], number[slot], Reasons.DISCONNECT);
            handle[slot] = MatchingBook.NONE;
        }
    }
}
