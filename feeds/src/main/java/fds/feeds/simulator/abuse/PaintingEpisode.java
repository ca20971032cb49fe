package fds.feeds.simulator.abuse;

import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Painting the tape: a string of tiny trades of accounts with each other in quick succession, so that a quiet market
 * looks busy, or as if it were rising or falling step by step.
 */
public final class PaintingEpisode extends MeetingEpisode
{
    private static final int PRINTS_MIN = 10; // the catalogue's, within a minute, four fifths of all, in a quiet market
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int PERCENT_MIN = 80;

    private final int slope; // ticks from one print to the next
    private final long largestLots;
    private long lastTicks;
    private int printsLeft;
    private int prints;
    private boolean isQuiet;
    private long printsBefore;
    private long beganNanos;
    private boolean hasPainted;

    /**
     * Accounts that have agreed.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param accounts two or more.
     */
    public PaintingEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "painting_the_tape", "D12",
            Math.min(stage.random().between(1, 30) * 20_000_000,
                market.paceNanos() * stage.random().between(5, 60) / 100),
            stage.random().between(20, 400) * stage.random().between(1, 40) * 1_000, accounts);
        slope = random.below(3) - 1;
        largestLots = Math.max(1, market.usualLots / random.between(5, 100));
        printsLeft = (int)random.between(12, 150);
    }

    @Override
    Deal next()
    {
        final int poster = random.below(accounts());
        final int hitter = (poster + 1 + random.below(accounts() - 1)) % accounts();
        final int side = 1 + random.below(2);
        final long spread = market.spreadTicks();
        if (spread < 2)
        {
            return null;
        }
        // From where the last print was, as long as there is room.
        final long bid = market.touchTicks(Side.BUY);
        final long wanted = slope == 0 || lastTicks == 0 ? inside(side) : lastTicks + slope;
        lastTicks = wanted > bid && wanted < bid + spread ? wanted : slope > 0 ? bid + 1 : bid + spread - 1;
        return new Deal(poster, hitter, side, lastTicks, 1 + random.below((int)Math.min(1 << 30, largestLots)), 0);
    }

    @Override
    void onMet(final Deal done, final long met)
    {
        printsLeft--;
        if (met == 0)
        {
            return;
        }
        if (prints++ == 0)
        {
            printsBefore = market.prints() - 1;
            beganNanos = nowNanos();
            isQuiet = market.isQuiet(beganNanos);
        }
        hasPainted |= isQuiet && prints >= PRINTS_MIN && nowNanos() - beganNanos <= MINUTE_NANOS &&
            prints * 100L >= (market.prints() - printsBefore) * PERCENT_MIN;
    }

    @Override
    boolean hasCarriedItsOwn()
    {
        return hasPainted;
    }

    @Override
    boolean isFinished()
    {
        return printsLeft <= 0;
    }
}
