package fds.bench.latency;

import java.util.Locale;
import java.util.Map;

import fds.feeds.simulator.SimulatorConfig;

/** What the simulated venue is up to while it is measured: always the same events for the same flow. */
enum Flow
{
    /** Honest trading, decoys among it. */
    CALM(Map.of("decoys", 25, "book_decoys", 20)),
    /** Quote stuffing on several instruments at once, as much of it as the simulator makes. */
    STORM(Map.of("quote_stuffing", SimulatorConfig.INTENSITY_MAX)),
    /** Prices fall, positions are liquidated, which makes prices fall. */
    CASCADE(Map.of("liquidation_cascade", 500));

    private static final long SEED = 20_260_105;
    private static final int INSTRUMENTS = 32;
    private static final int ACCOUNTS = 5_000;
    private static final int ROWS_PER_SECOND = 16_000; // of simulated time; more would make honest makers look hasty

    private final Map<String, Integer> episodes;

    Flow(final Map<String, Integer> episodes)
    {
        this.episodes = episodes;
    }

    /** The venue, for so many events. */
    SimulatorConfig venue(final int events)
    {
        return SimulatorConfig.defaults(SEED, events).withSize(INSTRUMENTS, ACCOUNTS)
            .withRatePerSecond(ROWS_PER_SECOND).withEpisodes(episodes);
    }

    String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
