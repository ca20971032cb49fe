package fds.patterns.spoofing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.features.SizableOrders;
import fds.market.finding.BenefitMethod;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;

/** Layering as one would say it aloud: at every cancel, look at the group's orders and fills as lists. */
final class PlainLayering implements Detector
{
    private static final long MILLION = 1_000_000;

    private record Order(
        long sequence, long time, long venueTime, long price, long lots, long endSequence, long endTime, long withdrawn)
    {
        boolean wasNotGoneAt(final long event)
        {
            return endSequence == 0 || endSequence > event;
        }

        boolean wasLiveBefore(final long event)
        {
            return sequence < event && (endSequence == 0 || endSequence >= event);
        }
    }

    private record Fill(long time, long sequence, long price, long lots)
    {
    }

    private final LayeringConfig config;
    private final PlainDisplays displays = new PlainDisplays(LayeringDetector.SHOWN_AGAIN);

    PlainLayering(final LayeringConfig config)
    {
        this.config = config;
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.kind() == Kind.TICK)
        {
            displays.tick(event, findings);
            return;
        }
        displays.see(event, market);
        if (event.kind() != Kind.CANCEL || market.orderSlot() < 0 || market.groupSlot() < 0 ||
            event.has(Flags.STP) || !market.orderEnded())
        {
            return;
        }
        final long now = event.engineTimeNanos();
        final boolean buys = market.orderSide(market.orderSlot()) == Side.BUY;
        final List<Fill> fills = fills(market).stream().filter(fill -> fill.lots() < 0 == buys).toList();
        final List<Order> orders = orders(market);
        final Order ended = orders.stream()
            .filter(order -> order.endSequence() == event.sequence()).findFirst().orElse(null);
        if (fills.isEmpty() || ended == null)
        {
            return;
        }
        final Fill fill = fills.get(fills.size() - 1);
        final long collapse = now - fill.time();
        if (collapse > config.collapseNanos().of(1))
        {
            return;
        }
        final long span = config.entryNanos().of(1);
        final List<Order> there = orders.stream()
            .filter(order -> order.lots() > 0 == buys && order.wasNotGoneAt(fill.sequence())).toList();
        final long first = there.stream().mapToLong(Order::time)
            .filter(time -> ended.time() - time <= span).min().orElseThrow();
        final List<Order> layers = there.stream()
            .filter(order -> order.time() >= first && order.time() - first <= span).toList();
        final long lots = layers.stream().mapToLong(order -> Math.abs(order.lots())).sum();
        final long withdrawn = layers.stream().mapToLong(Order::withdrawn).sum();
        final Fill firstFill = fills.stream()
            .filter(one -> one.sequence() > layers.get(0).sequence()).findFirst().orElse(null);
        if (firstFill == null)
        {
            return;
        }
        final long shown = orders.stream()
            .filter(order -> order.lots() > 0 != buys && order.wasLiveBefore(firstFill.sequence()))
            .mapToLong(order -> Math.abs(order.lots())).sum();
        final long near = Math.max(1,
            Math.abs(lowest(layers)) * config.nearPpm().of(1) / MILLION);
        final long low = lowest(layers) - near;
        final long high = layers.stream().mapToLong(Order::price).max().orElseThrow() + near;
        final long again = orders.stream()
            .filter(order -> order.lots() > 0 == buys && order.sequence() > firstFill.sequence() &&
                order.endSequence() == 0 && order.price() >= low && order.price() <= high)
            .mapToLong(order -> Math.abs(order.lots())).sum();
        final long goes = now - layers.stream().mapToLong(Order::endTime).min().orElseThrow();
        final long age = now - first;
        final int levels = levels(layers);
        final long least = config.layerCount().of(1);
        if (layers.stream().anyMatch(order -> order.endSequence() == 0) || levels < least ||
            MILLION * withdrawn < config.withdrawnSharePpm().of(1) * lots ||
            MILLION * goes > config.withdrawalSpanPpm().of(1) * age ||
            MILLION * again > config.returnedSharePpm().of(1) * withdrawn ||
            MILLION * shown > config.oppositeSharePpm().of(1) * lots)
        {
            return;
        }
        final long longest = config.collapseNanos().of(1);
        final long enough = config.concurrencyPpm().of(1);
        final long live = market.liveOrders();
        final long concurrency = live == 0 ? market.liveAccounts() == 0 ? 0 : Long.MAX_VALUE :
            MILLION * 2 * levels * market.liveAccounts() / live;
        final int layerPoints = 10 + (int)Math.min(15, 15 * (levels - least) / least);
        final int collapsePoints = 10 + (int)(15 * (longest - collapse) / longest);
        final int concurrencyPoints = live == 0 ? 30 :
            (int)Math.max(0, Math.min(30, 30 * (concurrency - MILLION) / (enough - MILLION)));
        final int score = layerPoints + collapsePoints + 20 + concurrencyPoints;
        if (score < config.alertScore().of(1))
        {
            return;
        }
        final long group = market.ownerGroupOf(market.pairSlot());
        final Finding finding = new Finding(LayeringFactory.INFO, 77);
        finding.begin(event)
            .subject(SubjectKind.OWNER_GROUP, group, 0)
            .ownerGroup(
                market.ownerGroupKindOf(market.pairSlot()), group, market.reference().owners().version())
            .addAccount(market.accountId())
            .first(layers.get(0).sequence(), layers.get(0).venueTime())
            .rate(score >= config.highScore().of(1) ? Severity.HIGH : Severity.MEDIUM, score)
            .scorePart(0, layerPoints).scorePart(1, collapsePoints).scorePart(2, 20).scorePart(3, concurrencyPoints)
            .predicate(0, levels, least, true)
            .predicate(1, layers.stream().mapToLong(Order::time).max().orElseThrow() - first, span, true)
            .predicate(2, MILLION * withdrawn / lots, config.withdrawnSharePpm().of(1), true)
            .predicate(3, collapse, longest, true)
            .predicate(4, MILLION * shown / lots, config.oppositeSharePpm().of(1), true)
            .predicate(5, concurrency, enough, concurrency >= enough)
            .predicate(6, score, config.alertScore().of(1), true)
            .predicate(8, goes == 0 ? 0 : MILLION * goes / age, config.withdrawalSpanPpm().of(1), true)
            .evidence(event.sequence(), EvidenceRole.CAUSE)
            .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks());
        layers.forEach(order -> finding.evidence(order.sequence(), EvidenceRole.ORDER));
        final List<Fill> named = fills.stream().filter(one -> one.sequence() > layers.get(0).sequence()).toList();
        named.forEach(one -> finding.evidence(one.sequence(), EvidenceRole.GENUINE_FILL));
        final long close = buys ? market.bestAskTicks() : market.bestBidTicks();
        if (close != Absent.VALUE)
        {
            final BigInteger gain = named.stream()
                .map(one -> BigInteger.valueOf(close - one.price()).multiply(BigInteger.valueOf(one.lots())))
                .reduce(BigInteger.ZERO, BigInteger::add);
            finding.benefit(BenefitMethod.MARK_TO_MARKET, gain.shiftRight(64).longValueExact(), gain.longValue());
        }
        displays.hold(finding, event, market, buys ? Side.BUY : Side.SELL, low, high, withdrawn, again,
            config.returnedSharePpm().of(1), config.returnNanos(), findings);
    }

    private static long lowest(final List<Order> layers)
    {
        return layers.stream().mapToLong(Order::price).min().orElseThrow();
    }

    private int levels(final List<Order> layers)
    {
        final List<Long> prices = layers.stream().map(Order::price).distinct().sorted().toList();
        final long gap = Math.max(config.gapTicks().of(1), prices.get(0) * config.gapPpm().of(1) / MILLION);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < prices.size(); i++)
        {
            run = i > 0 && prices.get(i) - prices.get(i - 1) <= gap ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static List<Order> orders(final Market market)
    {
        final var words = market.coldRecords(SlotKind.GROUP);
        final int at = market.sizableOrdersAt(market.groupSlot());
        final List<Order> orders = new ArrayList<>();
        for (int back = 0; back < 16; back++)
        {
            final int order = SizableOrders.order(words, at, back);
            if (order >= 0)
            {
                orders.add(new Order(
                    words.getLong(order + SizableOrders.SEQUENCE), words.getLong(order + SizableOrders.TIME),
                    words.getLong(order + SizableOrders.VENUE_TIME), words.getLong(order + SizableOrders.PRICE),
                    words.getLong(order + SizableOrders.LOTS), words.getLong(order + SizableOrders.END_SEQUENCE),
                    words.getLong(order + SizableOrders.END_TIME),
                    words.getLong(order + SizableOrders.WITHDRAWN)));
            }
        }
        orders.sort(Comparator.comparingLong(Order::sequence));
        return orders;
    }

    /** The group's last four, the oldest first. */
    private static List<Fill> fills(final Market market)
    {
        final var words = market.coldRecords(SlotKind.GROUP);
        final List<Fill> fills = new ArrayList<>();
        for (int back = 3; back >= 0; back--)
        {
            final int fill = market.fillOfGroup(market.groupSlot(), back);
            if (fill >= 0)
            {
                fills.add(new Fill(words.getLong(fill), words.getLong(fill + 8), words.getLong(fill + 16),
                    words.getLong(fill + 24)));
            }
        }
        return fills;
    }
}
