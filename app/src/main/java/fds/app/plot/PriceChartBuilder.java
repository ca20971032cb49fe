package fds.app.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fds.app.view.Quantities;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.control.ControlFrames;
import fds.market.door.FrameSink;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;
import org.agrona.DirectBuffer;

/** The second look at an input: fills the picture's grid, lines and marks. Its memory is that of the picture. */
final class PriceChartBuilder implements FrameSink, BookListener
{
    static final int COLUMNS = 960;
    private static final int DEPTH_COLUMNS = 480;
    private static final int DEPTH_ROWS_MAX = 110;
    private static final int MARKS_MAX = 2_000;

    private final String source;
    private final Instrument instrument;
    private final Window window;
    private final Watched watched;
    private final String watchedWords;
    private final AlertScene alert;
    private final Set<Long> unpriced = new HashSet<>(); // evidence that does not tell its price
    private final Map<Long, Long> prices = new HashMap<>();
    private final MarketEvent event = new MarketEvent();
    private final ControlFrames frames = new ControlFrames();
    private final BookReplica book = new BookReplica(this);
    private final PriceColumns columns;
    private final DepthMap depth;
    private final TradeMarks trades;
    private final List<OrderLine> orders = new ArrayList<>();
    private final List<FillMark> fills = new ArrayList<>();
    private boolean isInside;
    private boolean isOver;
    private boolean hasChanged; // the instrument has another tick or lot
    private long eventCount;
    private long tradeCount;
    private long sidelessCount;
    private long crossedCount;
    private long marksOmitted;
    private long ordersBeyond;
    private long tradesBeyond;
    private long lowBeyondTicks = Long.MAX_VALUE;
    private long highBeyondTicks = Long.MIN_VALUE;

    PriceChartBuilder(
        final String source,
        final Instrument instrument,
        final Window window,
        final Watched watched,
        final String watchedWords,
        final AlertScene alert)
    {
        this.source = source;
        this.instrument = instrument;
        this.window = window;
        this.watched = watched;
        this.watchedWords = watchedWords;
        this.alert = alert;
        columns = new PriceColumns(window, COLUMNS);
        depth = new DepthMap(window, DEPTH_COLUMNS, DEPTH_ROWS_MAX);
        trades = new TradeMarks(window);
        if (alert != null)
        {
            alert.evidence().stream().filter(one -> one.event() != null &&
                one.event().instrumentId() == instrument.id() && one.event().priceTicks() == Absent.VALUE)
                .forEach(one -> unpriced.add(one.sequence()));
        }
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (!MarketEvent.isEvent(buffer, offset))
        {
            watched.learn(buffer, offset);
            if (ControlFrames.templateId(buffer, offset) == InstrumentDefinitionDecoder.TEMPLATE_ID)
            {
                final Instrument defined = frames.decodeInstrument(buffer, offset);
                hasChanged |= defined.id() == instrument.id() && defined.version() > instrument.version();
            }
            return;
        }
        for (int at = offset; at < offset + length; at += MarketEvent.LENGTH)
        {
            event.wrap(buffer, at);
            if (event.instrumentId() == instrument.id() && !isOver && !hasChanged)
            {
                onEvent();
            }
        }
    }

    @Override
    public void onBatchEnd()
    {
        // each frame is taken as it comes
    }

    @Override
    public void onLevel(
        final int side, final long priceTicks, final long beforeLots, final long afterLots, final long timeNanos)
    {
        depth.change(priceTicks, beforeLots, afterLots, timeNanos);
    }

    @Override
    public void onEnd(final RestingOrder order, final RestingOrder.End end, final long timeNanos)
    {
        if (!order.rests() || !watched.has(order.accountId()) || timeNanos < window.fromNanos())
        {
            return;
        }
        if (!window.hasPrice(order.priceTicks()))
        {
            ordersBeyond++;
        }
        else if (orders.size() == MARKS_MAX)
        {
            marksOmitted++;
        }
        else
        {
            orders.add(new OrderLine(order.id(), order.accountId(), order.side(), order.priceTicks(),
                order.sinceNanos(), timeNanos, end));
        }
    }

