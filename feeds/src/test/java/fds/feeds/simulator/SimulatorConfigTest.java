package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SimulatorConfigTest
{
    private static final SimulatorConfig DEFAULTS = SimulatorConfig.defaults(1, 10);

    @Test
    void shouldPinTheDefaults()
    {
        assertEquals(new SimulatorConfig(1, 10, 8, 400, 3, 4_000, 1_767_599_990_000_000_000L, false,
            new TreeMap<>(Map.of("self_wash", 30, "group_wash", 20, "pair_wash", 10, "quote_stuffing", 5,
                "fat_finger", 30, "decoys", 25, "spoofing", 12, "layering", 12))),
            DEFAULTS);
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
