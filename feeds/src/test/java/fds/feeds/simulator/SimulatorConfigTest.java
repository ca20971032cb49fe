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
            "collateral_depeg=0",
            "cornering=0",
            "cross_product=0",
            "decoy_accumulation=0",
            "decoy_cascade=0",
            "decoy_free_withdrawal=0",
            "decoy_funding_hedger=0",
            "decoy_inventory_at_window=0",
            "decoy_listing_buyer=0",
            "decoy_momentum_trader=0",
            "decoy_news_jump=0",
            "decoys=25",
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
            "mirrored_positions=0",
            "momentum_ignition=0",
            "pair_wash=10",
            "price_defence=0",
            "pump_and_dump=0",
            "quote_stuffing=5",
            "ramping=0",
            "reference_fault=0",
            "reset_racehorse=0",
            "self_wash=30",
            "smoking=0",
            "spoofing=12"),
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
