package fds.bench.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import fds.app.setup.DetectorCatalog;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ExposureTest
{
    private static final Set<Knowledge> FILLS = EnumSet.of(Knowledge.PUBLIC_PRICES, Knowledge.ACCOUNTS);

    private final DetectorInfo selfMatch = new DetectorCatalog(List.of()).find("D01").factory().info();
    private final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);

    @Test
    void shouldCountTradesThatNameAnAccount()
    {
        final Exposure exposure = new Exposure();
        exposure.count(event.clear().type(Kind.TRADE, Side.BUY, 0, 1).accountId(7));
        exposure.count(event.clear().type(Kind.TRADE, Side.BUY, 0, 1).counterAccountId(7));
        exposure.count(event.clear().type(Kind.TRADE, Side.BUY, 0, 1));
        exposure.count(event.clear().type(Kind.MARK, Side.NONE, 0, 1).accountId(7));

        assertEquals(2, exposure.of(selfMatch, FILLS));
        assertEquals(0, exposure.of(selfMatch, EnumSet.of(Knowledge.PUBLIC_PRICES)), "it tells no accounts");
    }

    @Test
    void shouldTellAlertsOverWhatCouldHaveLedToOne()
    {
        final Exposure exposure = new Exposure();
        for (int i = 0; i < 1000; i++)
        {
            exposure.count(event.clear().type(Kind.TRADE, Side.BUY, 0, 1).accountId(7));
        }
        final ExposureTable table = new ExposureTable();
        table.add(List.of(selfMatch), List.of(exposure, exposure), FILLS);
        table.add("D01", "cannot_tell");
        final List<String> lines = table.lines();

        assertEquals("| D01 | 1 | 2,000 | 1 | 500.0 [88.3, 2826.9] | 1 cannot tell |", lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void shouldSayWhatWasNotMeasured()
    {
        final ExposureTable table = new ExposureTable();
        table.add(List.of(selfMatch), List.of(new Exposure()), FILLS);

        assertTrue(table.lines().get(2).contains("| 0 | 0 | 0 | not measured |"), table.lines().toString());
    }
}
