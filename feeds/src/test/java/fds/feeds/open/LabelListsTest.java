package fds.feeds.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.feeds.Recordings;
import fds.market.door.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files beside the recordings that hold no market events say so, by what they are. */
class LabelListsTest
{
    @ParameterizedTest
    @CsvSource({
        "forta-labels/etherscan_malicious_labels.csv, labels of malicious addresses",
        "forta-labels/malicious_smart_contracts.csv, labels of malicious contracts",
        "forta-labels/phishing_scams.csv, labels of phishing addresses",
        "defi-attack-lists/defihacklabs_incidents.csv, titles of incidents by day",
        "defi-attack-lists/defiscope_D1.csv, hashes of attacks by day",
        "defi-attack-lists/defiscope_D2.csv, hashes of suspicious transactions",
        "defi-attack-lists/flainsight_155_flashloan.csv, victims of attacks by day",
        "pump-event-lists/lamorgia_groups.csv, groups on Telegram",
        "pump-event-lists/mironov_pumps.csv, 'times of pumps, told by nobody'",
        "pump-event-lists/lamorgia_onset_5S.csv, features of minutes around pumps",
        "pump-event-lists/lamorgia_onset_15S.csv, features of minutes around pumps",
        "pump-event-lists/lamorgia_onset_25S.csv, features of minutes around pumps",
        "pump-event-lists/natsd_features_25S.csv, features of minutes around pumps",
        "pump-trades-binance-96h/events.csv, times of pumps in the prints beside it",
        "hyperliquid-account-sample/accounts.csv, names of accounts",
        "hyperliquid-adl-20251010/adl_net_volume_full_12min.csv, sums by coin",
        "hyperliquid-adl-20251010/cascade_timing_results.json, counts by second",
        "eth-insertion-attacks/records.csv, hashes of attacks by block",
        "evm-mev-blocks/comp_markets.json, lending markets and their tokens",
        "evm-mev-blocks/cream_markets.json, lending markets and their tokens",
        "lobster-aapl-998/AAPL_2012-06-21_orderbook_10.csv.gz, the books behind a LOBSTER message file"
    })
    void shouldSayWhatAFileIsInsteadOfEvents(final String file, final String what)
    {
        assertEquals(what, refused(Recordings.find(file)).value());
    }

    @Test
    void shouldSayItOfEverySanctionsListAndEveryLabel() throws IOException
    {
        int files = 0;
        for (final String one : List.of("ofac-addresses/sanctioned_addresses_XBT.txt",
            "evm-mev-blocks/labels/12775690.json", "evm-mev-blocks/known_good/12775690_expected_sandwiches.json"))
        {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(Recordings.find(one).getParent(),
                "*.{txt,json}"))
            {
                for (final Path file : all)
                {
                    assertEquals("a list of labels and no market events: there is nothing to replay",
                        refused(file).allowed(), file.toString());
                    files++;
                }
            }
        }
        assertEquals(17 + 13 + 1, files);
    }

    private static BadInputException refused(final Path file)
    {
        final BadInputException refused = assertThrows(BadInputException.class,
            () -> Feeds.open(List.of(file), "auto", FeedOptions.none()).close(), file.toString());
        assertEquals("content", refused.field(), refused.getMessage());
        return refused;
    }
}
