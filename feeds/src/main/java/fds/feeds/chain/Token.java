package fds.feeds.chain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * A token of Ethereum. A recording tells its address alone; the decimals of the few in which others are priced are
 * constants of their contracts. All others are counted in {@code 10^18} base units.
 *
 * @param address  lower case.
 * @param name     the address, for a token that is not known.
 * @param decimals of one token.
 * @param rank     of two tokens the one with the higher rank is the quote; 0 for a token that is not known.
 */
record Token(String address, String name, int decimals, int rank)
{
    private static final int DECIMALS_UNKNOWN = 18;
    private static final List<Token> KNOWN = List.of(
        new Token("0xdac17f958d2ee523a2206206994597c13d831ec7", "USDT", 6, 6),
        new Token("0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", "USDC", 6, 5),
        new Token("0x6b175474e89094c44da98b954eedeac495271d0f", "DAI", 18, 4),
        new Token("0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", "WETH", 18, 3),
        new Token("0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", "ETH", 18, 2),
        new Token("0x2260fac5e5542a773aa44fbcfedf7c193bc2c599", "WBTC", 8, 1));

    /** The token with an address in lower case. */
    static Token of(final String address)
    {
        return KNOWN.stream().filter(token -> token.address.equals(address)).findFirst()
            .orElse(new Token(address, address, DECIMALS_UNKNOWN, 0));
    }

    /** Whether it is the base beside another: lower rank, and of two unknown ones the lower address. */
    boolean isBaseBeside(final Token other)
    {
        return rank != other.rank ? rank < other.rank : address.compareTo(other.address) < 0;
    }

    /** Tokens of an amount in base units. */
    BigDecimal amount(final BigInteger baseUnits)
    {
        return new BigDecimal(baseUnits, decimals);
    }
}