    /** The picture, once the input has been gone through. */
    PriceChart chart()
    {
        enter(window.toNanos());
        book.tellOpen(window.toNanos());
        depth.finish(window.toNanos());
        return new PriceChart(source, instrument, window, columns, depth, trades.marks(), watchedWords,
            List.copyOf(orders), List.copyOf(fills), alert, Map.copyOf(prices), eventCount, tradeCount, notes());
    }

    private void onEvent()
    {
        final long time = event.engineTimeNanos();
        if (time > window.toNanos())
        {
            isOver = true;
            return;
        }
        if (unpriced.contains(event.sequence()))
        {
            price();
        }
        if (time < window.fromNanos())
        {
            book.accept(event);
            return;
        }
        enter(time);
        eventCount++;
        if (event.kind() == Kind.TRADE || event.kind() == Kind.SWAP)
        {
            onTrade(time);
        }
        book.accept(event);
        if (event.has(Flags.LAST))
        {
            if (book.hasSpread())
            {
                columns.quote(time, book.bestBidTicks(), book.bestAskTicks());
            }
            else if (book.bestBidTicks() != Absent.VALUE && book.bestAskTicks() != Absent.VALUE)
            {
                crossedCount++;
            }
        }
    }

    /** An event that tells no price stands at its order's; a market order at the price it meets. */
    private void price()
    {
        final RestingOrder order = book.order(event.orderId());
        final long ticks = order != null && order.priceTicks() != Absent.VALUE ? order.priceTicks() :
            event.side() == Side.SELL ? book.bestBidTicks() : book.bestAskTicks();
        if (ticks != Absent.VALUE)
        {
            prices.put(event.sequence(), ticks);
        }
    }

    /** What was quoted before the window still stands when it begins. */
    private void enter(final long timeNanos)
    {
        if (!isInside && timeNanos >= window.fromNanos())
        {
            isInside = true;
            if (book.hasSpread())
            {
                columns.quote(window.fromNanos(), book.bestBidTicks(), book.bestAskTicks());
            }
        }
    }

    private void onTrade(final long timeNanos)
    {
        tradeCount++;
        sidelessCount += event.side() == Side.NONE ? 1 : 0;
        columns.trade(timeNanos, event.side(), event.priceTicks(), event.quantityLots());
        if (window.hasPrice(event.priceTicks()))
        {
            trades.add(event);
        }
        else
        {
            tradesBeyond++;
            lowBeyondTicks = Math.min(lowBeyondTicks, event.priceTicks());
            highBeyondTicks = Math.max(highBeyondTicks, event.priceTicks());
        }
        final boolean isResting = watched.has(event.accountId());
        final boolean isAggressor = watched.has(event.counterAccountId());
        if (!isResting && !isAggressor)
        {
            return;
        }
        if (fills.size() == MARKS_MAX)
        {
            marksOmitted++;
            return;
        }
        final int side = isAggressor || event.side() == Side.NONE ? event.side() : Side.opposite(event.side());
        fills.add(new FillMark(timeNanos, event.priceTicks(), event.quantityLots(), side, isResting && isAggressor));
    }

    private List<String> notes()
    {
        final List<String> notes = new ArrayList<>();
        if (!columns.hasQuotes())
        {
            notes.add("The input tells neither a book nor best prices here.");
        }
        else if (!depth.hasLevels())
        {
            notes.add("The input tells best prices, but no book.");
        }
        note(sidelessCount, " trades do not tell which side aggressed.", notes);
        note(crossedCount, " events left the book crossed as told; best prices are not drawn at them.", notes);
        note(ordersBeyond, " of the orders stand at prices beyond those drawn.", notes);
        if (tradesBeyond > 0)
        {
            notes.add("Trades at prices too far off to be drawn: " + Quantities.grouped(tradesBeyond) + ", from " +
                Quantities.price(lowBeyondTicks, instrument) + " to " +
                Quantities.price(highBeyondTicks, instrument) + ".");
        }
        note(marksOmitted, " orders and fills more are not drawn: there is room for " +
            Quantities.grouped(MARKS_MAX) + " of each.", notes);
        note(book.forgottenCount(), " orders or levels were given up for room: the book is not whole.", notes);
        if (hasChanged)
        {
            notes.add("Tick or lot of the instrument changed; it is drawn up to there.");
        }
        return List.copyOf(notes);
    }

    private static void note(final long count, final String words, final List<String> notes)
    {
        if (count > 0)
        {
            notes.add(Quantities.grouped(count) + words);
        }
    }
}
