package fds.feeds.dialect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import fds.feeds.raw.Json;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** What many venues' messages have in common. */
final class Words
{
    private static final List<String> QUOTES = List.of("FDUSD", "USDT", "USDC", "BUSD", "USD", "EUR",
        "GBP", "AUD", "TRY", "KRW", "JPY", "BTC", "XBT", "ETH", "BNB");

    private Words()
    {
    }

    /** The side a word names: buy, sell, bid, ask, b, s, a in any case. */
    static int side(final Json word)
    {
        return switch (word.need().toLowerCase(Locale.ROOT))
        {
            case "buy", "b", "bid" -> Side.BUY;
            case "sell", "s", "a", "ask" -> Side.SELL;
            default -> throw Json.bad("side", word.text(), "buy or sell");
        };
    }

    static int opposite(final int side)
    {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }

    /** The side of the aggressor, by whether the buyer rested. */
    static int aggressor(final Json isBuyerMaker)
    {
        return switch (isBuyerMaker.need())
        {
            case "true" -> Side.SELL;
            case "false" -> Side.BUY;
            default -> throw Json.bad("maker", isBuyerMaker.text(), "true or false");
        };
    }

    /** A number without its sign. */
    static String absolute(final String number)
    {
        return number.startsWith("-") ? number.substring(1) : number;
    }

    static boolean isZero(final String number)
    {
        final BigDecimal value = DecimalUnit.toBigDecimal(number);
        return value != null && value.signum() == 0;
    }

    /** A number of some power of ten below one, exactly; nothing stays nothing. */
    static String scaled(final Json number, final int decimals)
    {
        if (number.text().isEmpty())
        {
            return "";
        }
        final BigDecimal value = DecimalUnit.toBigDecimal(number.need());
        if (value == null)
        {
            throw Json.bad("number", number.text(), "a decimal number");
        }
        return value.movePointLeft(decimals).stripTrailingZeros().toPlainString();
    }

    /** The quote asset that a symbol ends with; empty when it is none of those known. */
    static String quoteOf(final String symbol)
    {
        final String upper = symbol.toUpperCase(Locale.ROOT);
        return QUOTES.stream().filter(quote -> upper.endsWith(quote) && upper.length() > quote.length()).findFirst()
            .orElse("");
    }

    /** What stands before the quote asset. */
    static String baseOf(final String symbol)
    {
        return symbol.substring(0, symbol.length() - quoteOf(symbol).length());
    }

    /** A date or a delivery month at the end tells a future, {@code -C} and {@code -P} an option. */
    static InstrumentType derivative(final String symbol)
    {
        if (symbol.matches(".*[-_][CP]$") || symbol.matches(".*-[CP]-.*"))
        {
            return InstrumentType.OPTION;
        }
        return symbol.matches(".*[-_]?\\d{4,8}$") || symbol.matches(".*[FGHJKMNQUVXZ]\\d\\d$") ||
            symbol.matches(".*-\\d{1,2}[A-Z]{3}\\d\\d$") ? InstrumentType.FUTURE : InstrumentType.PERP;
    }
}
