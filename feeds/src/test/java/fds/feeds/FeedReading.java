package fds.feeds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import fds.feeds.csv.CsvWriter;
import fds.feeds.csv.IdTexts;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.event.InboundEvent;

/** Everything a feed gave: events as rows of the normalized CSV, and what it complained of. */
public final class FeedReading
{
    private static final int CALLS_MAX = 1_000_000;

    public final List<String> events = new ArrayList<>();
    public final List<BadInputException> failures = new ArrayList<>();

    /** Read a feed to its end, past bad messages. */
    public static FeedReading of(final InputFeed feed)
    {
        final FeedReading reading = new FeedReading();
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final InboundEvent event = new InboundEvent();
        try (CsvWriter writer = new CsvWriter(out, feed.instruments(), feed.venues(), IdTexts.NONE))
        {
            boolean isMore = true;
            for (int calls = 0; isMore; calls++)
            {
                assertTrue(calls < CALLS_MAX, "the feed does not end");
                try
                {
                    isMore = feed.next(event);
                    if (isMore)
                    {
                        writer.write(event);
                    }
                }
                catch (final BadInputException ex)
                {
                    assertTrue(ex.position() > 0, ex.getMessage());
                    reading.failures.add(ex);
                }
            }
        }
        final String[] rows = out.toString(StandardCharsets.UTF_8).split("\n");
        for (int i = 1; i < rows.length; i++)
        {
            reading.events.add(rows[i]);
        }
        return reading;
    }
}
