package fds.feeds.simulator.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.Label;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;

/**
 * A flow with its labels, read as somebody does who has nothing but both: what a label's rows say about its orders, and
 * what they gained, worked out from those rows alone.
 */
public final class LabelledRun
{
    /** All rows, the first at 0. */
    public final List<Row> rows = new ArrayList<>();

    /** In the order in which they came. */
    public final List<Label> labels = new ArrayList<>();

    private final Map<Label, Long> valueTicks = new HashMap<>();
    private final Map<Label, Integer> toldAt = new HashMap<>(); // rows read by then
    private final Map<Long, Resting> live = new HashMap<>();
    private final Map<Integer, Long> marks = new HashMap<>();
    private final PlainTouch touch = new PlainTouch();
    private final AccountRoster roster;
    private final SimulatedMarket[] markets;
    private long bidTicks = Absent.VALUE;
    private long askTicks = Absent.VALUE;

    private LabelledRun(final SimulatorConfig config)
    {
        roster = new AccountRoster(config.seed(), config.accounts(), config.venues(), config.textIds());
        markets = new MarketSet(config.seed(), config.instruments(), config.venues(), roster.count()).markets();
    }

    /** An event, with the best prices before its message. */
    public record Row(
        long row, long timeNanos, int kind, int side, int flags, int instrument, long order, long account,
        long counterOrder, long counterAccount, long priceTicks, long lots, long bidTicks, long askTicks)
    {
    }

    /** What became of an order of a label. */
    public static final class Order
    {
        public long account;
        public int side;
        public int flags;
        public long priceTicks;
        public long lots;
        public long entered; // row
        public long ended; // row; 0: not within the label
        public long filledLots;
        public long cancelledLots;
        public int replaced;
        public final List<Fill> fills = new ArrayList<>();

        public boolean isLiveAt(final long row)
        {
            return entered < row && (ended == 0 || ended > row);
        }
    }

    /** A trade of an order. */
    public record Fill(Row row, boolean isTaker)
    {
    }

    private static final class Resting
    {
        int instrument;
        int side;
        long priceTicks;
        long lots;
    }

    /**
     * One kind of episode and nothing else besides honest flow.
     *
     * @param seed       any.
     * @param events     rows.
     * @param kind       name.
     * @param perMillion how many a million rows.
     */
    public static LabelledRun of(final long seed, final long events, final String kind, final int perMillion)
    {
        return of(SimulatorConfig.defaults(seed, events).withEpisodes(Map.of(kind, perMillion)));
    }

    /** Any flow with decimal ids. */
    public static LabelledRun of(final SimulatorConfig config)
    {
        final LabelledRun run = new LabelledRun(config);
        final InboundEvent event = new InboundEvent();
        try (SimulatorFeed feed = new SimulatorFeed(config, run::onLabel))
        {
            while (feed.next(event))
            {
                run.onEvent(event.event());
            }
        }
        return run;
    }

    /** Labels that were over before the flow was. */
    public List<Label> wholeLabels()
    {
        return labels.stream().filter(label -> toldAt.get(label) < rows.size()).toList();
    }

    /** The rows of a label. */
    public List<Row> rowsOf(final Label label)
    {
        final List<Row> found = new ArrayList<>();
        label.rows().forEach(row -> found.add(rows.get((int)row - 1)));
        assertEquals(label.events(), found.size());
        assertEquals(label.firstRow(), found.get(0).row());
        assertEquals(label.lastRow(), found.get(found.size() - 1).row());
        assertEquals(label.firstTimestampNanos(), found.get(0).timeNanos());
        assertEquals(label.lastTimestampNanos(), found.get(found.size() - 1).timeNanos());
        return found;
    }

    /** The orders of a label, in the order in which they were sent; none of them of anybody else. */
    public List<Order> ordersOf(final Label label)
    {
        final Map<Long, Order> byNumber = new LinkedHashMap<>();
        final List<Order> orders = new ArrayList<>();
        for (final Row row : rowsOf(label))
        {
            final Order order = byNumber.get(row.order());
            switch (row.kind())
            {
                case Kind.NEW, Kind.REJECT ->
                {
                    assertTrue(label.accounts().contains(Long.toString(row.account())), row + " " + label);
                    if (row.kind() == Kind.NEW)
                    {
                        final Order sent = sent(row);
                        byNumber.put(row.order(), sent);
                        orders.add(sent);
                    }
                }
                case Kind.REPLACE ->
                {
                    order.replaced++;
                    order.priceTicks = row.priceTicks();
                    if (row.counterOrder() != Absent.UNKNOWN_ID)
                    {
                        byNumber.put(row.counterOrder(), order);
                    }
                }
                case Kind.CANCEL ->
                {
                    order.cancelledLots += row.lots();
                    order.ended = row.row();
                }
                case Kind.TRADE ->
                {
                    final Order counter = byNumber.get(row.counterOrder());
                    assertTrue(order != null || counter != null, row + " " + label);
                    fill(order, row, false);
                    fill(counter, row, true);
                }
                default ->
                {
                    // deposits, liquidations and the like
                }
            }
        }
        return orders;
    }

