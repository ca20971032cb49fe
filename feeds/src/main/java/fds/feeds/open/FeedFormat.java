package fds.feeds.open;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats an input may have. */
public enum FeedFormat
{
    /** The normalized CSV. */
    CSV,

    /** Binary order flow of 64-byte records. */
    ORDERFLOW,

    /** Hyperliquid's fills by block, JSON lines. */
    HYPERLIQUID_FILLS,

    /** Bitstamp's order events of 2015. */
    BITSTAMP_L3,

    /** LOBSTER's message files. */
    LOBSTER,

    /** CME's market by order, in Databento's columns. */
    CME_MBO,

    /** Spot prints with the taker's side, a symbol a file. */
    SPOT_PRINTS,

    /** Hyperliquid's auto-deleveraging fills, CSV. */
    HYPERLIQUID_ADL,

    /** Fills of Hyperliquid accounts, CSV. */
    HYPERLIQUID_ACCOUNT_FILLS,

    /** Funding payments of Hyperliquid accounts, CSV. */
    HYPERLIQUID_ACCOUNT_FUNDING,

    /** Ledgers of Hyperliquid accounts, CSV. */
    HYPERLIQUID_ACCOUNT_LEDGER,

    /** BitMEX's liquidation orders, JSON lines. */
    BITMEX_LIQUIDATIONS,

    /** Funding rates of a venue, CSV. */
    FUNDING_HISTORY,

    /** Bars of a minute, CSV. */
    MINUTE_BARS,

    /** Sales of tokens with both wallets, CSV. */
    NFT_SALES,

    /** Transfers of tokens with both wallets, CSV. */
    NFT_TRANSFERS,

    /** Tweets a minute on a coin, CSV. */
    TWEET_COUNTS,

    /** Telegram messages taken for pump attempts, CSV. */
    TELEGRAM_PUMP_ATTEMPTS,

    /** Labelled Telegram messages, CSV. */
    TELEGRAM_MESSAGES,

    /** When Telegram channels told the coin of a pump, CSV. */
    TELEGRAM_PUMP_SIGNALS,

    /** When Telegram groups held a pump, CSV. */
    TELEGRAM_PUMP_DATES,

    /** Minutes in which a large coin rose or fell, CSV. */
    SPIKE_BARS,

    /** Prints of Cryptopia, CSV. */
    CRYPTOPIA_TRADES,

    /** Recorded answers of Hyperliquid, YAML. */
    HYPERLIQUID_CASSETTE,

    /** Swaps in pools of Ethereum, JSON lines. */
    SWAPS,

    /** Transactions of Ethereum with their receipts, JSON. */
    ETH_RECEIPTS,

    /** Blocks of Ethereum with the traces of their transactions, JSON. */
    ETH_BLOCKS,

    /** Hyperliquid's channels: books, trades with wallets. */
    HYPERLIQUID_STREAMS,

    /** Binance's combined streams: books, trades, tickers. */
    BINANCE_COMBINED,

    /** Messages of a venue as they were recorded, JSON. */
    RAW_MESSAGES,

    /** A directory of the engine's own; recognised here, read by the journal room. */
    JOURNAL;

    /**
     * The word for it on the command line.
     *
     * @return lower case, with hyphens.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The format that a word names.
     *
     * @param word as in {@code --format}.
     * @return null when there is none ({@code auto} included).
     */
    public static FeedFormat parse(final String word)
    {
        for (final FeedFormat format : values())
        {
            if (format.word().equals(word))
            {
                return format;
            }
        }
        return null;
    }

    /**
     * All words, for messages.
     *
     * @return with blanks between.
     */
    public static String words()
    {
        return Arrays.stream(values()).map(FeedFormat::word).collect(Collectors.joining(" "));
    }
}
