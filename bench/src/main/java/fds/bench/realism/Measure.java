package fds.bench.realism;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A number that sums up a statistic.
 *
 * @param name   in words.
 * @param format of its text, as of {@link String#format}.
 * @param scale  how many units of the format are one of the value.
 * @param value  of a flow; NaN where the flow does not tell it.
 */
record Measure(String name, String format, double scale, ToDoubleFunction<FlowStatistics> value)
{
    private static final long TRADES_MIN = 50;
    private static final long RETURNS_MIN = 200;

    /** All, in the order of the page. */
    static final List<Measure> ALL = List.of(
        new Measure("orders that took, a second", "%.2f", 1, flow -> flow.trades() / flow.seconds()),
        new Measure("waits between them: standard deviation by mean (1: pure chance)", "%.1f", 1,
            flow -> ofTrades(flow, flow.tradeGapNanos.variation())),
        new Measure("waits between order messages: standard deviation by mean", "%.1f", 1,
            flow -> ofOrders(flow, flow.messageGapNanos.variation())),
        new Measure("size that took: largest hundredth by median", "%.0f", 1,
            flow -> ofTrades(flow, flow.tradeLots.quantile(0.99) / flow.tradeLots.quantile(0.5))),
        new Measure("size entered: largest hundredth by median", "%.0f", 1,
            flow -> ofOrders(flow, flow.orderLots.quantile(0.99) / flow.orderLots.quantile(0.5))),
        new Measure("resting orders that end cancelled, %", "%.1f", 100, FlowStatistics::cancelRatio),
        new Measure("order messages for each that took", "%.0f", 1, FlowStatistics::messagesPerTrade),
        new Measure("life of cancelled orders, median s", "%.3f", 1e-9,
            flow -> ofOrders(flow, flow.cancelledNanos.quantile(0.5))),
        new Measure("life of cancelled orders, longest tenth, s", "%.1f", 1e-9,
            flow -> ofOrders(flow, flow.cancelledNanos.quantile(0.9))),
        new Measure("spread, median over time, basis points", "%.3f", 1e-4,
            flow -> ofBook(flow, flow.spreadPpm100.quantile(0.5))),
        new Measure("spread, largest tenth by median", "%.1f", 1,
            flow -> ofBook(flow, flow.spreadPpm100.quantile(0.9) / flow.spreadPpm100.quantile(0.5))),
        new Measure("signs of what took: autocorrelation at lag 1", "%.2f", 1, flow -> ofSigns(flow, 1, 1)),
        new Measure("the same, mean of lags 11 to 50", "%.3f", 1, flow -> ofSigns(flow, 11, 50)),
        new Measure("returns of a second: share that is not zero, %", "%.0f", 100,
            flow -> ofReturns(flow, flow.movingShare())),
        new Measure("returns of a second: kurtosis (3: normal)", "%.0f", 1,
            flow -> ofReturns(flow, flow.returns.kurtosis())),
        new Measure("returns of a second: autocorrelation at lag 1", "%.2f", 1,
            flow -> ofReturns(flow, flow.returns.at(1))),
        new Measure("absolute returns: autocorrelation, mean of lags 1 to 10", "%.2f", 1,
            flow -> ofReturns(flow, flow.absoluteReturns.mean(1, 10))));

    /** Its text for a flow; a dash where the flow does not tell it. */
    String text(final FlowStatistics flow)
    {
        final double number = value.applyAsDouble(flow);
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, format, number * scale);
    }

    /** Where the first flow stands among the others. */
    String verdict(final FlowStatistics simulated, final List<FlowStatistics> recorded)
    {
        final double[] others = recorded.stream().mapToDouble(value).filter(number -> !Double.isNaN(number)).toArray();
        final double own = value.applyAsDouble(simulated);
        if (others.length == 0 || Double.isNaN(own))
        {
            return "not comparable";
        }
        double low = others[0];
        double high = others[0];
        for (final double other : others)
        {
            low = Math.min(low, other);
            high = Math.max(high, other);
        }
        return own < low ? "**below** all" : own > high ? "**above** all" : "within";
    }

    private static double ofTrades(final FlowStatistics flow, final double number)
    {
        return flow.trades() < TRADES_MIN ? Double.NaN : number;
    }

    private static double ofOrders(final FlowStatistics flow, final double number)
    {
        return flow.hasOrders() ? number : Double.NaN;
    }

    private static double ofBook(final FlowStatistics flow, final double number)
    {
        return flow.spreadPpm100.count() == 0 ? Double.NaN : number;
    }

    private static double ofSigns(final FlowStatistics flow, final int from, final int to)
    {
        return flow.signs.count() < TRADES_MIN ? Double.NaN : flow.signs.mean(from, to);
    }

    private static double ofReturns(final FlowStatistics flow, final double number)
    {
        return flow.returns.count() < RETURNS_MIN ? Double.NaN : number;
    }
}
