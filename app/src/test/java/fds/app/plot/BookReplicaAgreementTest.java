package fds.app.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fds.app.run.Rejects;
import fds.app.setup.Settings;
import fds.feeds.open.FeedOptions;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.control.ControlFrames;
import fds.market.detector.Need;
import fds.market.door.FrameSink;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.partition.Capacity;
import fds.testkit.market.TestMarket;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The picture's book and the engine's have the same best prices, message by message. */
class BookReplicaAgreementTest
{
    private static final Capacity CAPACITY = new Capacity(1 << 16, 1024, 1024, 1 << 14, 256, 256);
    private static final Settings SETTINGS = Settings.read(null, Map.of(), List.of());

    @Test
    void shouldAgreeOrderByOrder()
    {
        assertEquals(26_000, agreed("bitstamp-l3-2015/orders.csv.gz") / 1_000 * 1_000);
        assertEquals(900, agreed("lobster-aapl-998/AAPL_2012-06-21_message_10.csv.gz") / 100 * 100);
    }

    @Test
    void shouldAgreeLevelByLevel()
    {
        assertTrue(agreed("binance-depth-trades-2024/spot_btcusdt_20240808.log.gz") > 10_000);
    }

    /** Messages after which both agreed: all of them. */
    private static long agreed(final String recording)
    {
        final Path file = find(recording);
        final BookReplica replica = new BookReplica(new BookListener()
        {
        });
        final long[] messages = new long[1];
        try (TestMarket market = new TestMarket(CAPACITY).needs(Need.BOOK, Need.ORDERS);
            PlotInput input = new PlotInput(List.of(file), "auto", FeedOptions.none(), SETTINGS,
                Rejects::stopping))
        {
            input.read(new FrameSink()
            {
                private final MarketEvent event = new MarketEvent();

                @Override
                public void onFrames(final DirectBuffer buffer, final int offset, final int length)
                {
                    if (!MarketEvent.isEvent(buffer, offset))
                    {
                        if (ControlFrames.templateId(buffer, offset) == InstrumentDefinitionDecoder.TEMPLATE_ID)
                        {
                            market.define(new ControlFrames().decodeInstrument(buffer, offset));
                        }
                        return;
                    }
                    for (int at = offset; at < offset + length; at += MarketEvent.LENGTH)
                    {
                        take(event.wrap(buffer, at));
                    }
                }

                private void take(final MarketEvent event)
                {
                    if (event.instrumentId() == 1)
                    {
                        market.handle(event);
                        replica.accept(event);
                        if (event.has(Flags.LAST))
                        {
                            messages[0]++;
                            final String place = "at #" + event.sequence();
                            assertEquals(market.market().bestBidTicks(), replica.bestBidTicks(), place);
                            assertEquals(market.market().bestAskTicks(), replica.bestAskTicks(), place);
                        }
                    }
                }

                @Override
                public void onBatchEnd()
                {
                    // each frame is taken as it comes
                }
            });
        }
        return messages[0];
    }

    private static Path find(final String recording)
    {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
        {
            final Path file = at.resolve("shared/data").resolve(recording);
            if (Files.isRegularFile(file))
            {
                return file;
            }
        }
        Assumptions.abort("the recording shared/data/" + recording + " is not beside the project");
        return null;
    }
}
