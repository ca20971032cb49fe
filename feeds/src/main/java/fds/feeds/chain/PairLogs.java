package fds.feeds.chain;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;

/**
 * Swaps in the logs of one receipt. The log of a Uniswap V2 pair tells four amounts but not of which tokens: these are
 * the two whose transfers of the same transaction come from the pair or go to it, the lower address first.
 */
final class PairLogs
{
    private static final String SWAP = "0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822";
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    private static final int SWAP_TOPICS = 3;
    private static final int SWAP_WORDS = 4;

    private final Receipt receipt;
    private final ReceiptReader reader;

    PairLogs(final Receipt receipt, final ReceiptReader reader)
    {
        this.receipt = receipt;
        this.reader = reader;
    }

    /** Adds its swaps to a list, in the order of the logs. */
    void addTo(final List<Swap> swaps)
    {
        for (final Receipt.Log log : receipt.logs)
        {
            if (log.isAbout(SWAP) && !log.isRemoved)
            {
                swaps.add(swap(log));
            }
        }
    }

    private Swap swap(final Receipt.Log log)
    {
        if (log.topics.size() != SWAP_TOPICS || Hex.words(log.data) != SWAP_WORDS || log.index < 0)
        {
            throw reader.bad("data", log.data, "a logIndex, three topics and four words in the log of a swap");
        }
        final List<String> tokens = List.copyOf(tokens(log.address));
        if (tokens.size() != 2)
        {
            throw reader.bad("logs", tokens.toString(), "transfers of two tokens from and to the pair of a swap");
        }
        final BigInteger net0 = Hex.word(log.data, 0).subtract(Hex.word(log.data, 2));
        final BigInteger net1 = Hex.word(log.data, 1).subtract(Hex.word(log.data, 3));
        if (net0.signum() * net1.signum() >= 0)
        {
            throw reader.bad("data", log.data, "one token that comes in and one that goes out");
        }
        final boolean isFirstIn = net0.signum() > 0;
        final Swap swap = new Swap();
        swap.pool = log.address;
        swap.trader = Hex.addressOf(log.topics.get(1));
        swap.recipient = Hex.addressOf(log.topics.get(2));
        swap.tokenIn = Token.of(tokens.get(isFirstIn ? 0 : 1));
        swap.tokenOut = Token.of(tokens.get(isFirstIn ? 1 : 0));
        swap.amountIn = isFirstIn ? net0 : net1;
        swap.amountOut = (isFirstIn ? net1 : net0).negate();
        swap.transaction = receipt.transaction;
        swap.position = receipt.position;
        swap.order = log.index;
        return swap;
    }

    private TreeSet<String> tokens(final String pair)
    {
        final TreeSet<String> tokens = new TreeSet<>();
        for (final Receipt.Log log : receipt.logs)
        {
            if (log.isAbout(TRANSFER) && log.topics.size() >= 3 && !log.address.equals(pair) &&
                (Hex.addressOf(log.topics.get(1)).equals(pair) || Hex.addressOf(log.topics.get(2)).equals(pair)))
            {
                tokens.add(log.address);
            }
        }
        return tokens;
    }
}
