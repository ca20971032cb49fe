package fds.feeds.simulator.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fds.feeds.simulator.abuse.LabelledRun.Row;
import fds.feeds.simulator.label.Label;
import fds.market.event.Kind;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trades by agreement, by their labels alone. */
class AgreedTradesTest
{
    private static final int EVENTS = 700_000;

    @ParameterizedTest
    @ValueSource(strings = {"circular_trading", "matched_orders", "money_pass", "even_sizes", "unround_sizes",
        "rebate_farming", "painting_the_tape"})
    void shouldListTheTradesOfItsAccountsWithEachOther(final String typology)
    {
        final LabelledRun run = LabelledRun.of(31, 300_000, typology, 150);
        assertTrue(run.labels.size() >= 10, run.labels.size() + " labels");
        for (final Label label : run.labels)
        {
            assertEquals(typology, label.typology());
            for (final Row row : run.rowsOf(label))
            {
                assertEquals(Kind.TRADE, row.kind());
                assertTrue(row.account() != row.counterAccount(), row.toString());
                assertTrue(label.accounts().contains(Long.toString(row.account())) &&
                    label.accounts().contains(Long.toString(row.counterAccount())), row + " " + label);
            }
        }
    }

    @Test
    void shouldComeBackToWhereItWasInOneDirection()
    {
        final LabelledRun run = LabelledRun.of(32, EVENTS, "circular_trading", 120);
        int closed = 0;
        for (final Label label : run.wholeLabels())
        {
            assertTrue(label.accounts().size() >= 3, label.toString());
            final Map<Long, Long> net = new HashMap<>();
            final Set<List<Long>> directions = new HashSet<>();
            long gross = 0;
            for (final Row row : run.rowsOf(label))
            {
                net.merge(buyer(row), row.lots(), Long::sum);
                net.merge(seller(row), -row.lots(), Long::sum);
                directions.add(List.of(seller(row), buyer(row)));
                gross += row.lots();
            }
            for (final List<Long> direction : directions)
            {
                assertTrue(!directions.contains(List.of(direction.get(1), direction.get(0))), label.toString());
            }
            final long most = net.values().stream().mapToLong(Math::abs).max().orElse(0);
            closed += directions.size() == label.accounts().size() && most * 4 <= gross ? 1 : 0;
        }
        assertTrue(run.wholeLabels().size() >= 15, run.wholeLabels().size() + " labels");
        assertTrue(closed * 2 >= run.wholeLabels().size(), closed + " of " + run.wholeLabels().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"circular_trading", "money_pass", "rebate_farming", "painting_the_tape", "pair_wash"})
    void shouldSayWhichOtherPatternsItsTradesCarry(final String typology)
    {
        final LabelledRun run = LabelledRun.of(34, 300_000, typology, 150);
        int carrying = 0;
        for (final Label label : run.labels)
        {
            final Map<Set<Long>, Integer> trades = new HashMap<>();
            final Map<Set<Long>, Long> net = new HashMap<>();
            final Map<Set<Long>, Long> gross = new HashMap<>();
            int most = 0;
            boolean isMatched = false;
            for (final Row row : run.rowsOf(label))
            {
                final Set<Long> two = Set.of(row.account(), row.counterAccount());
                most = Math.max(most, trades.merge(two, 1, Integer::sum));
                net.merge(two, buyer(row) < seller(row) ? row.lots() : -row.lots(), Long::sum);
                gross.merge(two, row.lots(), Long::sum);
                isMatched |= trades.get(two) >= 6 && Math.abs(net.get(two)) * 100 <= gross.get(two);
            }
            final boolean isOfOneOwner = label.carried().contains("D02");
            assertTrue(!label.carried().contains("D05") || most >= 3, label.toString());
            assertTrue(isOfOneOwner || label.carried().contains("D03") == isMatched, label.toString());
            carrying += label.carried().stream().allMatch(label.detector()::equals) ? 0 : 1;
        }
        assertTrue(carrying * 3 >= run.labels.size(), carrying + " of " + run.labels.size());
    }

    @Test
    void shouldSendOppositeOrdersOfOneSizeAtOnePrice()
    {
        final LabelledRun run = LabelledRun.of(33, EVENTS, "matched_orders", 120);
        int trades = 0;
        int whole = 0;
        for (final Label label : run.wholeLabels())
        {
            assertEquals(2, label.accounts().size());
            for (final Row row : run.rowsOf(label))
            {
                final Row resting = run.orderOf(row.order(), row.row());
                final Row incoming = run.orderOf(row.counterOrder(), row.row());
                assertEquals(resting.priceTicks(), incoming.priceTicks());
                assertTrue(resting.side() != incoming.side() && resting.timeNanos() <= incoming.timeNanos());
                trades++;
                whole += resting.lots() == incoming.lots() && row.lots() == resting.lots() ? 1 : 0;
            }
        }
        assertTrue(trades >= 100 && whole * 3 >= trades * 2, whole + " of " + trades);
    }

