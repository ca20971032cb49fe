package fds.app.plot;

import java.util.List;
import java.util.Map;

import fds.market.instrument.Instrument;

/**
 * All that a picture of one instrument shows, before a line of it is drawn.
 *
 * @param source     name of the input.
 * @param instrument shown.
 * @param window     shown.
 * @param columns    prices and traded quantity.
 * @param depth      of the book.
 * @param trades     marks, the largest first.
 * @param watched    who is watched, in words; empty: nobody.
 * @param orders     of who is watched.
 * @param fills      of who is watched.
 * @param alert      or null.
 * @param prices     ticks at which evidence without a price of its own stands, by sequence.
 * @param eventCount of the instrument within the window.
 * @param tradeCount within the window.
 * @param notes      what a reader has to know, a sentence each.
 */
public record PriceChart(
    String source,
    Instrument instrument,
    Window window,
    PriceColumns columns,
    DepthMap depth,
    List<TradeMark> trades,
    String watched,
    List<OrderLine> orders,
    List<FillMark> fills,
    AlertScene alert,
    Map<Long, Long> prices,
    long eventCount,
    long tradeCount,
    List<String> notes)
{
}
