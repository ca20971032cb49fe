package fds.bench.realism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fds.market.control.ControlFrames;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class FlowStatisticsTest
{
    private static final long SECOND = 1_000_000_000L;

    private final FlowStatistics flow = new FlowStatistics("AB");
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4096]);

    FlowStatisticsTest()
    {
        define(1, "CD");
        define(2, "AB");
    }

    @Test
    void shouldFollowOrdersToTheirEnd()
    {
        event(0, 2, Kind.NEW, Side.BUY, 1, 100, 10);
        event(1, 2, Kind.NEW, Side.BUY, 2, 100, 30);
        event(1, 1, Kind.NEW, Side.BUY, 3, 100, 99);
        event(3, 2, Kind.CANCEL, Side.NONE, 1, Absent.VALUE, Absent.VALUE);
        event(4, 2, Kind.TRADE, Side.SELL, 2, 100, 30);
        flow.finish();
        assertEquals(4, flow.events());
        assertEquals(4, flow.seconds(), 1e-9);
        assertEquals(0.5, flow.cancelRatio(), 1e-9);
        assertEquals(3, flow.messagesPerTrade(), 1e-9);
        assertEquals(3.0 * SECOND, flow.cancelledNanos.quantile(1), SECOND / 500.0);
        assertEquals(2, flow.orderLots.count());
        assertEquals(2, flow.messageGapNanos.count());
    }

    @Test
    void shouldTakeFillsOfOneOrderTogether()
    {
        event(0, 2, Kind.TRADE, Side.BUY, 0, 100, 1);
        event(0, 2, Kind.TRADE, Side.BUY, 0, 101, 2);
        event(5, 2, Kind.TRADE, Side.BUY, 0, 101, 4);
        event(5, 2, Kind.TRADE, Side.SELL, 0, 100, 8);
        flow.finish();
        assertEquals(3, flow.trades());
        assertEquals(3, flow.tradeLots.quantile(0.01));
        assertEquals(8, flow.tradeLots.quantile(1));
        assertEquals(2, flow.tradeGapNanos.count());
        assertEquals(3, flow.signs.count());
        assertTrue(Double.isNaN(flow.cancelRatio()));
        assertTrue(Double.isNaN(flow.messagesPerTrade()));
    }

    @Test
    void shouldWeighSpreadsByTimeAndCloseEverySecond()
    {
        event(0, 2, Kind.BBO, Side.BUY, 0, 9_999, 1);
        event(0, 2, Kind.BBO, Side.SELL, 0, 10_001, 1);
        event(3, 2, Kind.BBO, Side.SELL, 0, 10_003, 1);
        event(4, 2, Kind.BBO, Side.SELL, 0, 10_003, 1);
        flow.finish();
        assertEquals(4_000_000, flow.spreadPpm100.count());
        assertEquals(20_000, flow.spreadPpm100.quantile(0.75), 20);
        assertEquals(40_000, flow.spreadPpm100.quantile(1), 40);
        assertEquals(3, flow.returns.count());
        assertEquals(1.0 / 3, flow.movingShare(), 1e-9);
    }

    private void define(final int id, final String symbol)
    {
        final int length = new ControlFrames().encodeInstrument(buffer, 0, new Instrument(id, 1, 1, "V1", symbol,
            InstrumentType.SPOT, "A", "B", "", 1, 0, 1, 0, 1, 0, 1, 1 << 20, 1 << 20));
        flow.onFrames(buffer, 0, length);
    }

    private void event(
        final long second,
        final int instrument,
        final int kind,
        final int side,
        final long order,
        final long price,
        final long quantity)
    {
        new MarketEvent().wrap(buffer, 0).clear().type(kind, side, Flags.LAST, instrument).orderId(order)
            .priceTicks(price).quantityLots(quantity).engineTimeNanos(second * SECOND);
        flow.onFrames(buffer, 0, MarketEvent.LENGTH);
    }
}