    @Test
    void shouldPassMoneyFromTheSecondToTheFirst()
    {
        final LabelledRun run = LabelledRun.of(34, EVENTS, "money_pass", 120);
        int passed = 0;
        int trades = 0;
        int inFavour = 0;
        for (final Label label : run.wholeLabels())
        {
            final long receiver = Long.parseLong(label.accounts().get(0));
            double units = 0;
            for (final Row row : run.rowsOf(label))
            {
                final double off = (row.priceTicks() - (row.bidTicks() + row.askTicks()) / 2.0) *
                    (buyer(row) == receiver ? -1 : 1);
                units += off * row.lots();
                trades++;
                inFavour += off >= 0 ? 1 : 0;
            }
            passed += units > 0 ? 1 : 0;
        }
        final int labels = run.wholeLabels().size();
        assertTrue(labels >= 15 && passed * 3 >= labels * 2, passed + " of " + labels);
        assertTrue(inFavour * 3 >= trades * 2, inFavour + " of " + trades);
    }

    @Test
    void shouldDrawSizesThatNobodyWouldSay()
    {
        final LabelledRun even = LabelledRun.of(35, EVENTS, "even_sizes", 60);
        final LabelledRun unround = LabelledRun.of(35, EVENTS, "unround_sizes", 60);
        int spread = 0;
        int many = 0;
        for (final Label label : even.labels)
        {
            final long[] sizes = even.rowsOf(label).stream()
                .mapToLong(row -> even.orderOf(row.order(), row.row()).lots()).sorted().toArray();
            if (sizes.length >= 50)
            {
                // The middle one of evenly drawn sizes stands in the middle of their range.
                final long range = sizes[sizes.length - 1] - sizes[0];
                final long middle = sizes[sizes.length / 2] - sizes[0];
                many++;
                spread += middle * 10 >= range * 3 && middle * 10 <= range * 7 ? 1 : 0;
            }
        }
        assertTrue(many >= 3 && spread * 3 >= many * 2, spread + " of " + many);
        int orders = 0;
        int round = 0;
        for (final Label label : unround.labels)
        {
            for (final Row row : unround.rowsOf(label))
            {
                orders++;
                round += unround.orderOf(row.order(), row.row()).lots() % 5 == 0 ? 1 : 0;
            }
        }
        assertTrue(orders >= 1_000 && round * 20 < orders, round + " round of " + orders);
    }

    @Test
    void shouldRestWithTheFirstAndTakeWithTheOthersForAGainWhereRebatesPay()
    {
        final LabelledRun run = LabelledRun.of(36, EVENTS, "rebate_farming", 80);
        int ofMakers = 0;
        int gained = 0;
        for (final Label label : run.wholeLabels())
        {
            final String first = label.accounts().get(0);
            run.rowsOf(label).forEach(row -> assertEquals(first, Long.toString(row.account()), label.toString()));
            if (label.accounts().stream().allMatch(account -> Long.parseLong(account) < 100_011))
            {
                ofMakers++;
                gained += label.gainUnits() > 0 ? 1 : 0;
            }
        }
        assertTrue(ofMakers >= 3 && gained * 2 >= ofMakers, gained + " of " + ofMakers);
    }

    @Test
    void shouldPrintTinyTradesInQuickSuccession()
    {
        final LabelledRun run = LabelledRun.of(37, EVENTS, "painting_the_tape", 120);
        int strings = 0;
        for (final Label label : run.wholeLabels())
        {
            final List<Row> rows = run.rowsOf(label);
            for (final Row row : rows)
            {
                assertTrue(row.lots() <= Math.max(1, run.marketOf(row).usualLots / 5), row.toString());
            }
            final long nanos = label.lastTimestampNanos() - label.firstTimestampNanos();
            strings += rows.size() >= 8 && nanos / rows.size() < 3_000_000_000L ? 1 : 0;
        }
        final int labels = run.wholeLabels().size();
        assertTrue(labels >= 15 && strings * 2 >= labels, strings + " of " + labels);
    }

    private static long buyer(final Row row)
    {
        return row.side() == Side.BUY ? row.counterAccount() : row.account();
    }

    private static long seller(final Row row)
    {
        return row.side() == Side.BUY ? row.account() : row.counterAccount();
    }
}
