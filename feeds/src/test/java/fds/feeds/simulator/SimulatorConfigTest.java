package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SimulatorConfigTest
{
    private static final SimulatorConfig DEFAULTS = SimulatorConfig.defaults(1, 10);

    @Test
    void shouldPinTheDefaults()
    {
        assertEquals(new SimulatorConfig(1, 10, 8, 400, 3, 4_000, 1_767_599_990_000_000_000L, false,
            DEFAULTS.perMillion()), DEFAULTS);
        assertEquals(List.of(
            "book_decoys=20",
            "circular_trading=8",
            "collateral_depeg=0",
            "cornering=0",
            "cross_product=0",
            "decoy_accumulation=0",
            "decoy_cascade=0",
            "decoy_free_withdrawal=0",
            "decoy_fund_move=0",
            "decoy_funding_hedger=0",
            "decoy_index_rebalance=0",
            "decoy_inventory_at_window=0",
            "decoy_ioc_taker=0",
            "decoy_ladder_requote=0",
            "decoy_listing_buyer=0",
            "decoy_makers_meet=0",
            "decoy_momentum_trader=0",
            "decoy_news_jump=0",
            "decoy_pegged_order=0",
            "decoy_post_only=0",
            "decoy_stop_loss=0",
            "decoy_two_venues=0",
            "decoy_withdrawn_order=0",
            "decoys=25",
            "displayed_imbalance=6",
            "even_sizes=2",
            "fat_finger=30",
            "fenced_pump=0",
            "front_running=0",
            "group_wash=20",
            "index_component_attack=0",
            "layering=12",
            "linked_price_trick=0",
            "liquidation_cascade=0",
            "liquidation_hand_off=0",
            "liquidation_hunt=0",
            "listing_front_running=0",
            "market_abuse=2",
            "market_decoys=2",
            "marking_window=0",
            "matched_orders=10",
            "mirrored_positions=0",
            "momentum_ignition=0",
            "money_pass=6",
            "order_flood=4",
            "painting_the_tape=8",
            "pair_wash=10",
            "pinging=6",
            "price_defence=0",
            "pump_and_dump=0",
            "quote_stuffing=5",
            "ramping=0",
            "rebate_farming=4",
            "reference_fault=0",
            "reset_racehorse=0",
            "self_wash=30",
            "smoking=0",
            "spoofing=12",
            "unround_sizes=2",
            "volume_churn=8"),
            DEFAULTS.perMillion().entrySet().stream().map(Map.Entry::toString).toList());
    }

    @Test
    void shouldRefuseWhatIsOutOfRange()
    {
        refused("events", () -> SimulatorConfig.defaults(1, 0));
        refused("instruments", () -> DEFAULTS.withSize(0, 400));
        refused("instruments", () -> DEFAULTS.withSize(65, 400));
        refused("accounts", () -> DEFAULTS.withSize(8, 59));
        refused("accounts", () -> DEFAULTS.withSize(8, 20_001));
        refused("venues", () -> DEFAULTS.withVenues(0));
        refused("venues", () -> DEFAULTS.withVenues(4));
        refused("rate_per_second", () -> DEFAULTS.withRatePerSecond(0));
        refused("rate_per_second", () -> DEFAULTS.withRatePerSecond(10_000_001));
        refused("start_time", () -> DEFAULTS.withStartTimeNanos(-1));
        refused("episode", () -> DEFAULTS.withEpisodes(Map.of("self_wish", 1)));
        refused("self_wash_per_million", () -> DEFAULTS.withIntensities(-1, 0, 0, 0, 0, 0));
        refused("group_wash_per_million", () -> DEFAULTS.withIntensities(0, 2_001, 0, 0, 0, 0));
        refused("pair_wash_per_million", () -> DEFAULTS.withIntensities(0, 0, -1, 0, 0, 0));
        refused("quote_stuffing_per_million", () -> DEFAULTS.withIntensities(0, 0, 0, -1, 0, 0));
        refused("fat_finger_per_million", () -> DEFAULTS.withIntensities(0, 0, 0, 0, -1, 0));
        refused("decoys_per_million", () -> DEFAULTS.withIntensities(0, 0, 0, 0, 0, -1));
    }

    private static void refused(final String field, final Executable made)
    {
        final String message = assertThrows(IllegalArgumentException.class, made).getMessage();
        assertTrue(message.startsWith(field + " is "), message);
    }
}
