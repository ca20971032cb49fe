package fds.feeds.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recording of a venue's messages is recognised and read whole: how many events, how many messages rejected. */
class VenueRecordingsTest
{
    @ParameterizedTest
    @CsvSource({
        "cex-ws-raw/BINANCE.http.0.0.log.gz, 4652, 0",
        "cex-ws-raw/BINANCE.ws.1.0.log.gz, 174, 0",
        "cex-ws-raw/BINANCE_DELIVERY.http.0.0.log.gz, 10996, 0",
        "cex-ws-raw/BINANCE_DELIVERY.ws.1.0.log.gz, 1909, 0",
        "cex-ws-raw/BINANCE_FUTURES.http.0.0.log.gz, 5617, 0",
        "cex-ws-raw/BINANCE_FUTURES.ws.1.0.log.gz, 514, 0",
        "cex-ws-raw/BITFINEX.ws.11.0.log.gz, 2967, 0",
        "cex-ws-raw/BITMEX.ws.1.0.log.gz, 13281, 0",
        "cex-ws-raw/BITSTAMP.http.0.0.log.gz, 9355, 0",
        "cex-ws-raw/BITSTAMP.ws.1.0.log.gz, 16, 0",
        "cex-ws-raw/BYBIT.ws.25.0.log.gz, 11109, 0",
        "cex-ws-raw/BYBIT.ws.26.0.log.gz, 2804, 0",
        "cex-ws-raw/COINBASE.ws.28.0.log.gz, 9890, 0",
        "cex-ws-raw/DERIBIT.ws.1.0.log.gz, 393, 0",
        "cex-ws-raw/DYDX.ws.1.0.log.gz, 8178, 0",
        "cex-ws-raw/GATEIO_FUTURES.ws.1.0.log.gz, 160, 0",
        "cex-ws-raw/HUOBI_SWAP.ws.1.0.log.gz, 4146, 0",
        "cex-ws-raw/INDEPENDENT_RESERVE.ws.1.0.log.gz, 1663, 0",
        "cex-ws-raw/KRAKEN_FUTURES.ws.1.0.log.gz, 1263, 0",
        "cex-ws-raw/OKX.ws.1.0.log.gz, 3309, 0",
        "cex-ws-raw/PHEMEX.ws.1.0.log.gz, 2761, 0",
        "cex-ws-raw/UPBIT.ws.62.0.log.gz, 718, 0",
        "exchange-native-messages/ascendex.jsonl, 17, 0",
        "exchange-native-messages/binance-european-options.jsonl, 34, 0",
        "exchange-native-messages/binance.jsonl, 28, 0",
        "exchange-native-messages/binance_delivery.jsonl, 14, 0",
        "exchange-native-messages/binance_dex.jsonl, 12, 0",
        "exchange-native-messages/coinflex.jsonl, 13, 0",
        "exchange-native-messages/binance_futures.jsonl, 22, 0",
        "exchange-native-messages/bitfinex.jsonl, 12, 0",
        "exchange-native-messages/bitfinex_derivatives.jsonl, 16, 0",
        "exchange-native-messages/bitflyer.jsonl, 11, 0",
        "exchange-native-messages/bitget-futures.jsonl, 27, 0",
        "exchange-native-messages/bitget-futures_v3.jsonl, 16, 0",
        "exchange-native-messages/bitget.jsonl, 12, 0",
        "exchange-native-messages/bitget_v3.jsonl, 8, 0",
        "exchange-native-messages/bitmex.jsonl, 34, 0",
        "exchange-native-messages/bitnomial.jsonl, 7, 0",
        "exchange-native-messages/bitstamp.jsonl, 17, 0",
        "exchange-native-messages/bullish_book_ticker.jsonl, 6, 0",
        "exchange-native-messages/bullish_derivative_ticker.jsonl, 21, 0",
        "exchange-native-messages/bullish_option_summary.jsonl, 14, 0",
        "exchange-native-messages/bullish_order_book.jsonl, 11, 0",
        "exchange-native-messages/bullish_trade.jsonl, 4, 0",
        "exchange-native-messages/bybit-options.jsonl, 17, 0",
        "exchange-native-messages/bybit.jsonl, 93, 0",
        "exchange-native-messages/bybit_spot.jsonl, 20, 0",
        "exchange-native-messages/coinbase-international.jsonl, 14, 0",
        "exchange-native-messages/coinbase.jsonl, 12, 1",
        "exchange-native-messages/crypto-com.jsonl, 22, 0",
        "exchange-native-messages/cryptofacilities.jsonl, 55, 0",
        "exchange-native-messages/delta.jsonl, 52, 0",
        "exchange-native-messages/deribit.jsonl, 72, 1",
        "exchange-native-messages/dydx-v4.jsonl, 18, 0",
        "exchange-native-messages/dydx.jsonl, 19, 0",
        "exchange-native-messages/ftx.jsonl, 25, 0",
        "exchange-native-messages/ftx_us.jsonl, 5, 0",
        "exchange-native-messages/gate-io-futures.jsonl, 42, 0",
        "exchange-native-messages/gate-io.jsonl, 13, 0",
        "exchange-native-messages/gemini.jsonl, 7, 0",
        "exchange-native-messages/gemini_v3.jsonl, 5, 0",
        "exchange-native-messages/hitbtc.jsonl, 5, 0",
        "exchange-native-messages/huobi-dm-linear-swap.jsonl, 10, 0",
        "exchange-native-messages/huobi-dm-options.jsonl, 8, 0",
        "exchange-native-messages/huobi-dm-swap.jsonl, 10, 0",
        "exchange-native-messages/huobi-dm.jsonl, 13, 0",
        "exchange-native-messages/huobi.jsonl, 50, 0",
        "exchange-native-messages/hyperliquid.jsonl, 21, 0",
        "exchange-native-messages/kraken.jsonl, 13, 0",
        "exchange-native-messages/kraken_v2.jsonl, 9, 0",
        "exchange-native-messages/kucoin-futures.jsonl, 21, 0",
        "exchange-native-messages/kucoin.jsonl, 16, 0",
        "exchange-native-messages/lighter_market_stats.jsonl, 8, 0",
        "exchange-native-messages/lighter_order_book.jsonl, 13, 0",
        "exchange-native-messages/lighter_ticker.jsonl, 4, 0",
        "exchange-native-messages/lighter_trade.jsonl, 3, 0",
        "exchange-native-messages/okcoin.jsonl, 8, 0",
        "exchange-native-messages/okex-futures.jsonl, 56, 0",
        "exchange-native-messages/okex-futures_X-Perp.jsonl, 2, 0",
        "exchange-native-messages/okex-options.jsonl, 37, 1",
        "exchange-native-messages/okex-spreads.jsonl, 7, 0",
        "exchange-native-messages/okex-swap.jsonl, 31, 0",
        "exchange-native-messages/okex.jsonl, 27, 0",
        "exchange-native-messages/okex_USDC_contracts_before_and_after_index_migration.jsonl, 9, 0",
        "exchange-native-messages/phemex.jsonl, 33, 0",
        "exchange-native-messages/poloniex.jsonl, 20, 0",
        "exchange-native-messages/polymarket.jsonl, 18, 0",
        "exchange-native-messages/serum.jsonl, 8, 0",
        "exchange-native-messages/upbit.jsonl, 36, 0",
        "exchange-native-messages/use_local_timestamp_for_malformed_bullish_order_book_timestamps.jsonl, 6, 0",
        "exchange-native-messages/woo-x_legacy.jsonl, 19, 0",
        "exchange-native-messages/woo-x_v3.jsonl, 19, 0"
    })
    void shouldReadTheRecordingWhole(final String file, final int events, final int refused)
    {
        final Path path = Recordings.find(file);
        try (InputFeed feed = Feeds.open(List.of(path), "auto", FeedOptions.none()))
        {
            assertTrue(feed.notes().get(0).contains("read as raw-messages: "), feed.notes().toString());
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(events + " events, " + refused + " refused", reading.events.size() + " events, " +
                reading.failures.size() + " refused", () -> reading.failures.toString());
        }
    }

    @Test
    void shouldAgreeWithEveryChecksumOfTheVenue()
    {
        final Path path = Recordings.find("cex-ws-raw/OKX.ws.1.0.log.gz");
        try (InputFeed feed = Feeds.open(List.of(path), "auto", FeedOptions.none()))
        {
            FeedReading.of(feed);
            final String counted = feed.notes().get(feed.notes().size() - 1);
            assertTrue(counted.contains("checksum that agrees=192") && !counted.contains("differs"), counted);
        }
    }

    @Test
    void shouldNameVenueWithoutReader(@TempDir final Path directory) throws IOException
    {
        final Path path = Files.writeString(directory.resolve("nowhere-spot.jsonl"), "{\"greeting\":\"hello\"}\n");
        final BadInputException refused = assertThrows(BadInputException.class,
            () -> Feeds.open(List.of(path), "auto", FeedOptions.none()).close());
        assertEquals("venue nowhere-spot", refused.field() + ' ' + refused.value());
    }
}
