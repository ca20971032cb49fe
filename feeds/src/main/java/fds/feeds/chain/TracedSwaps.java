package fds.feeds.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import fds.market.door.BadInputException;

/**
 * Swaps of one transaction by its calls. What a pool got is the last transfer to it before the swap was asked for, or
 * else the last within; what it gave is the one transfer within from it to the recipient. These are the rules of
 * Flashbots' mev-inspect, with one more: what a failed call did is undone, and no swap.
 */
final class TracedSwaps
{
    private final List<Call> calls;
    private final BlockReader reader;

    TracedSwaps(final List<Call> calls, final BlockReader reader)
    {
        this.calls = calls;
        this.reader = reader;
    }

    /** Adds a swap, or the complaint that takes its place, for each call of a pool that asks for one. */
    void addTo(final List<BlockReader.Told> told)
    {
        final List<Call> failed = calls.stream().filter(call -> call.isFailed).toList();
        final List<Call.Transfer> before = new ArrayList<>();
        for (final Call call : calls)
        {
            final Call.Transfer transfer = call.transfer();
            if (transfer != null)
            {
                before.add(transfer);
            }
            else if (call.recipient() != null && failed.stream().noneMatch(one -> one == call || call.isWithin(one)))
            {
                told.add(told(call, before));
            }
        }
    }

    private BlockReader.Told told(final Call call, final List<Call.Transfer> before)
    {
        try
        {
            return new BlockReader.Told(swap(call, before), call.isOfPair(), null);
        }
        catch (final BadInputException ex)
        {
            return new BlockReader.Told(null, false, ex);
        }
    }

    private Swap swap(final Call call, final List<Call.Transfer> before)
    {
        final List<Call.Transfer> within = Call.Transfer.own(calls.stream().filter(one -> one.isWithin(call))
            .map(Call::transfer).filter(transfer -> transfer != null).toList());
        final List<Call.Transfer> earlier = to(call.to, Call.Transfer.own(before));
        final List<Call.Transfer> in = earlier.isEmpty() ? to(call.to, within) : earlier;
        final List<Call.Transfer> out = to(call.recipient(), within).stream()
            .filter(transfer -> transfer.from().equals(call.to)).toList();
        if (in.isEmpty() || out.size() != 1)
        {
            throw reader.bad(call, "swap", in.size() + " transfers in and " + out.size() + " out",
                "one transfer or more to the pool and one from it to the recipient");
        }
        final Call.Transfer paid = in.get(in.size() - 1);
        final Call.Transfer got = out.get(0);
        if (paid.token().equals(got.token()))
        {
            throw reader.bad(call, "token", got.token(), "another token than the one that came in");
        }
        final Swap swap = new Swap();
        swap.pool = call.to;
        swap.trader = paid.from();
        swap.recipient = got.to();
        swap.tokenIn = Token.of(paid.token());
        swap.tokenOut = Token.of(got.token());
        swap.amountIn = amount(call, paid);
        swap.amountOut = amount(call, got);
        swap.transaction = call.transaction;
        swap.position = call.position;
        return swap;
    }

    private BigInteger amount(final Call call, final Call.Transfer transfer)
    {
        if (transfer.amount().signum() == 0)
        {
            throw reader.bad(call, "amount", "0", "1 to 2^256 - 1");
        }
        return transfer.amount();
    }

    private static List<Call.Transfer> to(final String receiver, final List<Call.Transfer> transfers)
    {
        return transfers.stream().filter(transfer -> transfer.to().equals(receiver)).toList();
    }
}
