package fds.bench.realism;

import fds.app.plot.BookListener;
import fds.app.plot.BookReplica;
import fds.app.plot.RestingOrder;
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

/**
 * Statistics of one instrument's flow, taken while it passes by. Neighbouring trades of one aggressor's side with the
 * same venue time count as one: an order that was filled by several. Its memory does not grow with the flow.
 */
final class FlowStatistics implements FrameSink, BookListener
{
    static final int SIGN_LAGS = 200;
    static final int RETURN_LAGS = 120;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long SILENCE_MAX_SECONDS = 100_000; // a longer one is taken for a break in the recording

    final Distribution tradeGapNanos = new Distribution();
    final Distribution messageGapNanos = new Distribution();
    final Distribution tradeLots = new Distribution();
    final Distribution orderLots = new Distribution();
    final Distribution cancelledNanos = new Distribution();
    final Distribution spreadPpm100 = new Distribution(); // hundredths of parts per million, a microsecond each
    final Autocorrelation signs = new Autocorrelation(SIGN_LAGS);
    final Autocorrelation returns = new Autocorrelation(RETURN_LAGS);
    final Autocorrelation absoluteReturns = new Autocorrelation(RETURN_LAGS);

    private final String symbol;
    private final ControlFrames frames = new ControlFrames();
    private final MarketEvent event = new MarketEvent();
    private final BookReplica book = new BookReplica(this);
    private int instrumentId;
    private long eventCount;
    private long firstNanos = Absent.VALUE;
    private long lastNanos;
    private long lastMessageNanos = Absent.VALUE;
    private long messages;
    private long entered;
    private long cancelled;
    private long filled;
    private long trades;
    private long moving;
    private int runSide; // of the trades that count as one
    private long runNanos = Absent.VALUE;
    private long runLots;
    private long lastTradeNanos = Absent.VALUE;
    private long quotedSince = Absent.VALUE;
    private long quotedPpm100;
    private double price; // of the second that runs: the middle of the book, else the last trade
    private double closed; // of the second before
    private long second = Absent.VALUE;

    FlowStatistics(final String symbol)
    {
        this.symbol = symbol;
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (!MarketEvent.isEvent(buffer, offset))
        {
            if (ControlFrames.templateId(buffer, offset) == InstrumentDefinitionDecoder.TEMPLATE_ID)
            {
                final Instrument instrument = frames.decodeInstrument(buffer, offset);
                instrumentId = instrument.symbol().equals(symbol) ? instrument.id() : instrumentId;
            }
            return;
        }
        for (int at = offset; at < offset + length; at += MarketEvent.LENGTH)
        {
            event.wrap(buffer, at);
            if (event.instrumentId() == instrumentId && instrumentId != 0)
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
    public void onEnd(final RestingOrder order, final RestingOrder.End end, final long timeNanos)
    {
        if (order.rests() && end == RestingOrder.End.CANCELLED)
        {
            cancelled++;
            cancelledNanos.add(timeNanos - order.placedNanos());
        }
        else if (order.rests() && end == RestingOrder.End.FILLED)
        {
            filled++;
        }
    }

    /** Nothing follows. */
    FlowStatistics finish()
    {
        closeRun();
        quote(lastNanos);
        return this;
    }

    String symbol()
    {
        return symbol;
    }

    /** Events of the instrument. */
    long events()
    {
        return eventCount;
    }

    double seconds()
    {
        return firstNanos == Absent.VALUE ? 0 : (lastNanos - firstNanos) / 1e9;
    }

    /** Whether orders are told one by one. */
    boolean hasOrders()
    {
        return entered > 0;
    }

    /** Of the resting orders that ended, the share that was cancelled; NaN where orders are not told. */
    double cancelRatio()
    {
        return cancelled + filled == 0 ? Double.NaN : (double)cancelled / (cancelled + filled);
    }

    /** Entries, changes and cancels for each order that took; NaN where orders are not told. */
    double messagesPerTrade()
    {
        return hasOrders() && trades > 0 ? (double)messages / trades : Double.NaN;
    }

    /** Orders that took. */
    long trades()
    {
        return trades;
    }

    /** The share of seconds in which the price moved. */
    double movingShare()
    {
        return returns.count() == 0 ? Double.NaN : (double)moving / returns.count();
    }

    private void onEvent()
    {
        final long time = event.engineTimeNanos();
        firstNanos = firstNanos == Absent.VALUE ? time : firstNanos;
        lastNanos = time;
        eventCount++;
        switch (event.kind())
        {
            case Kind.NEW -> onNew(time);
            case Kind.REPLACE, Kind.CANCEL -> onMessage(time);
            case Kind.TRADE -> onTrade();
            default ->
            {
                // prices and levels are the book's
            }
        }
        second(time);
        book.accept(event);
        if (event.has(Flags.LAST))
        {
            quote(time);
        }
    }

    private void onNew(final long time)
    {
        onMessage(time);
        entered++;
        if (event.priceTicks() != Absent.VALUE && !event.has(Flags.MARKET))
        {
            orderLots.add(event.quantityLots());
        }
    }

    private void onMessage(final long time)
    {
        messages++;
        if (lastMessageNanos != Absent.VALUE)
        {
            messageGapNanos.add(time - lastMessageNanos);
        }
        lastMessageNanos = time;
    }

    private void onTrade()
    {
        final long time = event.venueTimeNanos() == Absent.VALUE ? event.engineTimeNanos() : event.venueTimeNanos();
        if (runNanos == Absent.VALUE || time != runNanos || event.side() != runSide)
        {
            closeRun();
            runNanos = time;
            runSide = event.side();
        }
        runLots += event.quantityLots();
        if (!book.hasSpread())
        {
            price = event.priceTicks();
        }
    }

    private void closeRun()
    {
        if (runNanos == Absent.VALUE)
        {
            return;
        }
        trades++;
        tradeLots.add(runLots);
        if (lastTradeNanos != Absent.VALUE)
        {
            tradeGapNanos.add(runNanos - lastTradeNanos);
        }
        if (runSide != Side.NONE)
        {
            signs.add(runSide == Side.BUY ? 1 : -1);
        }
        lastTradeNanos = runNanos;
        runLots = 0;
    }

    /** What was quoted until now counts for as long as it stood. */
    private void quote(final long time)
    {
        if (quotedSince != Absent.VALUE && time > quotedSince)
        {
            spreadPpm100.add(quotedPpm100, Math.max(1, (time - quotedSince) / 1_000));
        }
        quotedSince = Absent.VALUE;
        if (book.hasSpread())
        {
            final long bid = book.bestBidTicks();
            final long ask = book.bestAskTicks();
            price = (bid + ask) / 2.0;
            quotedPpm100 = Math.round((ask - bid) / price * 1e8);
            quotedSince = time;
        }
    }

    /** Closes every second that is over; the price of a silent one is that of the one before. */
    private void second(final long time)
    {
        final long now = Math.floorDiv(time, SECOND_NANOS);
        if (second != Absent.VALUE && now - second <= SILENCE_MAX_SECONDS)
        {
            for (; second < now; second++)
            {
                if (closed > 0 && price > 0)
                {
                    final double change = StrictMath.log(price / closed);
                    returns.add(change);
                    absoluteReturns.add(Math.abs(change));
                    moving += change == 0 ? 0 : 1;
                }
                closed = price;
            }
        }
        second = now;
    }
}
