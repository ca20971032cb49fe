package fds.feeds.simulator.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.abuse.LabelledRun.Order;
import fds.feeds.simulator.abuse.LabelledRun.Row;
import fds.feeds.simulator.label.Label;
import fds.market.event.Kind;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Churn, floods, pings and displayed imbalance, by their labels alone. */
class OrderAbuseTest
{
    @ParameterizedTest
    @ValueSource(strings = {"volume_churn", "order_flood", "pinging", "displayed_imbalance"})
    void shouldGainWhatItsFillsCameToAndLeaveNothingBehind(final String typology)
    {
        final LabelledRun run = LabelledRun.of(41, 700_000, typology, 90);
        int held = 0;
        for (final Label label : run.wholeLabels())
        {
            assertEquals(typology, label.typology());
            assertTrue(run.ordersOf(label).stream().allMatch(order -> order.ended > 0), label.toString());
            if (!run.isFunded(label))
            {
                assertEquals(run.gainOf(label), label.gainUnits(), label.toString());
                held++;
            }
        }
        assertTrue(held >= 5, held + " labels");
    }

    @Test
    void shouldChurnBothWaysForNothing()
    {
        final LabelledRun run = LabelledRun.of(42, 700_000, "volume_churn", 80);
        int flat = 0;
        int lost = 0;
        for (final Label label : run.wholeLabels())
        {
            long bought = 0;
            long sold = 0;
            for (final Order order : run.ordersOf(label))
            {
                bought += order.side == Side.BUY ? order.filledLots : 0;
                sold += order.side == Side.SELL ? order.filledLots : 0;
            }
            flat += bought > 0 && Math.abs(bought - sold) * 20 <= bought + sold ? 1 : 0;
            lost += label.gainUnits() < 0 ? 1 : 0;
        }
        final int labels = run.wholeLabels().size();
        final String summary = labels + " labels, flat " + flat + ", lost " + lost;
        assertTrue(labels >= 10 && flat * 3 >= labels * 2 && lost * 3 >= labels * 2, summary);
    }

    @Test
    void shouldBeALargeShareOfTheVolumeWhileItChurns()
    {
        final LabelledRun run = LabelledRun.of(43, 700_000, "volume_churn", 40);
        int large = 0;
        for (final Label label : run.wholeLabels())
        {
            long mine = 0;
            long all = 0;
            int instrument = 0;
            for (final Row row : run.rowsOf(label))
            {
                mine += row.kind() == Kind.TRADE ? row.lots() : 0;
                instrument = row.instrument();
            }
            for (final Row row : run.rows.subList((int)label.firstRow() - 1, (int)label.lastRow()))
            {
                all += row.kind() == Kind.TRADE && row.instrument() == instrument ? row.lots() : 0;
            }
            large += mine * 10 >= all ? 1 : 0;
        }
        final int labels = run.wholeLabels().size();
        assertTrue(labels >= 6 && large * 2 >= labels, large + " of " + labels);
    }

    @Test
    void shouldFloodWithoutTrading()
    {
        final LabelledRun run = LabelledRun.of(44, 700_000, "order_flood", 40);
        int quiet = 0;
        for (final Label label : run.wholeLabels())
        {
            final List<Row> rows = run.rowsOf(label);
            final long trades = rows.stream().filter(row -> row.kind() == Kind.TRADE).count();
            final double seconds = (label.lastTimestampNanos() - label.firstTimestampNanos()) / 1e9;
            quiet += rows.size() >= 20 * (trades + 1) && rows.size() / seconds >= 5 && seconds >= 10 ? 1 : 0;
        }
        final int labels = run.wholeLabels().size();
        assertTrue(labels >= 5 && quiet * 3 >= labels * 2, quiet + " of " + labels);
    }

    @Test
    void shouldPingBeforeItStrikes()
    {
        final LabelledRun run = LabelledRun.of(45, 700_000, "pinging", 80);
        int struck = 0;
        for (final Label label : run.wholeLabels())
        {
            final List<Order> orders = run.ordersOf(label);
            int small = 0;
            boolean isStruck = false;
            final long largest = orders.stream().mapToLong(order -> order.lots).max().orElse(0);
            for (final Order order : orders)
            {
                isStruck |= small >= 3 && order.lots == largest && order.filledLots > 0;
                small += order.lots * 5 <= largest ? 1 : 0;
            }
            struck += isStruck ? 1 : 0;
        }
        final int labels = run.wholeLabels().size();
        assertTrue(labels >= 10 && struck * 3 >= labels * 2, struck + " of " + labels);
    }

    @Test
    void shouldDisplayMoreOnTheSideThatIsNotMeantAgainAndAgain()
    {
        final LabelledRun run = LabelledRun.of(46, 900_000, "displayed_imbalance", 60);
        int repeated = 0;
        for (final Label label : run.wholeLabels())
        {
            final List<Order> orders = run.ordersOf(label);
            int times = 0;
            for (final Order genuine : orders)
            {
                final boolean isFor = !genuine.fills.isEmpty() && orders.stream()
                    .filter(order -> order.side != genuine.side && order.filledLots * 5 <= order.lots &&
                        order.isLiveAt(genuine.fills.get(0).row().row())).mapToLong(order -> order.lots).sum() >
                    genuine.lots;
                times += isFor ? 1 : 0;
            }
            repeated += times >= 3 ? 1 : 0;
        }
        final int labels = run.wholeLabels().size();
        assertTrue(labels >= 5 && repeated * 2 >= labels, repeated + " of " + labels);
    }

    @ParameterizedTest
    @CsvSource({"400, 300000", "40000, 600000"})
    void shouldComeToTheirEndsAtATenthAndTenTimesTheOrderRate(final int rate, final int events)
    {
        for (final String typology : List.of("volume_churn", "pinging", "matched_orders", "circular_trading",
            "money_pass", "painting_the_tape"))
        {
            final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(47, events).withRatePerSecond(rate)
                .withEpisodes(Map.of(typology, 150)));
            final int whole = run.wholeLabels().size();
            final String summary = typology + " at " + rate + ": " + whole + " of " + run.labels.size() + " whole";
            System.out.println(summary);
            assertTrue(whole >= 5, summary);
        }
    }
}
