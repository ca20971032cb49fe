package fds.patterns.spoofing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

/** Spoofing as one would say it aloud: note every large order as it comes, and look at the fills when it goes. */
final class PlainSpoofing implements Detector
{
    private static final long NONE = Absent.VALUE;

    private record Large(
        long sequence, long venueTime, long time, long lots, long price, long bid, long ask, long moves,
        long multiple, long depthShare, long filledBefore)
    {
    }

    private record Fill(long time, long sequence, long price, long lots)
    {
    }

    private record Remembered(long time, long sequence)
    {
    }

    private record Withdrawn(long time, boolean linked)
    {
    }

    private final SpoofingConfig config;
    private final PlainDisplays displays = new PlainDisplays(SpoofingDetector.SHOWN_AGAIN);
    private final Map<List<Long>, List<Withdrawn>> withdrawnByGroup = new HashMap<>();
    private final Map<Integer, Large> largeBySlot = new HashMap<>();
    private final Map<List<Long>, List<Remembered>> rememberedByGroup = new HashMap<>();

    PlainSpoofing(final SpoofingConfig config)
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
        final int slot = market.orderSlot();
        if (event.kind() == Kind.NEW)
        {
            largeBySlot.remove(slot);
        }
        if (slot < 0 || market.groupSlot() < 0)
        {
            return;
        }
        final Large large = largeBySlot.get(slot);
        final long open = market.orderOpenLots(slot);
        if (large != null && event.kind() != Kind.NEW)
        {
            final boolean ended = market.orderEnded();
            final boolean halved = 2 * open <= large.lots();
            final long price = market.orderPriceTicks(slot);
            final boolean away = market.orderSide(slot) == Side.BUY ? price < large.price() : price > large.price();
            final boolean closer = price != large.price() && !away;
            final boolean withdrawn = event.kind() == Kind.CANCEL ? !event.has(Flags.STP) && (ended || halved) :
                ended || away || halved;
            final boolean isAnew = event.kind() == Kind.REPLACE && (closer || open > large.lots());
            if (withdrawn || isAnew)
            {
                largeBySlot.remove(slot);
            }
            if (withdrawn)
            {
                withdraw(large, event, market, findings);
            }
            else if (event.kind() == Kind.REPLACE && !isAnew)
            {
                return;
            }
        }
        if (event.kind() != Kind.CANCEL && !market.orderEnded())
        {
            enter(event, market, slot, open);
        }
    }

    private void enter(final MarketEvent event, final Market market, final int slot, final long open)
    {
        final long price = market.orderPriceTicks(slot);
        final boolean buys = market.orderSide(slot) == Side.BUY;
        final long opposite = buys ? market.askBeforeTicks() : market.bidBeforeTicks();
        final boolean immediate = (market.orderFlags(slot) & (Flags.IOC | Flags.FOK | Flags.MARKET)) != 0;
        final boolean crosses = opposite != NONE && (buys ? price >= opposite : price <= opposite);
        if (price == NONE || immediate || crosses)
        {
            return;
        }
        final long depth = (buys ? market.bids() : market.asks()).depthLots(10);
        final long multiple = market.timesMeanOrder(open);
        final boolean byMean = multiple >= config.sizeMultiple().of(1);
        final boolean byDepth = multiple >= config.leastMultiple().of(1) && depth > 0 &&
            1_000_000 * open >= config.depthSharePpm().of(1) * depth;
        if (byMean && multiple >= config.leastMultiple().of(1) || byDepth)
        {
            largeBySlot.put(slot, new Large(event.sequence(), event.venueTimeNanos(), event.engineTimeNanos(), open,
                price, market.bidBeforeTicks(), market.askBeforeTicks(), market.movesAwayFrom(market.orderSide(slot)),
                multiple, depth > 0 ? 1_000_000 * open / depth : NONE, market.orderFilledLots(slot)));
        }
    }

    private void withdraw(
        final Large large, final MarketEvent event, final Market market, final FindingSink findings)
    {
        final int slot = market.orderSlot();
        final boolean buys = market.orderSide(slot) == Side.BUY;
        final long lifetime = event.engineTimeNanos() - large.time();
        final long filled = market.orderFilledLots(slot) - large.filledBefore();
        final List<Fill> fills = fills(market, large.sequence(), buys);
        if (1_000_000 * filled > config.filledSharePpm().of(1) * large.lots())
        {
            return;
        }
        final long genuine = fills.stream().mapToLong(Fill::lots).sum();
        final long delay = fills.isEmpty() ? 0 : event.engineTimeNanos() - fills.get(fills.size() - 1).time();
        final boolean isLinked = lifetime <= config.lifetimeNanos().of(1) && !fills.isEmpty() &&
            1_000_000 * genuine <= config.genuineSharePpm().of(1) * large.lots() &&
            delay <= config.withdrawalNanos().of(1);
        final long minute = event.engineTimeNanos() / 60_000_000_000L;
        final List<Withdrawn> withdrawn = withdrawnByGroup.computeIfAbsent(
            List.of((long)market.ownerGroupKindOf(market.pairSlot()), market.ownerGroupOf(market.pairSlot())),
            key -> new ArrayList<>());
        withdrawn.add(new Withdrawn(event.engineTimeNanos(), isLinked));
        withdrawn.removeIf(one -> one.time() / 60_000_000_000L <= minute - 10);
        if (!isLinked)
        {
            return;
        }
        final var words = market.coldRecords(SlotKind.GROUP);
        final int at = market.sizableOrdersAt(market.groupSlot());
        final long first = fills.get(0).sequence();
        final long ownSide = SizableOrders.lotsLiveBefore(words, at, first, buys);
        final long shown = SizableOrders.lotsLiveBefore(words, at, first, !buys);
        final long near = Math.max(1, Math.abs(large.price()) * config.nearPpm().of(1) / 1_000_000);
        final long low = large.price() - near;
        final long high = large.price() + near;
        final long nowAt = market.orderPriceTicks(slot);
        final long left = !market.orderEnded() && nowAt >= low && nowAt <= high ? market.orderOpenLots(slot) : 0;
        final long again = SizableOrders.lotsLiveSince(words, at, first, buys, low, high) + left;
        if (1_000_000 * large.lots() < config.singleSharePpm().of(1) * ownSide ||
            1_000_000 * shown > config.oppositeSharePpm().of(1) * large.lots() ||
            1_000_000 * again > config.returnedSharePpm().of(1) * large.lots())
        {
            return;
        }
        final long before = buys ? large.ask() : large.bid();
        final long now = buys ? market.askBeforeTicks() : market.bidBeforeTicks();
        final long moved = before == NONE || now == NONE ? NONE : buys ? now - before : before - now;
        final boolean favourable = moved != NONE && moved >= config.moveTicks().of(1);
        final long multiple = config.sizeMultiple().of(1);
        final long share = config.depthSharePpm().of(1);
        final long displayed = config.displayMultiple().of(1);
        final long displayedShare = config.displaySharePpm().of(1);
        final int byMean = part(large.multiple() - multiple, Math.max(1, displayed - multiple), 30);
        final int byDepth =
            large.depthShare() == NONE ? 0 : part(large.depthShare() - share, Math.max(1, displayedShare - share), 30);
        final int size = 10 + Math.min(byMean, byDepth);
        final int speed = 5 + part(config.lifetimeNanos().of(1) - lifetime, config.lifetimeNanos().of(1), 10);
        final int link = 15 + part(config.withdrawalNanos().of(1) - delay, config.withdrawalNanos().of(1), 10);
        final long thirty = 30_000_000_000L;
        final BigInteger expected = BigInteger.valueOf(large.moves())
            .multiply(BigInteger.valueOf(Math.min(lifetime, 5_000_000_000L)))
            .min(BigInteger.valueOf(thirty));
        final int move = favourable ? part(thirty - expected.longValueExact(), thirty, 20) : 0;
        final int score = size + speed + link + move;
        final List<Remembered> remembered = rememberedByGroup.computeIfAbsent(
            List.of((long)market.ownerGroupKindOf(market.pairSlot()), market.ownerGroupOf(market.pairSlot())),
            key -> new ArrayList<>());
        if (score >= config.repeatScore().of(1))
        {
            remembered.add(new Remembered(event.engineTimeNanos(), event.sequence()));
        }
        final List<Remembered> last = remembered.subList(Math.max(0, remembered.size() - 8), remembered.size()).stream()
            .filter(one -> event.engineTimeNanos() - one.time() < config.repeatWindowNanos()).toList();
        final long linked = 1_000_000L * withdrawn.stream().filter(Withdrawn::linked).count() / withdrawn.size();
        final boolean selects = linked >= config.linkedSharePpm().of(1);
        final boolean repeated = score >= config.repeatScore().of(1) && last.size() >= config.repeatCount() && selects;
        final boolean manifold = large.multiple() >= displayed;
        final boolean deep = large.depthShare() != NONE && large.depthShare() >= displayedShare;
        if (!(score >= config.alertScore().of(1) && manifold && deep) && !repeated)
        {
            return;
        }
        final Finding finding = new Finding(SpoofingFactory.INFO, 77);
        finding.begin(event)
            .subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(market.pairSlot()), 0)
            .ownerGroup(market.ownerGroupKindOf(market.pairSlot()), market.ownerGroupOf(market.pairSlot()),
                market.reference().owners().version())
            .addAccount(market.accountId())
            .first(large.sequence(), large.venueTime())
            .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks())
            .rate(repeated ? Severity.HIGH : Severity.MEDIUM, score)
            .scorePart(0, size).scorePart(1, speed).scorePart(2, link).scorePart(3, move)
            .predicate(0, large.multiple(), multiple, large.multiple() >= multiple)
            .predicate(1, large.depthShare(), share, large.depthShare() >= share)
            .predicate(2, 1_000_000 * filled / large.lots(), config.filledSharePpm().of(1), true)
            .predicate(3, lifetime, config.lifetimeNanos().of(1), true)
            .predicate(4, 1_000_000 * genuine / large.lots(), config.genuineSharePpm().of(1), true)
            .predicate(5, 1_000_000 * shown / large.lots(), config.oppositeSharePpm().of(1), true)
            .predicate(6, delay, config.withdrawalNanos().of(1), true)
            .predicate(7, moved, config.moveTicks().of(1), favourable)
            .predicate(8, score, config.alertScore().of(1), score >= config.alertScore().of(1))
            .predicate(9, last.size(), config.repeatCount(), last.size() >= config.repeatCount())
            .predicate(10, linked, config.linkedSharePpm().of(1), selects)
            .predicate(12, large.multiple(), displayed, manifold)
            .predicate(13, large.depthShare(), displayedShare, deep)
            .predicate(14, ownSide == 0 ? Long.MAX_VALUE : 1_000_000 * large.lots() / ownSide,
                config.singleSharePpm().of(1), true)
            .evidence(event.sequence(), EvidenceRole.CAUSE)
            .evidence(large.sequence(), EvidenceRole.BIG_ORDER);
        fills.forEach(fill -> finding.evidence(fill.sequence(), EvidenceRole.GENUINE_FILL));
        last.stream().filter(one -> one.sequence() != event.sequence())
            .forEach(one -> finding.evidence(one.sequence(), EvidenceRole.CANCEL));
        final long taken = buys ? large.bid() : large.ask();
        if (taken != NONE)
        {
            final BigInteger gain = fills.stream()
                .map(fill -> BigInteger.valueOf(buys ? fill.price() - taken : taken - fill.price())
                    .multiply(BigInteger.valueOf(fill.lots())))
                .reduce(BigInteger.ZERO, BigInteger::add);
            finding.benefit(BenefitMethod.REALISED, gain.shiftRight(64).longValueExact(), gain.longValue());
        }
        displays.hold(finding, event, market, market.orderSide(slot), low, high, large.lots(), again,
            config.returnedSharePpm().of(1), config.returnNanos(), findings);
    }

    /** The other side's among the group's last four fills since an event, the oldest first. */
    private static List<Fill> fills(final Market market, final long since, final boolean buys)
    {
        final List<Fill> fills = new ArrayList<>();
        for (int back = 3; back >= 0; back--)
        {
            final int fill = market.fillOfGroup(market.groupSlot(), back);
            if (fill >= 0)
            {
                final var words = market.coldRecords(SlotKind.GROUP);
                final long lots = words.getLong(fill + 24);
                if (words.getLong(fill + 8) > since && lots < 0 == buys)
                {
                    fills.add(new Fill(
                        words.getLong(fill), words.getLong(fill + 8), words.getLong(fill + 16), Math.abs(lots)));
                }
            }
        }
        return fills;
    }

    private static int part(final long measured, final long whole, final int points)
    {
        return BigInteger.valueOf(Math.max(0, Math.min(whole, measured))).multiply(BigInteger.valueOf(points))
            .divide(BigInteger.valueOf(whole)).intValueExact();
    }
}
