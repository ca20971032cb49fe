package fds.feeds.simulator;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import fds.feeds.simulator.abuse.AbuseCatalog;
import fds.feeds.simulator.venue.InstrumentCatalog;

/**
 * What the simulated venue is like. The same values give the same bytes on any machine and JDK.
 * <p>
 * Makers of a single instrument send about a twelfth of the rate each, of the busiest of eight about a fiftieth: a rate
 * that takes them beyond a few hundred messages a second makes honest makers look like quote stuffers.
 * <p>
 * Intensities count episodes for each million rows, on average; 0 switches a typology off.
 *
 * @param seed                any.
 * @param events              rows in all, 1 or more; {@link Long#MAX_VALUE}: without end.
 * @param instruments         of the first venue, 1 to {@value #INSTRUMENTS_MAX}.
 * @param accounts            of the first venue, {@value #ACCOUNTS_MIN} to {@value #ACCOUNTS_MAX}.
 * @param venues              1 to {@value InstrumentCatalog#VENUES_MAX}; the others trade spot of what the first one's
 *                            perpetuals are on, and have accounts of their own.
 * @param ratePerSecond       mean rows a second of simulated time, before abuse: 1 to {@value #RATE_MAX}.
 * @param startTimeNanos      UTC nanoseconds since 1970, 0 to 2⁶².
 * @param textIds             false: orders and accounts are decimal numbers; true: orders are UUIDs and accounts 0x…
 *                            wallets.
 * @param perMillion          episodes by the name of their kind ({@link AbuseCatalog}); a kind that is not there has
 *                            none.
 */
