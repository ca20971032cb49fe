package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import org.junit.jupiter.api.Test;

class SimulatorFeedTest
{
    private static final int EVENTS = 300_000;

    @Test
    void shouldBeAFlowThatAVenueCouldPublish()
    {
        for (long seed = 1; seed <= 3; seed++)
        {
            final List<Label> labels = new ArrayList<>();
            final PlainVenue venue = replay(SimulatorConfig.defaults(seed, EVENTS), labels);
            assertEquals(EVENTS, total(venue), "seed " + seed);
            System.out.println("seed " + seed + ": " + summary(venue) + " labels=" + labels.size());
        }
    }

    @Test
    void shouldLabelWhatReallyHappened()
    {
        final List<Label> labels = new ArrayList<>();
        final SimulatorConfig config = SimulatorConfig.defaults(11, 600_000).withIntensities(120, 80, 60, 30, 120, 120);
        final PlainVenue venue = replay(config, labels);
        final PlainLabelCheck check = new PlainLabelCheck(venue, symbols(config));
        check.check(labels);
        System.out.println("labels " + check.counts + ", pairs matched within 1%: " + check.pairsMatched +
            ", stuffing with at most 1% trades: " + check.stuffingQuiet + ", fat fingers " + check.fatFingers +
            ", own trades " + venue.ownTrades.size());
    }

    @Test
    void shouldGiveTheSameBytesForTheSameSeed() throws Exception
    {
        final String hash = hash(SimulatorConfig.defaults(1, 100_000));
        assertEquals(hash, hash(SimulatorConfig.defaults(1, 100_000)));
        assertNotEquals(hash, hash(SimulatorConfig.defaults(2, 100_000)));
    }

    private static PlainVenue replay(final SimulatorConfig config, final List<Label> labels)
    {
        final InboundEvent event = new InboundEvent();
        try (SimulatorFeed feed = new SimulatorFeed(config, labels::add))
        {
            final PlainVenue venue = new PlainVenue(feed);
            while (feed.next(event))
            {
                venue.onEvent(event);
            }
            venue.onEnd();
            assertFalse(feed.next(event));
            return venue;
        }
    }

    private static String hash(final SimulatorConfig config) throws Exception
    {
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        final InboundEvent event = new InboundEvent();
        final byte[] bytes = new byte[InboundEvent.LENGTH];
        final List<Label> labels = new ArrayList<>();
        try (SimulatorFeed feed = new SimulatorFeed(config, labels::add))
        {
            while (feed.next(event))
            {
                event.buffer().getBytes(0, bytes, 0, MarketEvent.LENGTH);
                digest.update(bytes, 0, MarketEvent.LENGTH);
            }
        }
        for (final Label label : labels)
        {
            digest.update(LabelWriter.format(label).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> symbols(final SimulatorConfig config)
    {
        try (SimulatorFeed feed = new SimulatorFeed(config, LabelSink.NONE))
        {
            return feed.instruments().stream().map(Instrument::symbol).toList();
        }
    }

    private static long total(final PlainVenue venue)
    {
        return venue.kindCounts.values().stream().mapToLong(count -> count[0]).sum();
    }

    private static long count(final PlainVenue venue, final int kind)
    {
        return venue.kindCounts.getOrDefault(kind, new long[1])[0];
    }

    private static String summary(final PlainVenue venue)
    {
        final StringBuilder text = new StringBuilder();
        final long total = total(venue);
        venue.kindCounts.forEach((kind, count) ->
            text.append(Kind.nameOf(kind)).append('=').append(count[0] * 1000 / total).append("‰ "));
        text.append("cancels/new=").append(count(venue, Kind.CANCEL) * 100 / count(venue, Kind.NEW)).append("% ");
        text.append("two-sided=").append(venue.twoSided * 10_000 / venue.settled).append("bp");
        assertTrue(total > 0);
        return text.toString();
    }
}
