package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import fds.feeds.simulator.PlainVenue.Row;
import fds.feeds.simulator.label.Label;
import fds.market.event.Kind;
import org.junit.jupiter.api.Test;

/** That each sort of abuse of derivatives is what its label says, read in the rows by the label alone. */
class DerivativeAbuseTest
{
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long HOUR_NANOS = 60 * MINUTE_NANOS;

    /** The next funding is nine minutes away. */
    private static final long BEFORE_FUNDING_NANOS = SimulatorConfig.DEFAULT_START_TIME_NANOS - 9 * MINUTE_NANOS;

    @Test
    void shouldMarkTheFundingWindow()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(51, 700_000).withRatePerSecond(1_000)
            .withStartTimeNanos(BEFORE_FUNDING_NANOS), "marking_window", 40);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final long hour = (label.firstTimestampNanos() / HOUR_NANOS + 1) * HOUR_NANOS;
            final boolean isPushed = run.during(label).stream().anyMatch(row -> row.kind() == Kind.TRADE &&
                isOf(label, row.counterAccount()) && row.timeNanos() < hour &&
                row.timeNanos() > hour - 3 * MINUTE_NANOS);
            return isPushed && label.lastTimestampNanos() > hour && story.peakLots != 0 &&
                Math.abs(story.lots) * 2 <= Math.abs(story.peakLots);
        }) >= 6);
    }

    @Test
    void shouldMirrorPositions()
    {
        final LabelledRun run = LabelledRun.of(52, 700_000, "mirrored_positions", 60);
        assertTrue(run.rightOfTen(8, (label, story) ->
        {
            final long own = run.rows(label).stream().filter(row -> row.kind() == Kind.TRADE &&
                isOf(label, row.account()) && isOf(label, row.counterAccount())).count();
            return label.accounts().size() == 2 && own >= 1;
        }) >= 9);
    }

    @Test
    void shouldHuntLiquidations()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(53, 700_000)
            .withRatePerSecond(2_000), "liquidation_hunt", 50);
        assertTrue(run.rightOfTen(5, (label, story) -> story.runPpm() > 0 && story.peakLots != 0 &&
            Math.abs(story.lots) * 2 <= Math.abs(story.peakLots)) >= 6);
        final long others = run.whole().stream().filter(label -> run.between(label.firstRow(), label.lastRow(),
            run.instrument(label)).stream().anyMatch(row -> row.kind() == Kind.LIQUIDATION &&
            !isOf(label, row.account()))).count();
        System.out.println("with liquidations of others: " + others + " of " + run.whole().size());
        assertTrue(others * 5 >= run.whole().size(), others + " of " + run.whole().size());
    }

    @Test
    void shouldHandOverALiquidation()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(54, 700_000)
            .withRatePerSecond(2_000), "liquidation_hand_off", 50);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final long first = Long.parseLong(label.accounts().get(0));
            final List<Row> all = run.during(label);
            final long withdrawn = all.stream().filter(row -> row.kind() == Kind.WITHDRAW && row.account() == first)
                .mapToLong(Row::row).findFirst().orElse(Long.MAX_VALUE);
            return all.stream().anyMatch(row -> row.kind() == Kind.LIQUIDATION && row.account() == first &&
                row.row() > withdrawn);
        }) >= 5);
    }

    @Test
    void shouldAttackAComponent()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(55, 700_000)
            .withRatePerSecond(2_000), "index_component_attack", 50);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final LabelledRun.Story attack = run.story(label, run.alsoOn(label));
            return story.peakLots != 0 && attack.runPpm() > 100 &&
                Long.signum(attack.peakLots) == Long.signum(story.peakLots) && attack.takenLots > 0;
        }) >= 7);
    }

    @Test
    void shouldSpoilAReferencePrice()
    {
        final LabelledRun run = LabelledRun.of(56, 400_000, "reference_fault", 60);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final long[] prices = new long[1];
            label.rows().forEach(row -> prices[0] += isReference(run.venue.rows.get((int)row - 1)) ? 1 : 0);
            return label.accounts().isEmpty() && prices[0] == label.events();
        }) == 10);
    }

    @Test
    void shouldDepegACollateral()
    {
        final LabelledRun run = LabelledRun.of(57, 800_000, "collateral_depeg", 40);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final List<Row> rows = run.between(label.firstRow(), label.lastRow(), run.instrument(label));
            final long first = LabelledRun.mid(rows.get(0));
            final long lowest = rows.stream().mapToLong(LabelledRun::mid).min().orElse(first);
            return label.accounts().isEmpty() && (first - lowest) * 1_000 > 3 * first;
        }) >= 7);
    }

    @Test
    void shouldCascade()
    {
        final LabelledRun run = LabelledRun.of(58, 800_000, "liquidation_cascade", 50);
        assertTrue(run.rightOfTen(5, (label, story) -> label.accounts().isEmpty() && label.gainUnits() == 0 &&
            run.during(label).stream().anyMatch(row -> row.kind() == Kind.LIQUIDATION)) == 10);
    }

    @Test
    void shouldMoveOneProductForAnother()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(59, 700_000)
            .withRatePerSecond(2_000), "cross_product", 50);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final LabelledRun.Story position = run.story(label, run.alsoOn(label));
            return position.peakLots != 0 && Long.signum(position.peakLots) == Long.signum(story.peakLots) &&
                Math.abs(position.lots) * 5 <= Math.abs(position.peakLots) && position.peakRow <= story.peakRow;
        }) >= 7);
    }

    private static boolean isReference(final Row row)
    {
        return row.kind() == Kind.INDEX || row.kind() == Kind.INDEX_COMPONENT || row.kind() == Kind.MARK;
    }

    private static boolean isOf(final Label label, final long account)
    {
        return LabelledRun.isOf(label, account);
    }
}