public record SimulatorConfig(
    long seed,
    long events,
    int instruments,
    int accounts,
    int venues,
    int ratePerSecond,
    long startTimeNanos,
    boolean textIds,
    SortedMap<String, Integer> perMillion)
{
    /** Most instruments: bounds the memory of the books. */
    public static final int INSTRUMENTS_MAX = 64;

    /** Fewest accounts: makers, funds, groups and singles must all be there. */
    public static final int ACCOUNTS_MIN = 60;

    /** Most accounts. */
    public static final int ACCOUNTS_MAX = 20_000;

    /** Most rows a second of simulated time. */
    public static final int RATE_MAX = 10_000_000;

    /** Most episodes of one typology for each million rows. */
    public static final int INTENSITY_MAX = 2_000;

    /** 2026-01-05 07:59:50 UTC, ten seconds before a funding hour. */
    public static final long DEFAULT_START_TIME_NANOS = 1_767_599_990_000_000_000L;

    /** Checks every range. */
    public SimulatorConfig
    {
        require(events >= 1, "events", events, "1 or more");
        require(instruments >= 1 && instruments <= INSTRUMENTS_MAX, "instruments", instruments,
            "1 to " + INSTRUMENTS_MAX);
        require(accounts >= ACCOUNTS_MIN && accounts <= ACCOUNTS_MAX, "accounts", accounts,
            ACCOUNTS_MIN + " to " + ACCOUNTS_MAX);
        require(venues >= 1 && venues <= InstrumentCatalog.VENUES_MAX, "venues", venues,
            "1 to " + InstrumentCatalog.VENUES_MAX);
        require(ratePerSecond >= 1 && ratePerSecond <= RATE_MAX, "rate_per_second", ratePerSecond, "1 to " + RATE_MAX);
        require(startTimeNanos >= 0 && startTimeNanos <= 1L << 62, "start_time", startTimeNanos,
            "0 to 2^62 nanoseconds since 1970");
        perMillion = Collections.unmodifiableSortedMap(new TreeMap<>(perMillion));
        final SortedMap<String, Integer> known = AbuseCatalog.defaultRates();
        perMillion.forEach((name, rate) ->
        {
            if (!known.containsKey(name))
            {
                throw new IllegalArgumentException(
                    "episode is '" + name + "': must be one of " + String.join(", ", known.keySet()));
            }
            require(rate >= 0 && rate <= INTENSITY_MAX, name + "_per_million", rate, "0 to " + INTENSITY_MAX);
        });
    }

    /**
     * A venue of eight instruments and 400 accounts, 4,000 rows a second, with some of everything.
     *
     * @param seed   any.
     * @param events rows in all, or {@link Long#MAX_VALUE}.
     * @return checked.
     */
    public static SimulatorConfig defaults(final long seed, final long events)
    {
        return new SimulatorConfig(
            seed, events, 8, 400, 3, 4_000, DEFAULT_START_TIME_NANOS, false, AbuseCatalog.defaultRates());
    }

    /**
     * The same venue with these episodes and no others.
     *
     * @param selfWash      trades of an account with itself.
     * @param groupWash     trades of two accounts of one owner group.
     * @param pairWash      volume-matched trades of two unrelated accounts.
     * @param quoteStuffing bursts.
     * @param fatFinger     orders with a wrong price or size.
     * @param decoys        honest flow that looks like abuse.
     * @return checked.
     */
    public SimulatorConfig withIntensities(
        final int selfWash,
        final int groupWash,
        final int pairWash,
        final int quoteStuffing,
        final int fatFinger,
        final int decoys)
    {
        final SortedMap<String, Integer> rates = new TreeMap<>();
        rates.put("self_wash", selfWash);
        rates.put("group_wash", groupWash);
        rates.put("pair_wash", pairWash);
        rates.put("quote_stuffing", quoteStuffing);
        rates.put("fat_finger", fatFinger);
        rates.put("decoys", decoys);
        return withEpisodes(rates);
    }

    /**
     * The same venue with other episodes, and no others than these.
     *
     * @param rates for each million rows, by the name of the kind.
     * @return checked.
     */
    public SimulatorConfig withEpisodes(final Map<String, Integer> rates)
    {
        return new SimulatorConfig(seed, events, instruments, accounts, venues, ratePerSecond, startTimeNanos, textIds,
            new TreeMap<>(rates));
    }

    /**
     * The same venue at another rate.
     *
     * @param rate mean rows a second of simulated time.
     * @return checked.
     */
    public SimulatorConfig withRatePerSecond(final int rate)
    {
        return new SimulatorConfig(seed, events, instruments, accounts, venues, rate, startTimeNanos, textIds,
            perMillion);
    }

    /**
     * The same venue of another size.
     *
     * @param instrumentCount instruments.
     * @param accountCount    accounts.
     * @return checked.
     */
    public SimulatorConfig withSize(final int instrumentCount, final int accountCount)
    {
        return new SimulatorConfig(seed, events, instrumentCount, accountCount, venues, ratePerSecond, startTimeNanos,
            textIds, perMillion);
    }

    /**
     * The same venue among others.
     *
     * @param count venues in all.
     * @return checked.
     */
    public SimulatorConfig withVenues(final int count)
    {
        return new SimulatorConfig(seed, events, instruments, accounts, count, ratePerSecond, startTimeNanos, textIds,
            perMillion);
    }

    /**
     * The same venue starting at another time.
     *
     * @param timeNanos UTC nanoseconds since 1970.
     * @return checked.
     */
    public SimulatorConfig withStartTimeNanos(final long timeNanos)
    {
        return new SimulatorConfig(seed, events, instruments, accounts, venues, ratePerSecond, timeNanos, textIds,
            perMillion);
    }

    /**
     * The same venue with ids of the other kind.
     *
     * @param texts true for UUIDs and wallets.
     * @return checked.
     */
    public SimulatorConfig withTextIds(final boolean texts)
    {
        return new SimulatorConfig(seed, events, instruments, accounts, venues, ratePerSecond, startTimeNanos, texts,
            perMillion);
    }

    private static void require(final boolean holds, final String field, final long value, final String allowed)
    {
        if (!holds)
        {
            throw new IllegalArgumentException(field + " is " + value + ": must be " + allowed);
        }
    }
}
