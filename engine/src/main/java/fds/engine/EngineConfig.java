package fds.engine;

/**
 * Deployment: it decides nothing but speed and comfort, and is in no decision.
 *
 * @param threading          how stages are spread over threads.
 * @param waiting            how a thread waits.
 * @param ringEvents         size of the main ring, a power of two.
 * @param inboundEvents      size of each feed's ring, a power of two.
 * @param textCapacity       texts kept of each id space.
 * @param instrumentCapacity largest instrument id.
 * @param measuresLatency    whether hand-in to decision is timed: two looks at the clock an event.
 * @param threads            told when one of the engine's threads begins.
 */
public record EngineConfig(
    Threading threading,
    Waiting waiting,
    int ringEvents,
    int inboundEvents,
    int textCapacity,
    int instrumentCapacity,
    boolean measuresLatency,
    ThreadHook threads)
{
    /** What holds when nobody says. */
    public static final EngineConfig DEFAULT = new EngineConfig(
        new Threading(Threading.Mode.FUSED, 1), Waiting.SLEEPING, 1 << 13, 1 << 12, 1 << 18, 4096, false);

    /** Checks the ranges. */
    public EngineConfig
    {
        requirePowerOfTwo("ring", ringEvents, 128, 1 << 22);
        requirePowerOfTwo("inbound", inboundEvents, 64, 1 << 20);
        if (textCapacity < 16 || textCapacity > 1 << 24)
        {
            throw new IllegalArgumentException("texts is " + textCapacity + ": must be 16 to " + (1 << 24));
        }
        if (instrumentCapacity < 1 || instrumentCapacity > 1 << 20)
        {
            throw new IllegalArgumentException(
                "instruments is " + instrumentCapacity + ": must be 1 to " + (1 << 20));
        }
    }

    /**
     * With threads that run where the kernel puts them.
     *
     * @param threading          how stages are spread over threads.
     * @param waiting            how a thread waits.
     * @param ringEvents         size of the main ring, a power of two.
     * @param inboundEvents      size of each feed's ring, a power of two.
     * @param textCapacity       texts kept of each id space.
     * @param instrumentCapacity largest instrument id.
     * @param measuresLatency    whether hand-in to decision is timed.
     */
    public EngineConfig(
        final Threading threading,
        final Waiting waiting,
        final int ringEvents,
        final int inboundEvents,
        final int textCapacity,
        final int instrumentCapacity,
        final boolean measuresLatency)
    {
        this(threading, waiting, ringEvents, inboundEvents, textCapacity, instrumentCapacity, measuresLatency,
            ThreadHook.NONE);
    }

    /**
     * The same with another threading.
     *
     * @param other threading.
     * @return a copy.
     */
    public EngineConfig with(final Threading other)
    {
        return new EngineConfig(other, waiting, ringEvents, inboundEvents, textCapacity, instrumentCapacity,
            measuresLatency, threads);
    }

    /**
     * The same with another way to wait.
     *
     * @param other way.
     * @return a copy.
     */
    public EngineConfig with(final Waiting other)
    {
        return new EngineConfig(threading, other, ringEvents, inboundEvents, textCapacity, instrumentCapacity,
            measuresLatency, threads);
    }

    /**
     * The same, measuring latency or not.
     *
     * @param measures whether to.
     * @return a copy.
     */
    public EngineConfig withLatency(final boolean measures)
    {
        return new EngineConfig(threading, waiting, ringEvents, inboundEvents, textCapacity, instrumentCapacity,
            measures, threads);
    }

    /**
     * The same with another hook.
     *
     * @param hook told when one of the engine's threads begins.
     * @return a copy.
     */
    public EngineConfig with(final ThreadHook hook)
    {
        return new EngineConfig(threading, waiting, ringEvents, inboundEvents, textCapacity, instrumentCapacity,
            measuresLatency, hook);
    }

    private static void requirePowerOfTwo(final String key, final int value, final int min, final int max)
    {
        if (value < min || value > max || Integer.bitCount(value) != 1)
        {
            throw new IllegalArgumentException(
                key + " is " + value + ": must be a power of two, " + min + " to " + max);
        }
    }
}
