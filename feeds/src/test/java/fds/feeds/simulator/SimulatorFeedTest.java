package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fds.feeds.simulator.abuse.AbuseCatalog;
import fds.feeds.simulator.label.Label;
import fds.feeds.simulator.label.LabelSink;
import fds.feeds.simulator.label.LabelWriter;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;
import org.junit.jupiter.api.Test;

class SimulatorFeedTest
{
    private static final int EVENTS = 300_000;

    /** Of 100,000 rows with some of everything, and the labels behind them. Another value: another flow. */
    private static final String PINNED_HASH =
        "46a521644711399db568c11091dd8549ddfa66adbbe4d1c8b18a9faaaecedf52";

    @Test
    void shouldBeAFlowThatAVenueCouldPublish()
    {
        for (long seed = 1; seed <= 3; seed++)
        {
            final List<Label> labels = new ArrayList<>();
            final PlainVenue venue = replay(SimulatorConfig.defaults(seed, EVENTS), labels);
            final String summary = "seed " + seed + ": " + summary(venue) + " labels=" + labels.size();
            System.out.println(summary);
            assertEquals(EVENTS, total(venue), summary);
            final long trades = count(venue, Kind.TRADE);
            assertTrue(trades * 100 >= 2L * EVENTS && trades * 100 <= 12L * EVENTS, summary);
            final long created = count(venue, Kind.NEW);
            final long cancelled = count(venue, Kind.CANCEL);
            assertTrue(cancelled * 10 >= created * 7 && cancelled <= created, summary);
            assertTrue(venue.twoSided * 100 > venue.settled * 95, summary);
            for (final int kind : new int[] { Kind.REPLACE, Kind.REJECT, Kind.ORDER_REQUEST, Kind.MARK, Kind.INDEX,
                Kind.FUNDING })
            {
                assertTrue(count(venue, kind) > 0, Kind.nameOf(kind) + " " + summary);
            }
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
        assertEquals(Set.of("self_wash", "group_wash", "pair_wash", "quote_stuffing", "fat_finger", "decoy_disconnect",
            "decoy_large_order", "decoy_market_maker", "decoy_sliced_order", "decoy_stp"), check.counts.keySet());
        assertTrue(check.pairsMatched * 10 >= check.counts.get("pair_wash") * 7, "pairs " + check.pairsMatched);
        assertTrue(check.stuffingQuiet * 10 >= check.counts.get("quote_stuffing") * 8, "quiet " + check.stuffingQuiet);
    }

    @Test
    void shouldNotLookLikeAbuseOutsideItsLabels()
    {
        final List<Label> labels = new ArrayList<>();
        final SimulatorConfig config = SimulatorConfig.defaults(12, 500_000).withIntensities(60, 40, 20, 20, 60, 200);
        final PlainVenue venue = replay(config, labels);
        final PlainHonesty honesty = new PlainHonesty();
        venue.rows.forEach(honesty::onRow);
        assertTrue(honesty.suspicions.size() >= 20, "the measure finds nothing: " + honesty.suspicions);
        assertEquals(List.of(), honesty.suspicions.stream()
            .filter(suspicion -> labels.stream().noneMatch(label -> suspicion.isIn(label))).toList());
    }

    @Test
    void shouldHaveNoOwnTradesAndTheAskedRateWithoutAbuse()
    {
        final List<Label> labels = new ArrayList<>();
        final PlainVenue venue = replay(
            SimulatorConfig.defaults(5, 200_000).withIntensities(0, 0, 0, 0, 0, 0).withRatePerSecond(10_000), labels);
        assertEquals(List.of(), labels);
        assertEquals(List.of(), venue.ownTrades);
        final long nanos = venue.rows.get(199_999).timeNanos() - venue.rows.get(0).timeNanos();
        assertTrue(Math.abs(nanos - 20_000_000_000L) < 2_000_000_000L, "200,000 rows in " + nanos + " ns");
    }

    @Test
    void shouldWorkAtTheEdgesOfItsRanges()
    {
        final SimulatorConfig config =
            SimulatorConfig.defaults(9, 20_000).withIntensities(900, 900, 900, 900, 900, 900);
        for (final SimulatorConfig edge : List.of(config.withSize(1, 60), config.withSize(64, 20_000),
            config.withRatePerSecond(1), config.withRatePerSecond(10_000_000), config.withStartTimeNanos(0)))
        {
            final List<Label> labels = new ArrayList<>();
            final PlainVenue venue = replay(edge, labels);
            assertEquals(20_000, total(venue), edge.toString());
            assertTrue(labels.stream().allMatch(label -> label.lastRow() <= 20_000), edge.toString());
        }
    }

    @Test
    void shouldEndAtTheRowAskedForAndNeverInsideAMessage()
    {
        for (int events = 1; events < 2_600; events += 1 + events / 7)
        {
            final SimulatorConfig config =
                SimulatorConfig.defaults(events, events).withIntensities(2_000, 500, 500, 500, 2_000, 2_000);
            assertEquals(events, total(replay(config, new ArrayList<>())));
        }
    }

    @Test
    void shouldGiveTheSameBytesForTheSameSeed()
    {
        final SimulatorConfig config =
            SimulatorConfig.defaults(1, 100_000).withIntensities(150, 150, 150, 100, 200, 300);
        final String hash = hash(config);
        assertEquals(hash, hash(config));
        assertNotEquals(hash, hash(SimulatorConfig.defaults(2, 100_000).withIntensities(150, 150, 150, 100, 200, 300)));
        assertEquals(PINNED_HASH, hash);
    }

    @Test
    void shouldGiveTheSameBytesWhateverEpisodesDo()
    {
        final Map<String, Integer> every = new HashMap<>(AbuseCatalog.defaultRates());
        every.replaceAll((name, few) -> 40);
        final SimulatorConfig config = SimulatorConfig.defaults(1, 200_000).withEpisodes(every);
        assertEquals(hash(config), hash(config));
    }

    @Test
    void shouldNameTheSameFlowByTexts()
    {
        final SimulatorConfig config = SimulatorConfig.defaults(4, 30_000).withIntensities(200, 200, 100, 0, 200, 200);
        final List<Label> numberLabels = new ArrayList<>();
        final List<Label> textLabels = new ArrayList<>();
        final Map<Long, String> orders = new HashMap<>();
        final Map<Long, String> accounts = new HashMap<>();
        final InboundEvent number = new InboundEvent();
        final InboundEvent text = new InboundEvent();
        try (SimulatorFeed numbers = new SimulatorFeed(config, numberLabels::add);
            SimulatorFeed texts = new SimulatorFeed(config.withTextIds(true), textLabels::add))
        {
            while (numbers.next(number))
            {
                assertTrue(texts.next(text));
                assertEquals(number.event().kind(), text.event().kind());
                assertEquals(number.event().venueTimeNanos(), text.event().venueTimeNanos());
                assertEquals(number.event().quantityLots(), text.event().quantityLots());
                same(orders, number.event().orderId(), text, TextField.ORDER);
                same(orders, number.event().counterOrderId(), text, TextField.COUNTER_ORDER);
                same(accounts, number.event().accountId(), text, TextField.ACCOUNT);
                same(accounts, number.event().counterAccountId(), text, TextField.COUNTER_ACCOUNT);
            }
            assertFalse(texts.next(text));
            assertEquals(orders.size(), Set.copyOf(orders.values()).size());
            assertEquals(accounts.size(), Set.copyOf(accounts.values()).size());
            assertTrue(accounts.values().stream().allMatch(wallet -> wallet.matches("0x[0-9a-f]{40}")));
            assertTrue(orders.values().stream().allMatch(uuid -> uuid.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-.{12}")));
            final Set<String> known =
                texts.accounts().stream().map(AccountOwner::account).collect(Collectors.toSet());
            assertTrue(accounts.values().stream().anyMatch(known::contains));
        }
        assertEquals(numberLabels.size(), textLabels.size());
        for (int i = 0; i < numberLabels.size(); i++)
        {
            assertEquals(numberLabels.get(i).firstRow(), textLabels.get(i).firstRow());
            assertEquals(accounts.get(Long.parseLong(numberLabels.get(i).accounts().get(0))),
                textLabels.get(i).accounts().get(0));
        }
    }

    @Test
    void shouldHandInTheLabelsOfWhatIsNotOverWhenClosedEarly()
    {
        final SimulatorConfig config =
            SimulatorConfig.defaults(6, Long.MAX_VALUE).withIntensities(500, 500, 500, 100, 100, 500);
        final List<Label> labels = new ArrayList<>();
        final InboundEvent event = new InboundEvent();
        final SimulatorFeed feed = new SimulatorFeed(config, labels::add);
        for (int i = 0; i < 50_000; i++)
        {
            assertTrue(feed.next(event));
        }
        final int before = labels.size();
        feed.close();
        feed.close();
        assertTrue(labels.size() > before, labels.size() + " labels");
        assertTrue(labels.stream().allMatch(label -> label.lastRow() <= 50_000));
        assertFalse(feed.next(event));
    }

    @Test
    void shouldKnowItsOwnersAndInstruments()
    {
        try (SimulatorFeed feed = new SimulatorFeed(SimulatorConfig.defaults(1, 1).withSize(64, 400), LabelSink.NONE))
        {
            final List<Instrument> all = feed.instruments();
            for (int i = 0; i < all.size(); i++)
            {
                assertEquals(i + 1, all.get(i).id());
            }
            final List<Instrument> instruments =
                all.stream().filter(i -> i.type() != InstrumentType.ASSET && i.venue().equals("SIM")).toList();
            assertEquals(64, instruments.stream().map(Instrument::symbol).distinct().count());
            assertEquals(Set.of(1, 2, 3), instruments.stream().map(Instrument::tier).collect(Collectors.toSet()));
            final Map<String, Long> groups = feed.accounts().stream().filter(owner -> !owner.ownerGroup().isEmpty())
                .collect(Collectors.groupingBy(AccountOwner::ownerGroup, Collectors.counting()));
            assertTrue(groups.values().stream().allMatch(size -> size >= 2 && size <= 5), groups.toString());
            assertEquals(Set.of("market_maker", "fund", "arbitrageur", ""),
                feed.accounts().stream().map(AccountOwner::role).collect(Collectors.toSet()));
        }
    }

    private static void same(
        final Map<Long, String> names, final long number, final InboundEvent event, final TextField field)
    {
        final boolean isText = (event.texts() & 1L << field.ordinal()) != 0;
        assertEquals(number != 0, isText);
        if (isText)
        {
            final String text = event.buffer().getStringWithoutLengthUtf8(
                event.textOffset(field), event.textLength(field));
            final String known = names.putIfAbsent(number, text);
            assertTrue(known == null || known.equals(text), number + " is " + known + " and " + text);
        }
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

    private static String hash(final SimulatorConfig config)
    {
        final MessageDigest digest = sha256();
        final InboundEvent event = new InboundEvent();
        final byte[] bytes = new byte[InboundEvent.LENGTH];
        final List<Label> labels = new ArrayList<>();
        try (SimulatorFeed feed = new SimulatorFeed(config, labels::add))
        {
            while (feed.next(event))
            {
                event.buffer().getBytes(0, bytes, 0, MarketEvent.LENGTH);
                digest.update(bytes, 0, MarketEvent.LENGTH);
                for (final TextField field : TextField.values())
                {
                    if ((event.texts() & 1L << field.ordinal()) != 0)
                    {
                        event.buffer().getBytes(event.textOffset(field), bytes, 0, event.textLength(field));
                        digest.update(bytes, 0, event.textLength(field));
                    }
                }
            }
        }
        for (final Label label : labels)
        {
            digest.update(LabelWriter.format(label).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256()
    {
        try
        {
            return MessageDigest.getInstance("SHA-256");
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new AssertionError(e);
        }
    }

    private static List<String> symbols(final SimulatorConfig config)
    {
        try (SimulatorFeed feed = new SimulatorFeed(config, LabelSink.NONE))
        {
            return feed.instruments().stream().map(i -> i.venue() + "/" + i.symbol()).toList();
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
        venue.kindCounts.forEach((kind, count) -> text.append(Kind.nameOf(kind)).append('=').append(count[0])
            .append(" (").append(count[0] * 1000 / total).append("‰) "));
        text.append("cancels/new=").append(count(venue, Kind.CANCEL) * 100 / count(venue, Kind.NEW)).append("% ");
        text.append("messages=").append(venue.messages).append(' ');
        text.append("two-sided=").append(venue.twoSided * 10_000 / venue.settled).append("bp");
        return text.toString();
    }
}
