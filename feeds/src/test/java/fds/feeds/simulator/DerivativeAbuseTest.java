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

    /** Half past seven and 20 minutes: the next funding is ten minutes away. */
    private static final long BEFORE_FUNDING_NANOS = SimulatorConfig.DEFAULT_START_TIME_NANOS - 9 * MINUTE_NANOS;

    @Test
    void shouldMarkTheFundingWindow()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(51, 700_000).withRatePerSecond(1_000)
            .withStartTimeNanos(BEFORE_FUNDING_NANOS), "marking_window", 40);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final long hour = (label.firstTimestampNanos() / HOUR_NANOS + 1) * HOUR_NANOS;
            final List<Row> all = run.venue.rows.subList((int)label.firstRow() - 1, (int)label.lastRow());
            final boolean isPushed = all.stream().anyMatch(row -> row.kind() == Kind.TRADE &&
                isOf(label, row.counterAccount()) && row.timeNanos() < hour && row.timeNanos() > hour - 3 * MINUTE_NANOS);
            return isPushed && label.lastTimestampNanos() > hour && story.peakLots != 0 && Math.abs(story.lots) * 5 <= Math.abs(story.peakLots);
        }) >= 7);
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
        final LabelledRun run = LabelledRun.of(53, 800_000, "liquidation_hunt", 50);
        assertTrue(run.rightOfTen(8, (label, story) -> story.runPpm() > 50 && story.peakLots != 0 &&
            Math.abs(story.lots) * 5 <= Math.abs(story.peakLots)) >= 7);
        final long others = run.whole().stream().filter(label -> run.between(label.firstRow(), label.lastRow(),
            run.instrument(label)).stream().anyMatch(row -> row.kind() == Kind.LIQUIDATION &&
            !isOf(label, row.account()))).count();
        System.out.println("with liquidations of others: " + others + " of " + run.whole().size());
        assertTrue(others * 2 >= run.whole().size(), others + " of " + run.whole().size());
    }

    @Test
    void shouldHandOverALiquidation()
    {
        final LabelledRun run = LabelledRun.of(54, 800_000, "liquidation_hand_off", 50);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final long first = Long.parseLong(label.accounts().get(0));
            final List<Row> all = run.venue.rows.subList((int)label.firstRow() - 1, (int)label.lastRow());
            final long withdrawn = all.stream().filter(row -> row.kind() == Kind.WITHDRAW && row.account() == first)
                .mapToLong(Row::row).findFirst().orElse(Long.MAX_VALUE);
            return all.stream().anyMatch(row -> row.kind() == Kind.LIQUIDATION && row.account() == first &&
                row.row() > withdrawn);
        }) >= 5);
    }

    private static boolean isOf(final Label label, final long account)
    {
        return LabelledRun.isOf(label, account);
    }
}