    /** What a label's own fills gained after fees, and what they left at its end, from its rows alone; in units. */
    public long gainOf(final Label label)
    {
        final Map<Integer, long[]> held = new HashMap<>(); // [lots, units]
        for (final Order order : ordersOf(label))
        {
            for (final Fill fill : order.fills)
            {
                final Row trade = fill.row();
                final SimulatedMarket market = markets[trade.instrument() - 1];
                final long notional = trade.priceTicks() * trade.lots() * market.scale;
                final int account = (int)(order.account - 100_001);
                final long ppm = fill.isTaker() ? roster.takerPpm(account, market.isPerp()) :
                    roster.makerPpm(account, market.isPerp());
                final long fee = notional / 1_000_000 * ppm + notional % 1_000_000 * ppm / 1_000_000;
                final int sign = order.side == Side.BUY ? 1 : -1;
                final long[] sum = held.computeIfAbsent(trade.instrument(), i -> new long[2]);
                sum[0] += sign * trade.lots();
                sum[1] -= sign * notional + fee;
            }
        }
        long units = 0;
        for (final Map.Entry<Integer, long[]> entry : held.entrySet())
        {
            final SimulatedMarket market = markets[entry.getKey() - 1];
            assertTrue(entry.getValue()[0] == 0 || market.instrument.symbol().equals(label.instrument()), "elsewhere");
            units += entry.getValue()[1] + entry.getValue()[0] * valueTicks.get(label) * market.scale;
        }
        return units;
    }

    /** Whether funding was settled in the instrument while the label was open: its gain has a payment in it. */
    public boolean isFunded(final Label label)
    {
        return rows.subList((int)label.firstRow() - 1, rows.size()).stream().anyMatch(row ->
            row.kind() == Kind.FUNDING && markets[row.instrument() - 1].instrument.symbol().equals(label.instrument()));
    }

    /** The row that sent an order, which must have been sent not long before another row and not replaced since. */
    public Row orderOf(final long number, final long before)
    {
        for (int at = (int)before - 1; at >= 0; at--)
        {
            if (rows.get(at).kind() == Kind.NEW && rows.get(at).order() == number)
            {
                return rows.get(at);
            }
        }
        throw new AssertionError("order " + number + " was never sent");
    }

    /** The market of a row. */
    public SimulatedMarket marketOf(final Row row)
    {
        return markets[row.instrument() - 1];
    }

    private static void fill(final Order order, final Row row, final boolean isTaker)
    {
        if (order != null)
        {
            order.filledLots += row.lots();
            order.fills.add(new Fill(row, isTaker));
            order.ended = order.filledLots + order.cancelledLots >= order.lots ? row.row() : order.ended;
        }
    }

    private static Order sent(final Row row)
    {
        final Order order = new Order();
        order.account = row.account();
        order.side = row.side();
        order.flags = row.flags();
        order.priceTicks = row.priceTicks();
        order.lots = row.lots();
        order.entered = row.row();
        return order;
    }

    private void onLabel(final Label label)
    {
        labels.add(label);
        toldAt.put(label, rows.size());
        for (final SimulatedMarket market : markets)
        {
            if (market.instrument.symbol().equals(label.instrument()) &&
                market.instrument.venue().equals(label.venue()))
            {
                final int id = market.instrument.id();
                final long bid = touch.bid(id);
                final long ask = touch.ask(id);
                final long mid = bid == Absent.VALUE || ask == Absent.VALUE ? 0 : (bid + ask) / 2;
                valueTicks.put(label, market.isPerp() ? marks.getOrDefault(id, 0L) : mid);
            }
        }
    }

    private void onEvent(final MarketEvent e)
    {
        if (rows.isEmpty() || (rows.get(rows.size() - 1).flags() & Flags.LAST) != 0)
        {
            bidTicks = touch.bid(e.instrumentId());
            askTicks = touch.ask(e.instrumentId());
        }
        final Row row = new Row(e.feedSequence(), e.venueTimeNanos(), e.kind(), e.side(), e.flags(), e.instrumentId(),
            e.orderId(), e.accountId(), e.counterOrderId(), e.counterAccountId(), e.priceTicks(), e.quantityLots(),
            bidTicks, askTicks);
        rows.add(row);
        switch (row.kind())
        {
            case Kind.NEW -> enter(row);
            case Kind.TRADE ->
            {
                shrink(row.order(), row.lots());
                shrink(row.counterOrder(), row.lots());
            }
            case Kind.CANCEL -> shrink(row.order(), row.lots());
            case Kind.REPLACE ->
            {
                final Resting old = live.remove(row.order());
                touch.change(old.instrument, old.side, old.priceTicks, -old.lots);
                old.priceTicks = row.priceTicks();
                old.lots = row.lots();
                touch.change(old.instrument, old.side, old.priceTicks, old.lots);
                live.put(row.counterOrder() == Absent.UNKNOWN_ID ? row.order() : row.counterOrder(), old);
            }
            case Kind.MARK -> marks.put(row.instrument(), row.priceTicks());
            default ->
            {
                // not of the book
            }
        }
    }

    private void enter(final Row row)
    {
        if (row.priceTicks() != Absent.VALUE)
        {
            final Resting order = new Resting();
            order.instrument = row.instrument();
            order.side = row.side();
            order.priceTicks = row.priceTicks();
            order.lots = row.lots();
            live.put(row.order(), order);
            touch.change(order.instrument, order.side, order.priceTicks, order.lots);
        }
    }

    private void shrink(final long number, final long lots)
    {
        final Resting order = live.get(number);
        if (order != null)
        {
            touch.change(order.instrument, order.side, order.priceTicks, -lots);
            order.lots -= lots;
            if (order.lots <= 0)
            {
                live.remove(number);
            }
        }
    }
}
