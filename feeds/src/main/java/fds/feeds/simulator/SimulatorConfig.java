package fds.feeds.simulator;

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
 * @param instruments         1 to {@value #INSTRUMENTS_MAX}.
 * @param accounts            {@value #ACCOUNTS_MIN} to {@value #ACCOUNTS_MAX}.
 * @param ratePerSecond       mean rows a second of simulated time, before abuse: 1 to {@value #RATE_MAX}.
 * @param startTimeNanos      UTC nanoseconds since 1970, 0 to 2⁶².
 * @param textIds             false: orders and accounts are decimal numbers; true: orders are UUIDs and accounts 0x…
 *                            wallets.
 * @param selfWashPerMillion  trades of an account with itself.
 * @param groupWashPerMillion trades of two accounts of one owner group.
 * @param pairWashPerMillion  volume-matched trades of two unrelated accounts.
 * @param stuffingPerMillion  quote stuffing.
 * @param fatFingerPerMillion orders with a wrong price or size.
 * @param decoysPerMillion    honest flow that looks like abuse, of all sorts together.
 */
public record SimulatorConfig(
    long seed,
    long events,
    int instruments,
    int accounts,
    int ratePerSecond,
    long startTimeNanos,
    boolean textIds,
    int selfWashPerMillion,
    int groupWashPerMillion,
    int pairWashPerMillion,
    int stuffingPerMillion,
    int fatFingerPerMillion,
    int decoysPerMillion)
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
        require(ratePerSecond >= 1 && ratePerSecond <= RATE_MAX, "rate_per_second", ratePerSecond, "1 to " + RATE_MAX);
        require(startTimeNanos >= 0 && startTimeNanos <= 1L << 62, "start_time", startTimeNanos,
            "0 to 2^62 nanoseconds since 1970");
        intensity("self_wash_per_million", selfWashPerMillion);
        intensity("group_wash_per_million", groupWashPerMillion);
        intensity("pair_wash_per_million", pairWashPerMillion);
        intensity("stuffing_per_million", stuffingPerMillion);
        intensity("fat_finger_per_million", fatFingerPerMillion);
        intensity("decoys_per_million", decoysPerMillion);
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
            seed, events, 8, 400, 4_000, DEFAULT_START_TIME_NANOS, false, 30, 20, 10, 5, 30, 25);
    }

    /**
     * The same venue with other intensities.
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
        return new SimulatorConfig(seed, events, instruments, accounts, ratePerSecond, startTimeNanos, textIds,
            selfWash, groupWash, pairWash, quoteStuffing, fatFinger, decoys);
    }

    /**
     * The same venue at another rate.
     *
     * @param rate mean rows a second of simulated time.
     * @return checked.
     */
    public SimulatorConfig withRatePerSecond(final int rate)
    {
        return new SimulatorConfig(seed, events, instruments, accounts, rate, startTimeNanos, textIds,
            selfWashPerMillion, groupWashPerMillion, pairWashPerMillion, stuffingPerMillion, fatFingerPerMillion,
            decoysPerMillion);
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
        return new SimulatorConfig(seed, events, instrumentCount, accountCount, ratePerSecond, startTimeNanos, textIds,
            selfWashPerMillion, groupWashPerMillion, pairWashPerMillion, stuffingPerMillion, fatFingerPerMillion,
            decoysPerMillion);
    }

    /**
     * The same venue starting at another time.
     *
     * @param timeNanos UTC nanoseconds since 1970.
     * @return checked.
     */
    public SimulatorConfig withStartTimeNanos(final long timeNanos)
    {
        return new SimulatorConfig(seed, events, instruments, accounts, ratePerSecond, timeNanos, textIds,
            selfWashPerMillion, groupWashPerMillion, pairWashPerMillion, stuffingPerMillion, fatFingerPerMillion,
            decoysPerMillion);
    }

    /**
     * The same venue with ids of the other kind.
     *
     * @param texts true for UUIDs and wallets.
     * @return checked.
     */
    public SimulatorConfig withTextIds(final boolean texts)
    {
        return new SimulatorConfig(seed, events, instruments, accounts, ratePerSecond, startTimeNanos, texts,
            selfWashPerMillion, groupWashPerMillion, pairWashPerMillion, stuffingPerMillion, fatFingerPerMillion,
            decoysPerMillion);
    }

    private static void intensity(final String field, final int value)
    {
        require(value >= 0 && value <= INTENSITY_MAX, field, value, "0 to " + INTENSITY_MAX);
    }

    private static void require(final boolean holds, final String field, final long value, final String allowed)
    {
        if (!holds)
        {
            throw new IllegalArgumentException(field + " is " + value + ": must be " + allowed);
        }
    }
}
