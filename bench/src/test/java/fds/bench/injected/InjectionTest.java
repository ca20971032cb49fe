package fds.bench.injected;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class InjectionTest
{
    private static final String HEADER = "timestamp_ns,receive_ns,kind,venue,instrument,order_id,account," +
        "counter_order_id,counter_account,side,price,quantity,value,ref,reason,flags";
    private static final BigDecimal TICK = new BigDecimal("0.01");

    @Test
    void shouldLeaveTheRecordingAsItIs()
    {
        final List<String> background = orders(7);

        final Injection injection = Injection.intoOrders(background, TICK, BigDecimal.ONE, 101);

        assertEquals(background, injection.lines().stream().filter(line -> !line.contains("injected")).toList());
        assertTrue(injection.labels().size() > 10, "" + injection.labels().size());
        assertTrue(injection.labels().stream().anyMatch(InjectedLabel::isDecoy));
        for (final InjectedLabel label : injection.labels())
        {
            assertTrue(injection.lines().get((int)label.firstRow()).contains(label.accounts().get(0)), label::toString);
            assertTrue(injection.lines().get((int)label.lastRow()).contains(label.accounts().get(0)), label::toString);
        }
    }

    @Test
    void shouldTakeBackWhatTheRecordingWouldMeet()
    {
        long spoilt = 0;
        for (int seed = 1; seed <= 30; seed++)
        {
            final Injection injection = Injection.intoOrders(orders(seed), TICK, BigDecimal.ONE, seed);
            spoilt += injection.spoilt();
            nothingIsMet(injection.lines(), seed);
        }
        assertTrue(spoilt > 0, "nothing was in the way");
    }

    /** No offer of the recording comes at the price of a bid of ours, or below. */
    private static void nothingIsMet(final List<String> lines, final int seed)
    {
        final Rows rows = new Rows(HEADER);
        final List<BigDecimal> bids = new ArrayList<>();
        for (final String[] row : Rows.split(lines.subList(1, lines.size())))
        {
            final boolean isOurs = rows.cell(row, "account").startsWith("injected");
            final BigDecimal price = new BigDecimal(rows.cell(row, "price"));
            final boolean isBid = rows.cell(row, "side").equals("B");
            final String kind = rows.cell(row, "kind");
            if (isOurs && isBid && kind.equals("NEW"))
            {
                bids.add(price);
            }
            if (isOurs && (isBid && kind.equals("CANCEL") || !isBid && kind.equals("TRADE")))
            {
                assertTrue(bids.remove(price), "seed " + seed + ": none of ours stands at " + price);
            }
            if (!isOurs && !isBid && kind.equals("NEW"))
            {
                assertTrue(bids.stream().allMatch(bid -> bid.compareTo(price) < 0),
                    "seed " + seed + ": an offer met ours at " + price);
            }
        }
    }

    @Test
    void shouldPutTradesAmongTrades()
    {
        final List<String> background = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 1_000; i++)
        {
            background.add(i * 1_000_000_000L + ",,TRADE,V1,I,,w" + i % 50 + ",,w" + i % 49 + ",B,100,10,,,,last");
        }

        final Injection injection =
            Injection.intoTrades(background, Map.of("I", BigDecimal.ONE), 101, 0.05);

        assertEquals(background, injection.lines().stream().filter(line -> !line.contains("injected")).toList());
        assertFalse(injection.labels().isEmpty());
        assertEquals(Injection.intoTrades(background, Map.of("I", BigDecimal.ONE), 101, 0.05).lines(),
            injection.lines());
    }

    /** Offers and bids that come and go; now and then one comes on the other's side of the spread. */
    private static List<String> orders(final long seed)
    {
        final Random random = new Random(seed);
        final List<String> lines = new ArrayList<>(List.of(HEADER));
        final List<String[]> live = new ArrayList<>();
        for (int i = 0; i < 8_000; i++)
        {
            final long time = i * 100_000_000L;
            if (live.size() > 60)
            {
                final String[] gone = live.remove(random.nextInt(live.size()));
                lines.add(time + ",,CANCEL,V1,I," + gone[0] + ",,,," + gone[1] + "," + gone[2] + ",10,,,,last");
                continue;
            }
            final boolean isBid = random.nextBoolean();
            final int away = random.nextInt(150) == 0 ? -9 : 10 + random.nextInt(40);
            final String price = BigDecimal.valueOf(10_000 + (isBid ? -away : away), 2).toPlainString();
            final String[] order = { Integer.toString(i + 1), isBid ? "B" : "S", price };
            live.add(order);
            lines.add(time + ",,NEW,V1,I," + order[0] + ",,,," + order[1] + "," + price + ",10,,,,last");
        }
        return lines;
    }
}
