package fds.feeds.simulator.decoy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fds.feeds.simulator.abuse.LabelledRun;
import fds.feeds.simulator.abuse.LabelledRun.Order;
import fds.feeds.simulator.abuse.LabelledRun.Row;
import fds.feeds.simulator.label.Label;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each honest episode does what it is named for, by its label alone. */
class BookDecoysTest
{
    private static final int EVENTS = 400_000;

    @ParameterizedTest
    @ValueSource(strings = {"decoy_ladder_requote", "decoy_makers_meet", "decoy_ioc_taker", "decoy_post_only",
        "decoy_fund_move", "decoy_withdrawn_order", "decoy_pegged_order", "decoy_stop_loss"})
    void shouldBeHonestLeaveNothingBehindAndGainWhatItsFillsCameTo(final String typology)
    {
        final LabelledRun run = LabelledRun.of(51, EVENTS, typology, 120);
        final List<Label> labels = run.wholeLabels();
        assertTrue(labels.size() >= 5, labels.size() + " labels");
        for (final Label label : labels)
        {
            assertEquals(typology, label.typology());
            assertTrue(label.isDecoy() && label.detector().isEmpty(), label.toString());
            assertTrue(run.ordersOf(label).stream().allMatch(order -> order.ended > 0), label.toString());
            if (!run.isFunded(label))
            {
                assertEquals(run.gainOf(label), label.gainUnits(), label.toString());
            }
        }
    }

    @Test
    void shouldTakeAllQuotesBackAfterAFillOfOne()
    {
        final LabelledRun run = LabelledRun.of(52, EVENTS, "decoy_ladder_requote", 60);
        int labels = 0;
        for (final Label label : run.wholeLabels())
        {
            final List<Row> rows = run.rowsOf(label);
            int massed = 0;
            for (int i = 5; i < rows.size(); i++)
            {
                massed += rows.get(i).kind() == Kind.CANCEL && rows.get(i - 4).kind() == Kind.CANCEL &&
                    rows.get(i - 4).timeNanos() == rows.get(i).timeNanos() ? 1 : 0;
            }
            labels += massed > 0 && trades(rows) > 0 ? 1 : 0;
        }
        assertTrue(labels >= 5, labels + " labels");
    }

    @Test
    void shouldMeetByChance()
    {
        final LabelledRun run = LabelledRun.of(53, EVENTS, "decoy_makers_meet", 120);
        int met = 0;
        for (final Label label : run.wholeLabels())
        {
            assertEquals(2, label.accounts().size());
            met += run.rowsOf(label).stream().anyMatch(row -> row.kind() == Kind.TRADE &&
                label.accounts().contains(Long.toString(row.account())) &&
                label.accounts().contains(Long.toString(row.counterAccount()))) ? 1 : 0;
        }
        assertTrue(met >= 5, met + " of " + run.wholeLabels().size());
    }

    @Test
    void shouldTradeAgainstItselfOnTwoVenuesInOppositeDirections()
    {
        final LabelledRun run = LabelledRun.of(54, EVENTS, "decoy_two_venues", 200);
        int pairs = 0;
        for (final Label label : run.wholeLabels())
        {
            final Map<Integer, Long> net = new HashMap<>();
            for (final Order order : run.ordersOf(label))
            {
                order.fills.forEach(fill -> net.merge(fill.row().instrument(),
                    order.side == Side.BUY ? fill.row().lots() : -fill.row().lots(), Long::sum));
            }
            pairs += net.size() == 2 && net.values().stream().anyMatch(lots -> lots > 0) &&
                net.values().stream().anyMatch(lots -> lots < 0) ? 1 : 0;
        }
        assertTrue(pairs >= 3, pairs + " of " + run.wholeLabels().size());
    }

    @Test
    void shouldNeverRestWhenImpatientAndBeRefusedWhenPostOnly()
    {
        final LabelledRun takers = LabelledRun.of(55, EVENTS, "decoy_ioc_taker", 100);
        for (final Label label : takers.labels)
        {
            assertTrue(takers.ordersOf(label).stream()
                .allMatch(order -> (order.flags & (Flags.IOC | Flags.FOK)) != 0), label.toString());
        }
        final LabelledRun posters = LabelledRun.of(56, EVENTS, "decoy_post_only", 100);
        int refused = 0;
        for (final Label label : posters.wholeLabels())
        {
            refused += posters.rowsOf(label).stream().filter(row -> row.kind() == Kind.REJECT).count() >= 3 ? 1 : 0;
        }
        assertTrue(refused * 3 >= posters.wholeLabels().size() * 2, refused + " of " + posters.wholeLabels().size());
    }

