package fds.feeds.simulator.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.abuse.LabelledRun.Fill;
import fds.feeds.simulator.abuse.LabelledRun.Order;
import fds.feeds.simulator.label.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spoofing and layering, by their labels alone. */
class DeceptionEpisodeTest
{
    @ParameterizedTest
    @CsvSource({"spoofing,D13,1", "layering,D14,3"})
    void shouldShowWhatIsNotMeantUntilTheOtherSideIsFilled(
        final String typology, final String detector, final int pieces)
    {
        final LabelledRun run = LabelledRun.of(21, 700_000, typology, 150);
        int withFill = 0;
        int unmeant = 0;
        int shown = 0;
        final List<Label> labels = run.wholeLabels();
        for (final Label label : labels)
        {
            assertEquals(typology, label.typology());
            assertEquals(detector, label.detector());
            final List<Order> orders = run.ordersOf(label);
            assertTrue(orders.stream().allMatch(order -> order.ended > 0), "something is left behind: " + label);
            withFill += orders.stream().anyMatch(order -> isFor(order, orders, pieces)) ? 1 : 0;
            final long largest = orders.stream().mapToLong(order -> order.lots).max().orElse(0);
            for (final Order order : orders)
            {
                shown += order.lots * 3 >= largest ? 1 : 0;
                unmeant += order.lots * 3 >= largest && order.filledLots * 10 <= order.lots ? 1 : 0;
            }
        }
        final String summary = typology + ": labels=" + labels.size() + " with a fill while it rests=" + withFill +
            " shown=" + shown + " unfilled=" + unmeant;
        System.out.println(summary);
        assertTrue(labels.size() >= 40, summary);
        assertTrue(withFill * 2 >= labels.size(), summary);
        assertTrue(unmeant * 4 >= shown * 3, summary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spoofing", "layering"})
    void shouldGainWhatItsFillsCameTo(final String typology)
    {
        final LabelledRun run = LabelledRun.of(22, 400_000, typology, 150);
        int held = 0;
        for (final Label label : run.wholeLabels())
        {
            if (!run.isFunded(label))
            {
                assertEquals(run.gainOf(label), label.gainUnits(), label.toString());
                held++;
            }
        }
        assertTrue(held >= 8, held + " labels");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 40_000})
    void shouldComeToFillsAtATenthAndTenTimesTheOrderRate(final int rate)
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(23, 400_000).withRatePerSecond(rate)
            .withEpisodes(Map.of("spoofing", 200, "layering", 200)));
        final List<Label> labels = run.wholeLabels();
        final List<Label> filled = labels.stream().filter(label ->
        {
            final List<Order> orders = run.ordersOf(label);
            return orders.stream().anyMatch(order -> isFor(order, orders, 1));
        }).collect(Collectors.toList());
        System.out.println(rate + " rows a second: " + filled.size() + " of " + labels.size() + " with a fill");
        assertTrue(labels.size() >= 8 && filled.size() * 2 >= labels.size(), filled.size() + " of " + labels.size());
    }

    @Test
    void shouldMakeTheSameFlowOfTheSameSeed()
    {
        final LabelledRun first = LabelledRun.of(24, 60_000, "spoofing", 400);
        final LabelledRun second = LabelledRun.of(24, 60_000, "spoofing", 400);
        assertEquals(first.rows, second.rows);
        assertEquals(first.labels, second.labels);
        assertTrue(first.labels.size() >= 5, first.labels.toString());
    }

    /** Whether an order was filled while several of at least three times its size on the other side rested, unmeant. */
    private static boolean isFor(final Order genuine, final List<Order> orders, final int pieces)
    {
        for (final Fill fill : genuine.fills)
        {
            final long at = fill.row().row();
            final long resting = orders.stream().filter(order -> order.side != genuine.side && order.isLiveAt(at) &&
                order.filledLots * 10 <= order.lots && order.cancelledLots > 0).count();
            final long lots = orders.stream().filter(order -> order.side != genuine.side && order.isLiveAt(at))
                .mapToLong(order -> order.lots).sum();
            if (resting >= pieces && lots >= 2 * genuine.lots)
            {
                return true;
            }
        }
        return false;
    }
}
