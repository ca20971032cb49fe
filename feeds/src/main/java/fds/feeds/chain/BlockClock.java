package fds.feeds.chain;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;

/**
 * Time for blocks, whose own is seldom told: the number of the block, a second each, stands for the time of reception.
 * It orders blocks; it is no date. The venue's time is the block's own where it is told, and else absent.
 */
final class BlockClock
{
    /** What is told of it. */
    static final String ASSUMPTION = "block n stands at n seconds, which is no date; " +
        "tokens whose decimals are not known are counted in 10^18 base units";

    /** Largest number of a block. */
    static final long NUMBER_MAX = 1_000_000_000;

    private static final long SECOND_NANOS = 1_000_000_000;

    private BlockClock()
    {
    }

    static Draft stamped(final Draft draft, final long block)
    {
        return draft.received(block * SECOND_NANOS);
    }

    /** The event that ends a block; its hash may be empty. */
    static Draft end(final long timeNanos, final long block, final String hash)
    {
        return stamped(new Draft(Kind.BLOCK_END, timeNanos), block).value(Long.toString(block))
            .reference(hash);
    }
}
