package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.simulator.PlainVenue.Row;
import fds.feeds.simulator.label.Label;
import fds.market.event.Kind;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That each sort of abuse that moves a price is what its label says, read in the rows by the label alone. */
class PriceAbuseTest
{
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long DAY_NANOS = 24 * 60 * MINUTE_NANOS;
    private static final long MIDNIGHT_NANOS = (SimulatorConfig.DEFAULT_START_TIME_NANOS / DAY_NANOS + 1) * DAY_NANOS;

    @Test
    void shouldIgniteMomentum()
    {
        final LabelledRun run = LabelledRun.of(41, 500_000, "momentum_ignition", 60);
        assertTrue(run.rightOfTen(8, (label, story) -> Math.abs(story.peakLots) > 0 && story.runPpm() > 50 &&
            Math.abs(story.lots) * 10 <= Math.abs(story.peakLots) && story.takenLots > 0) >= 7);
    }

    @Test
    void shouldBait()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(44, 700_000)
            .withRatePerSecond(2_000), "smoking", 60);
        assertTrue(run.rightOfTen(6, (label, story) ->
            run.rows(label).stream().filter(row -> row.kind() == Kind.REPLACE).count() >= 5) >= 9);
        final long caught = run.whole().stream().filter(label -> run.rows(label).stream().anyMatch(row ->
            row.kind() == Kind.TRADE && isOf(label, row.account()))).count();
        assertTrue(caught * 2 >= run.whole().size(), caught + " with somebody in the trap");
    }

    @Test
    void shouldRampPrices()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(42, 900_000)
            .withRatePerSecond(2_000), "ramping", 40);
        assertTrue(run.rightOfTen(4, (label, story) -> story.trades >= 5 && story.runPpm() > 100) >= 7);
    }

    @Test
    void shouldDefendALevel()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(45, 1_000_000)
            .withRatePerSecond(2_000), "price_defence", 40);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final Map<Long, Integer> placed = new HashMap<>();
            final long holder = Long.parseLong(label.accounts().get(label.accounts().size() - 1));
            run.rows(label).stream().filter(row -> row.kind() == Kind.NEW && row.account() == holder)
                .forEach(row -> placed.merge(row.priceTicks(), 1, Integer::sum));
            return placed.values().stream().anyMatch(times -> times >= 2);
        }) >= 6);
    }

    @Test
    void shouldTrickThroughALinkedPrice()
    {
        final LabelledRun run = LabelledRun.of(46, 700_000, "linked_price_trick", 60);
        assertTrue(run.rightOfTen(5, (label, story) ->
            run.story(label, run.alsoOn(label)).peakLots != 0 && run.rows(label).stream().anyMatch(row ->
                row.kind() == Kind.TRADE && isOf(label, row.account()) && isOf(label, row.counterAccount()))) >= 7);
    }

    @Test
    void shouldPumpAndDump()
    {
        final LabelledRun run = LabelledRun.of(43, 1_000_000, "pump_and_dump", 40);
        assertTrue(run.rightOfTen(4, (label, story) -> story.runPpm() > 500 && story.peakLots > 0 &&
            story.lots * 5 <= story.peakLots) >= 8);
    }

    @Test
    void shouldRaceFromTheReset()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(47, 900_000).withRatePerSecond(600)
            .withStartTimeNanos(MIDNIGHT_NANOS - 6 * MINUTE_NANOS), "reset_racehorse", 40);
        assertTrue(run.rightOfTen(4, (label, story) ->
        {
            final List<Row> orders = run.rows(label).stream().filter(row -> row.kind() == Kind.NEW).toList();
            final boolean isBefore = orders.stream().anyMatch(row -> row.timeNanos() < MIDNIGHT_NANOS);
            final long after = orders.stream().filter(row -> row.timeNanos() >= MIDNIGHT_NANOS).count();
            final double seconds = (label.lastTimestampNanos() - MIDNIGHT_NANOS) / 1e9;
            return isBefore && after / seconds > 0.2 && after / seconds < 8 && story.boughtLots > 0;
        }) >= 7);
    }

    @Test
    void shouldPumpBehindAFence()
    {
        final LabelledRun run = LabelledRun.of(48, 900_000, "fenced_pump", 40);
        assertTrue(run.rightOfTen(5, (label, story) -> story.peakLots > 0 && story.runPpm() > 500 &&
            run.between(1, story.peakRow, run.instrument(label)).stream().anyMatch(row ->
                row.kind() == Kind.WALLET_STATUS && row.value() == 0)) >= 8);
    }

    @Test
    void shouldCorner()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(49, 800_000)
            .withRatePerSecond(2_000), "cornering", 30);
        assertTrue(run.rightOfTen(3, (label, story) ->
        {
            final long all = run.between(label.firstRow(), label.lastRow(), run.instrument(label)).stream()
                .filter(row -> row.kind() == Kind.TRADE).mapToLong(Row::quantityLots).sum();
            return story.lots * 10 >= story.boughtLots * 8 && story.boughtLots * 5 >= all;
        }) >= 8);
    }

    @Test
    void shouldBuyBeforeAListing()
    {
        final LabelledRun run = LabelledRun.of(50, 900_000, "listing_front_running", 40);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final boolean isTold = run.between(story.peakRow, label.lastRow(), run.instrument(label)).stream()
                .anyMatch(row -> row.kind() == Kind.LISTING || row.kind() == Kind.NEWS);
            return isTold && story.peakLots > 0 && story.lots * 5 <= story.peakLots;
        }) >= 8);
    }

    @Test
    void shouldRunBeforeAClient()
    {
        final LabelledRun run = LabelledRun.of(51, 500_000, "front_running", 80);
        assertTrue(run.rightOfTen(8, (label, story) ->
        {
            final Map<Long, Row> asked = new HashMap<>();
            run.venue.rows.subList(Math.max(0, (int)label.firstRow() - 20_000), (int)label.lastRow()).stream()
                .filter(row -> row.kind() == Kind.ORDER_REQUEST && row.instrument() == run.instrument(label))
                .forEach(row -> asked.put(row.order(), row));
            return run.during(label).stream().filter(row -> row.kind() == Kind.NEW && asked.containsKey(row.order()))
                .anyMatch(sent -> ran(run, label, asked.get(sent.order()), sent));
        }) >= 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 40_000})
    void shouldMeanSomethingAtATenthAndTenTimesTheOrderRate(final int rate)
    {
        final SimulatorConfig config =
            SimulatorConfig.defaults(52, Math.max(400_000, 40L * rate)).withRatePerSecond(rate);
        final LabelledRun client = LabelledRun.of(config, "front_running", 60);
        assertTrue(client.rightOfTen(4, (label, story) -> story.peakLots != 0) >= 9);
        final LabelledRun momentum = LabelledRun.of(config, "momentum_ignition", 60);
        assertTrue(momentum.rightOfTen(3, (label, story) -> story.peakLots != 0 &&
            Math.abs(story.lots) * 5 <= Math.abs(story.peakLots)) >= 8);
    }

    /** Whether the label's accounts traded on the client's side while its order waited. */
    private static boolean ran(final LabelledRun run, final Label label, final Row asked, final Row sent)
    {
        return run.between(asked.row(), sent.row(), sent.instrument()).stream().anyMatch(row ->
            row.kind() == Kind.TRADE && isOf(label, row.counterAccount()) && row.side() == sent.side() &&
            row.side() != Side.NONE);
    }

    private static boolean isOf(final Label label, final long account)
    {
        return LabelledRun.isOf(label, account);
    }
}
