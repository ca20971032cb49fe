package fds.bench.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseMarketTest
{
    @TempDir
    private Path folder;

    private final CaseRows rows = new CaseRows();
    private final CaseMarket market = new CaseMarket(
        "V1", "I", new BigDecimal("0.5"), BigDecimal.ONE, rows, account -> account.substring(0, 1));

    @Test
    void shouldMatchByPriceThenTime() throws IOException
    {
        enter(1, "a", "x", false, "100.5", 3, "");
        enter(2, "b", "y", false, "100", 2, "");
        enter(3, "c", "z", false, "100", 2, "");
        enter(4, "d", "w", true, "100.5", 5, "");

        assertEquals(List.of(
            "1,NEW,V1,I,a,x,,,S,100.5,3,,,,last",
            "2,NEW,V1,I,b,y,,,S,100,2,,,,last",
            "3,NEW,V1,I,c,z,,,S,100,2,,,,last",
            "4,NEW,V1,I,d,w,,,B,100.5,5,,,,",
            "4,TRADE,V1,I,b,y,d,w,B,100,2,,t1-I,,",
            "4,TRADE,V1,I,c,z,d,w,B,100,2,,t2-I,,",
            "4,TRADE,V1,I,a,x,d,w,B,100.5,1,,t3-I,,last"), told());
        assertEquals(201, market.bestTicks(false));
        assertEquals(0, market.bestTicks(true));
        assertEquals(4L, market.filledNanos("b"));
        assertNull(market.filledNanos("a"));
    }

    @Test
    void shouldTakeBackWhatAnImmediateOrderLeaves() throws IOException
    {
        enter(1, "a", "x", true, "99", 1, "");
        enter(2, "b", "y", false, "", 3, "market");

        assertEquals(List.of(
            "2,NEW,V1,I,b,y,,,S,,3,,,,market",
            "2,TRADE,V1,I,a,x,b,y,S,99,1,,t1-I,,",
            "2,CANCEL,V1,I,b,y,,,S,,2,,,not_filled,last"), told().subList(1, 4));
    }

    @Test
    void shouldCancelRestingOrderOfSameOwner() throws IOException
    {
        enter(1, "a", "x1", true, "99", 1, "");
        enter(2, "b", "x2", false, "99", 3, "stp");

        assertEquals(List.of(
            "2,NEW,V1,I,b,x2,,,S,99,3,,,,stp",
            "2,CANCEL,V1,I,a,x1,,,B,99,1,,,self_trade,stp|last"), told().subList(1, 3));
    }

    @Test
    void shouldLoseItsPlaceWhenItGrows() throws IOException
    {
        enter(1, "a", "x", true, "99", 2, "");
        enter(2, "b", "y", true, "99", 2, "");
        market.replace(3, "a", market.ticks("99"), 1, Set.of());
        enter(4, "c", "z", false, "99", 1, "");
        market.replace(5, "b", market.ticks("99"), 3, Set.of());
        market.cancel(6, "a", Set.of(), "");

        assertEquals(List.of(
            "3,REPLACE,V1,I,a,x,,,B,99,1,,,,last",
            "4,NEW,V1,I,c,z,,,S,99,1,,,,",
            "4,TRADE,V1,I,a,x,c,z,S,99,1,,t1-I,,last",
            "5,REPLACE,V1,I,b,y,,,B,99,3,,,,last"), told().subList(2, 6));
    }

    private void enter(final long time, final String id, final String account, final boolean isBuy,
        final String price, final long lots, final String flags)
    {
        market.enter(time, "NEW", new CaseMarket.Order(
            id, account, isBuy, Set.of("step"), price.isEmpty() ? 0 : market.ticks(price), lots), flags);
    }

    private List<String> told() throws IOException
    {
        rows.write(folder.resolve("events.csv"));
        final List<String> lines = Files.readAllLines(folder.resolve("events.csv"));
        return lines.subList(1, lines.size());
    }
}
