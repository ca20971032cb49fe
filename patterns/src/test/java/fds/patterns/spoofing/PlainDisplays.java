package fds.patterns.spoofing;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** What waits until it is sure, as a list. */
final class PlainDisplays
{
    private static final class Held
    {
        private Finding finding;
        private long due;
        private int instrument;
        private int side;
        private List<Long> owner;
        private long low;
        private long high;
        private long withdrawn;
        private long shown;
        private long limit;
    }

    private final List<Held> held = new ArrayList<>();
    private final int predicate;

    PlainDisplays(final int predicate)
    {
        this.predicate = predicate;
    }

    void hold(
        final Finding finding, final MarketEvent event, final Market market, final int side, final long low,
        final long high, final long withdrawn, final long shown, final long limit, final long wait,
        final FindingSink findings)
    {
        if (held.size() == 16)
        {
            judge(event, findings);
        }
        final Held one = new Held();
        one.finding = finding;
        one.due = event.engineTimeNanos() + wait;
        one.instrument = event.instrumentId();
        one.side = side;
        one.owner = owner(market);
        one.low = low;
        one.high = high;
        one.withdrawn = withdrawn;
        one.shown = shown;
        one.limit = limit;
        held.add(one);
    }

    /** Whatever comes or is moved to where an owner's orders were. */
    void see(final MarketEvent event, final Market market)
    {
        final int slot = market.orderSlot();
        if (event.kind() != Kind.NEW && event.kind() != Kind.REPLACE || slot < 0 || market.groupSlot() < 0 ||
            market.orderEnded())
        {
            return;
        }
        final long price = market.orderPriceTicks(slot);
        final boolean buys = market.orderSide(slot) == Side.BUY;
        final long opposite = buys ? market.askBeforeTicks() : market.bidBeforeTicks();
        final boolean rests = price != Absent.VALUE &&
            (market.orderFlags(slot) & (Flags.IOC | Flags.FOK | Flags.MARKET)) == 0 &&
            (opposite == Absent.VALUE || (buys ? price < opposite : price > opposite));
        for (final Held one : held)
        {
            if (rests && one.instrument == event.instrumentId() && one.side == market.orderSide(slot) &&
                one.owner.equals(owner(market)) && price >= one.low && price <= one.high)
            {
                one.shown += market.orderOpenLots(slot);
            }
        }
    }

    void tick(final MarketEvent event, final FindingSink findings)
    {
        while (!held.isEmpty() && held.get(0).due <= event.engineTimeNanos())
        {
            judge(event, findings);
        }
    }

    private void judge(final MarketEvent event, final FindingSink findings)
    {
        final Held one = held.remove(0);
        if (1_000_000 * one.shown <= one.limit * one.withdrawn)
        {
            findings.onFinding(one.finding.told(event)
                .predicate(predicate, 1_000_000 * one.shown / one.withdrawn, one.limit, true));
        }
    }

    private static List<Long> owner(final Market market)
    {
        return List.of((long)market.ownerGroupKindOf(market.pairSlot()), market.ownerGroupOf(market.pairSlot()));
    }
}
