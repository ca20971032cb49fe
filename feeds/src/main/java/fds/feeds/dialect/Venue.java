package fds.feeds.dialect;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import fds.feeds.raw.Dialect;

/** The venues whose messages are read, with how each is known by the name of a file and by a connection's address. */
enum Venue
{
    BINANCE_OPTIONS(BinanceOptions::new, "nbstream.binance.com|eapi.binance.com", "binance-european-options"),
    BINANCE_USDM(() -> new Binance("BINANCE-USDM"), "fstream.binance.com|fapi.binance.com", "binance_futures",
        "binance-futures"),
    BINANCE_COINM(() -> new Binance("BINANCE-COINM"), "dstream.binance.com|dapi.binance.com", "binance_delivery",
        "binance-delivery"),
    BINANCE_DEX(BinanceDex::new, "dex.binance.org", "binance_dex", "binance-dex"),
    BINANCE(() -> new Binance("BINANCE"), "//stream.binance.com|//api.binance.com", "binance"),
    BITFINEX(Bitfinex::new, "bitfinex.com", "bitfinex"),
    BITGET(Bitget::new, "bitget.com", "bitget"),
    BITMEX(Bitmex::new, "bitmex.com", "bitmex"),
    BITSTAMP(Bitstamp::new, "bitstamp.net", "bitstamp"),
    BYBIT_SPOT(() -> new Bybit(true), "bybit.com/spot", "bybit_spot", "bybit-spot"),
    BYBIT(() -> new Bybit(false), "bybit.com", "bybit"),
    COINBASE(Coinbase::new, "coinbase.com", "coinbase"),
    DERIBIT(Deribit::new, "deribit.com", "deribit"),
    DYDX(Dydx::new, "dydx.exchange", "dydx"),
    GATE(Gate::new, "gateio.ws", "gate"),
    HUOBI(Huobi::new, "hbdm.com", "huobi", "htx"),
    HYPERLIQUID(Hyperliquid::new, "hyperliquid.xyz", "hyperliquid"),
    INDEPENDENT_RESERVE(IndependentReserve::new, "independentreserve.com", "independent_reserve"),
    KRAKEN_FUTURES(KrakenFutures::new, "futures.kraken.com", "kraken_futures", "kraken-futures", "cryptofacilities"),
    KRAKEN(Kraken::new, "ws.kraken.com", "kraken"),
    KUCOIN(Kucoin::new, "kucoin.com", "kucoin"),
    OKCOIN(() -> new Okx("OKCOIN"), "okcoin.com", "okcoin"),
    OKX(() -> new Okx("OKX"), "okx.com", "okx", "okex"),
    PHEMEX(Phemex::new, "phemex.com", "phemex"),
    UPBIT(Upbit::new, "upbit.com", "upbit"),
    ASCENDEX(Ascendex::new, "ascendex.com", "ascendex"),
    BITFLYER(Bitflyer::new, "bitflyer.com", "bitflyer"),
    BITNOMIAL(Bitnomial::new, "bitnomial.com", "bitnomial"),
    BULLISH(Bullish::new, "bullish.com", "bullish"),
    COINFLEX(Coinflex::new, "coinflex.com", "coinflex"),
    CRYPTO_COM(CryptoCom::new, "crypto.com", "crypto-com", "crypto_com"),
    DELTA(Delta::new, "delta.exchange", "delta"),
    FTX_US(() -> new Ftx("FTX-US"), "ftx.us", "ftx_us", "ftx-us"),
    FTX(() -> new Ftx("FTX"), "ftx.com", "ftx"),
    GEMINI(Gemini::new, "gemini.com", "gemini"),
    HITBTC(Hitbtc::new, "hitbtc.com", "hitbtc"),
    LIGHTER(Lighter::new, "lighter.xyz", "lighter"),
    POLONIEX(Poloniex::new, "poloniex.com", "poloniex"),
    POLYMARKET(Polymarket::new, "polymarket.com", "polymarket"),
    SERUM(Serum::new, "serum", "serum"),
    WOO(Woo::new, "woo.org|woox.io", "woo");

    private final Supplier<Dialect> dialect;
    private final Pattern address;
    private final List<String> names;

    Venue(final Supplier<Dialect> dialect, final String address, final String... names)
    {
        this.dialect = dialect;
        this.address = Pattern.compile(address);
        this.names = List.of(names);
    }

    /** A reader of its messages that knows nothing yet. */
    Supplier<Dialect> dialect()
    {
        return dialect;
    }

    String word()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isAt(final String url)
    {
        return address.matcher(url).find();
    }

    /** How much of a file's name is the venue's; 0 for none. */
    int lettersIn(final String fileName)
    {
        final String lower = fileName.toLowerCase(Locale.ROOT);
        return names.stream().filter(lower::startsWith).mapToInt(String::length).max().orElse(0);
    }
}
