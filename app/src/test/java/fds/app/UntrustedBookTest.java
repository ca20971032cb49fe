package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of a book that is not to be trusted: notes, the summary line, decisions, an alert's explanation. */
class UntrustedBookTest
{
    private static final String HEADER =
        "timestamp_ns,kind,instrument,order_id,account,counter_account,side,price,quantity,value,ref,reason,flags\n";

    @TempDir
    Path directory;

    private final StringBuilder rows = new StringBuilder(HEADER);
    private Path flow;
    private Path out;
    private long timeNanos = 1_700_000_000_000_000_000L;

    @BeforeEach
    void companions() throws IOException
    {
        flow = directory.resolve("flow.csv");
        out = directory.resolve("out");
        Files.writeString(directory.resolve("instruments.csv"),
            "instrument,venue,type,base,quote,tick_size,lot_size,multiplier,tier,underlying,price_max,quantity_max\n" +
            "X,V1,spot,X,USD,0.5,0.01,1,1,,1000,100000\nY,V1,spot,Y,USD,0.5,0.01,1,3,,1000,100\n");
    }

    @Test
    void shouldTellOfGapInTheMiddleAlikeInEveryMode() throws IOException
    {
        snapshot("X");
        snapshot("Y");
        row("GAP,X,,,,,,,3,depth,,last");
        row("FEED_STATUS,,,,,,,,,depth,untrusted,last"); // of the whole feed
        row("BOOK_CLEAR,X,,,,,,,,,,last");
        row("BOOK,X,,,,B,101,1,,,,last");
        row("FEED_STATUS,,,,,,,,,depth,trusted,last");
        snapshot("X");
        row("BOOK,X,,,,S,100,1,,,,last");
        row("GAP,Y,,,,,,,,depth,,last");
        Files.writeString(flow, rows);

        final Cli.Result kept = Cli.run("replay", flow, "--out", out).exits(0);
        assertTrue(kept.err().contains("books not to be trusted: 2 times on 2 instruments: a gap in the feed's " +
            "numbering, 3 missing"), kept.toString());
        assertTrue(kept.err().contains("books not to be trusted: 2 times on 2 instruments: its feed said so"),
            kept.toString());
        assertTrue(kept.err().contains("books whole again: 2 times, after 5 events not shown"), kept.toString());
        assertTrue(kept.err().contains("not whole at the end: Y since #"), kept.toString());
        assertEquals(1, kept.number("untrusted_books"));
        assertEquals(2, kept.number("locked"));
        assertEquals(0, kept.number("crossed"));
        for (final String mode : List.of("inline", "fused", "pipelined", "sharded:2"))
        {
            for (final Path input : List.of(flow, out))
            {
                assertEquals(kept.value("decision_hash"),
                    Cli.run("replay", input, "--threads", mode).exits(0).value("decision_hash"), mode + " " + input);
            }
        }
        Cli.run("verify", out).exits(0);
        final String decisions = Cli.run("export", out, "--what", "decisions").exits(0).out();
        for (final String cause : List.of("feed_gap", "feed_untrusted", "book_rebuilt"))
        {
            assertTrue(decisions.contains(cause), decisions);
        }
    }

    @Test
    void shouldExplainThatTheBookWasNotToBeTrusted() throws IOException
    {
        row("NEW,X,1,7,,B,100,1,,,,last");
        row("CANCEL,X,99,8,,,,,,,,last"); // rested before the recording
        for (int i = 2; i < 9; i++)
        {
            row("NEW,X," + i + ",7,,B,100,50,,,,last");
            row("TRADE,X," + i + ",7,7,S,100,50,,,,last");
        }
        Files.writeString(flow, rows);
        final Cli.Result kept = Cli.run("replay", flow, "--out", out).exits(0);
        assertTrue(kept.number("alerts") > 0, kept.toString());

        final String text = Cli.run("explain", out, "1").exits(0).out();
        assertTrue(text.contains("The book was not to be trusted"), text);
        assertTrue(text.contains("to the end of this journal: an order was named that is not in it"), text);
        final String json = Cli.run("explain", out, "1", "--json").exits(0).out();
        assertTrue(json.contains("\"reasons\":\"an order was named that is not in it\""), json);
    }

    @Test
    void shouldSayNothingOfWholeBooks() throws IOException
    {
        snapshot("X");
        row("BOOK,X,,,,B,98,1,,,,last");
        Files.writeString(flow, rows);
        final Cli.Result result = Cli.run("replay", flow).exits(0);
        assertFalse(result.err().contains("trusted"), result.toString());
        assertEquals(0, result.number("untrusted_books"));
        assertEquals(0, result.number("unseen_events"));
    }

    @Test
    void shouldTakeConfiguredPatience() throws IOException
    {
        row("CANCEL,X,99,8,,,,,,,,last");
        timeNanos += 2_000_000_000L;
        row("NEW,X,1,7,,B,100,1,,,,last");
        Files.writeString(flow, rows);
        assertEquals(1, Cli.run("replay", flow).exits(0).number("untrusted_books"));
        assertEquals(0, Cli.run("replay", flow, "--set", "book.unknown_quiet=1s").exits(0).number("untrusted_books"));
        Cli.run("replay", flow, "--set", "book.crossed_max=2d").refuses("book.crossed_max", "2d");
    }

    private void snapshot(final String instrument)
    {
        row("BOOK_CLEAR," + instrument + ",,,,,,,,,,snapshot");
        row("BOOK," + instrument + ",,,,B,99,5,,,,snapshot");
        row("BOOK," + instrument + ",,,,S,100,5,,,,snapshot|last");
        if (rows.length() > 0 && instrument.equals("X"))
        {
            row("BOOK,X,,,,B,100,1,,,,last"); // locked for a moment
            row("BOOK,X,,,,B,100,0,,,,last");
        }
    }

    private void row(final String cells)
    {
        rows.append(timeNanos++).append(',').append(cells).append('\n');
    }
}
