package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded messages of venues: what is read and rejected, and the same decisions in every threading mode. */
class RawMessagesHashTest
{
    private static final List<String> MODES = List.of("inline", "fused", "pipelined", "sharded:2");

    @ParameterizedTest
    @CsvSource({
        "cex-ws-raw/BITMEX.ws.1.0.log.gz, 13281, 0",
        "cex-ws-raw/COINBASE.ws.28.0.log.gz, 9890, 0",
        "cex-ws-raw/INDEPENDENT_RESERVE.ws.1.0.log.gz, 1663, 0",
        "cex-ws-raw/OKX.ws.1.0.log.gz, 3309, 0",
        "cex-ws-raw/BITSTAMP.http.0.0.log.gz cex-ws-raw/BITSTAMP.ws.1.0.log.gz, 10633, 0",
        "exchange-native-messages/bybit.jsonl, 93, 0",
        "exchange-native-messages/deribit.jsonl, 72, 1"
    })
    void shouldDecideTheSameInEveryMode(
        final String files, final String events, final String rejected, @TempDir final Path directory)
    {
        String hash = null;
        for (final String mode : MODES)
        {
            final List<Object> words = new ArrayList<>(List.of("replay"));
            Arrays.stream(files.split(" ")).map(Cli::recording).forEach(words::add);
            words.addAll(List.of(
                "--on-bad-row", "skip", "--rejects", directory.resolve("rejects.csv"), "--threads", mode));
            final Cli.Result result = Cli.run(words.toArray()).exits(0);
            hash = hash == null ? result.value("decision_hash") : hash;
            assertEquals(events + " " + rejected + " " + hash, result.value("events") + " " +
                result.value("rejected") + " " + result.value("decision_hash"), mode);
        }
    }

    @Test
    void shouldNameVenueWithoutReader(@TempDir final Path directory) throws IOException
    {
        final Path file = Files.writeString(directory.resolve("nowhere.jsonl"), "{\"greeting\":\"hello\"}\n");
        Cli.run("replay", file)
            .refuses("nowhere.jsonl:1", "venue is 'nowhere'", "a venue that has a reader");
    }
}
