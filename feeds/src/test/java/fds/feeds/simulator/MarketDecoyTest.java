package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import fds.feeds.simulator.PlainVenue.Row;
import fds.market.event.Kind;
import org.junit.jupiter.api.Test;

/** That the honest episodes about prices and derivatives are what their labels say. */
class MarketDecoyTest
{
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long BEFORE_FUNDING_NANOS = SimulatorConfig.DEFAULT_START_TIME_NANOS - 9 * MINUTE_NANOS;

    @Test
    void shouldFollowATrend()
    {
        final LabelledRun run = LabelledRun.of(61, 900_000, "decoy_momentum_trader", 40);
        assertEquals(10, run.rightOfTen(3, (label, story) -> story.trades > 0 && story.takenLots > 0));
    }

    @Test
    void shouldAccumulate()
    {
        final LabelledRun run = LabelledRun.of(62, 900_000, "decoy_accumulation", 40);
        assertEquals(10, run.rightOfTen(3, (label, story) -> story.boughtLots > 0 && story.soldLots == 0));
    }

    @Test
    void shouldHedgeFunding()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(63, 700_000).withRatePerSecond(1_000)
            .withStartTimeNanos(BEFORE_FUNDING_NANOS), "decoy_funding_hedger", 40);
        assertTrue(run.rightOfTen(3, (label, story) ->
        {
            final long hedge = run.story(label, run.alsoOn(label)).peakLots;
            return story.peakLots != 0 && hedge != 0 && Long.signum(hedge) != Long.signum(story.peakLots);
        }) >= 8);
    }

    @Test
    void shouldJumpOnNews()
    {
        final LabelledRun run = LabelledRun.of(64, 500_000, "decoy_news_jump", 60);
        assertEquals(10, run.rightOfTen(5, (label, story) -> label.accounts().isEmpty() && label.events() == 2 &&
            run.during(label).get(0).kind() == Kind.NEWS));
    }

    @Test
    void shouldCascadeWithoutAHunter()
    {
        final LabelledRun run = LabelledRun.of(65, 800_000, "decoy_cascade", 60);
        assertEquals(10, run.rightOfTen(3, (label, story) -> label.accounts().isEmpty() &&
            run.during(label).stream().anyMatch(row -> row.kind() == Kind.LIQUIDATION)));
    }

    @Test
    void shouldShedInventoryBeforeAWindow()
    {
        final LabelledRun run = LabelledRun.of(SimulatorConfig.defaults(66, 700_000).withRatePerSecond(1_000)
            .withStartTimeNanos(BEFORE_FUNDING_NANOS), "decoy_inventory_at_window", 40);
        assertTrue(run.rightOfTen(3, (label, story) -> story.peakLots != 0 &&
            Math.abs(story.lots) * 2 <= Math.abs(story.peakLots)) >= 6);
    }

    @Test
    void shouldSaveThroughAListing()
    {
        final LabelledRun run = LabelledRun.of(67, 900_000, "decoy_listing_buyer", 40);
        assertEquals(10, run.rightOfTen(3, (label, story) -> story.boughtLots > 0 && run.between(label.firstRow(),
            label.lastRow(), run.instrument(label)).stream().anyMatch(row -> row.kind() == Kind.LISTING)));
    }

    @Test
    void shouldTakeOutWhatIsFree()
    {
        final LabelledRun run = LabelledRun.of(68, 500_000, "decoy_free_withdrawal", 60);
        assertTrue(run.rightOfTen(5, (label, story) ->
        {
            final long account = Long.parseLong(label.accounts().get(0));
            final List<Row> out = run.during(label).stream().filter(row -> row.account() == account &&
                (row.kind() == Kind.WITHDRAW || row.kind() == Kind.WITHDRAW_REQUEST)).toList();
            return label.events() == 2 && out.get(0).kind() == Kind.WITHDRAW_REQUEST;
        }) >= 9);
    }
}