    @Test
    void shouldMoveBetweenItsOwnAccountsWithoutATradeOfBoth()
    {
        final LabelledRun run = LabelledRun.of(57, EVENTS, "decoy_fund_move", 200);
        int prevented = 0;
        int moved = 0;
        for (final Label label : run.labels)
        {
            for (final Row row : run.rowsOf(label))
            {
                assertTrue(row.kind() != Kind.TRADE || !label.accounts().contains(Long.toString(row.account())) ||
                    !label.accounts().contains(Long.toString(row.counterAccount())), row.toString());
                prevented += row.kind() == Kind.CANCEL && (row.flags() & Flags.STP) != 0 ? 1 : 0;
                moved += row.kind() == Kind.TRANSFER ? 1 : 0;
            }
        }
        assertTrue(prevented >= 20 && moved >= 20, prevented + " prevented, " + moved + " moved");
    }

    @Test
    void shouldWithdrawALargeOrderOnlyAfterNews()
    {
        final LabelledRun run = LabelledRun.of(58, EVENTS, "decoy_withdrawn_order", 150);
        int told = 0;
        int early = 0;
        for (final Label label : run.wholeLabels())
        {
            assertEquals(1, run.ordersOf(label).size());
            final List<Integer> kinds = run.rowsOf(label).stream().map(Row::kind).toList();
            final int news = kinds.indexOf(Kind.NEWS);
            told += news >= 0 ? 1 : 0;
            early += kinds.contains(Kind.CANCEL) && (news < 0 || news > kinds.indexOf(Kind.CANCEL)) ? 1 : 0;
        }
        // The venue takes an order away whose owner cannot pay for it any more.
        assertTrue(told >= 5 && early * 5 <= told, told + " told, early " + early);
    }

    @Test
    void shouldRebalanceOneWayInEachOfSeveralMarkets()
    {
        final LabelledRun run = LabelledRun.of(59, EVENTS, "decoy_index_rebalance", 100);
        int several = 0;
        for (final Label label : run.wholeLabels())
        {
            final Set<String> sides = run.rowsOf(label).stream().filter(row -> row.kind() == Kind.NEW)
                .map(row -> row.instrument() + "/" + row.side()).collect(Collectors.toSet());
            final long markets = run.rowsOf(label).stream().map(Row::instrument).distinct().count();
            assertEquals(markets, sides.size(), label.toString());
            several += markets >= 2 ? 1 : 0;
        }
        assertTrue(several >= 4, several + " of " + run.wholeLabels().size());
    }

    @Test
    void shouldFollowThePriceOnOneSideAndThrowOutByOneOrder()
    {
        final LabelledRun pegged = LabelledRun.of(60, EVENTS, "decoy_pegged_order", 80);
        int busy = 0;
        for (final Label label : pegged.wholeLabels())
        {
            final List<Row> rows = pegged.rowsOf(label);
            final List<Order> orders = pegged.ordersOf(label);
            assertEquals(1, orders.stream().map(order -> order.side).distinct().count(), label.toString());
            busy += rows.stream().filter(row -> row.kind() == Kind.REPLACE || row.kind() == Kind.CANCEL).count() >= 5 ?
                1 : 0;
        }
        assertTrue(busy >= 3, busy + " of " + pegged.wholeLabels().size());
        final LabelledRun stops = LabelledRun.of(61, EVENTS, "decoy_stop_loss", 150);
        for (final Label label : stops.labels)
        {
            final List<Order> orders = stops.ordersOf(label);
            assertTrue(orders.size() == 1 && (orders.get(0).flags & Flags.MARKET) != 0, label.toString());
        }
        assertTrue(stops.labels.size() >= 5, stops.labels.size() + " labels");
    }

    private static long trades(final List<Row> rows)
    {
        return rows.stream().filter(row -> row.kind() == Kind.TRADE).count();
    }
}
