package fds.feeds.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A call of one contract by another as a trace of the chain tells it; what it asks for stands in its input. */
final class Call
{
    /** Characters of an input that any call read here needs: a selector and its first words. */
    static final int INPUT_MAX = 2 + 8 + 8 * 64;

    private static final int SELECTOR_END = 10;
    private static final int WORD_DIGITS = 64;
    private static final int RADIX = 16;

    final List<Integer> path = new ArrayList<>(); // place below its transaction's first call
    String from = "";
    String to = "";
    String input = "";
    String transaction = "";
    String blockHash = "";
    long position = -1;
    long line;
    boolean isCall;
    boolean isFailed;

    /** The function that is called; empty for none. */
    String selector()
    {
        return isCall && input.length() >= SELECTOR_END ? input.substring(0, SELECTOR_END) : "";
    }

    /** Whether the input has so many words behind the selector. */
    boolean hasWords(final int count)
    {
        final int end = SELECTOR_END + count * WORD_DIGITS;
        return input.length() >= end && Hex.isHex(input.substring(0, end));
    }

    /** A word of the input as a number. */
    BigInteger number(final int index)
    {
        return new BigInteger(word(index), RADIX);
    }

    /** The address in a word of the input: its low bytes, whatever stands above them. */
    String address(final int index)
    {
        return Hex.addressOf(word(index));
    }

    /** Whether it was made, by however many steps, within another call of the same transaction. */
    boolean isWithin(final Call other)
    {
        return path.size() > other.path.size() && path.subList(0, other.path.size()).equals(other.path);
    }

    /** The transfer of a token that it is; null when it is none. */
    Transfer transfer()
    {
        return switch (selector())
        {
            case "0xa9059cbb" -> hasWords(2) ? new Transfer(this, from, address(0), number(1)) : null;
            case "0x23b872dd" -> hasWords(3) ? new Transfer(this, address(0), address(1), number(2)) : null;
            default -> null;
        };
    }

    /** Who gets what a swap that it asks for gives; null when it asks for none. */
    String recipient()
    {
        return switch (selector())
        {
            case "0x022c0d9f" -> hasWords(3) ? address(2) : null; // Uniswap V2: two amounts, recipient
            case "0x128acb08" -> hasWords(1) ? address(0) : null; // Uniswap V3
            case "0x8201aa3f", "0x7c5e9ea4" -> from;              // Balancer V1, exact amount in and out
            default -> null;
        };
    }

    /** Whether the contract that is called is a pool of two tokens. */
    boolean isOfPair()
    {
        return selector().equals("0x022c0d9f") || selector().equals("0x128acb08");
    }

    /** Whether swaps can do without it: no transfer, no swap, nothing that was undone. */
    boolean isIdle()
    {
        return !isFailed && transfer() == null && recipient() == null;
    }

    /** The first field that is missing; null for none. */
    String missing()
    {
        return transaction.isEmpty() ? "transaction_hash" : position < 0 ? "transaction_position" :
            !isCall ? null : from.isEmpty() ? "from" : to.isEmpty() ? "to" : null;
    }

    /**
     * A transfer of a token, which is the contract that is called.
     *
     * @param call   that asks for it.
     * @param from   who gives.
     * @param to     who gets.
     * @param amount in base units.
     */
    record Transfer(Call call, String from, String to, BigInteger amount)
    {
        String token()
        {
            return call.to;
        }

        /** Those that are no part of another: a token behind a proxy is transferred twice. */
        static List<Transfer> own(final List<Transfer> transfers)
        {
            return transfers.stream().filter(one -> transfers.stream()
                .noneMatch(other -> one.call.isWithin(other.call))).toList();
        }
    }

    private String word(final int index)
    {
        return input.substring(SELECTOR_END + index * WORD_DIGITS, SELECTOR_END + (index + 1) * WORD_DIGITS);
    }

    @Override
    public String toString()
    {
        return transaction + " " + path;
    }
}
