package fds.patterns.erroneous;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fds.market.book.PriceLevels;
import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.BenefitMethod;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;

/** Erroneous orders as one would say it aloud: keep every order, walk the book lot by lot. */
final class PlainFatFinger implements Detector
{
    private static final long TWO_DAYS = 2 * 86_400_000_000_000L;
    private static final long NONE = Absent.VALUE;

    /** What an incoming order traded at last. */
    private record Print(long sequence, long time, long order, long price)
    {
    }

    private record Sent(long sequence, long time, long account, long lots)
    {
    }

    private final FatFingerConfig config;
    private final Finding finding = new Finding(FatFingerFactory.INFO, 77);
    private final List<Sent> sent = new ArrayList<>();
    private final List<Print> prints = new ArrayList<>();

    PlainFatFinger(final FatFingerConfig config)
    {
        this.config = config;
    }

    @Override
    public void onEvent(final MarketEvent order, final Market market, final FindingSink findings)
    {
        if (order.kind() == Kind.TRADE)
        {
            print(order);
            return;
        }
        if (order.has(Flags.LIQUIDATION))
        {
            return;
        }
        final boolean buy = order.side() == Side.BUY;
        final int sign = buy ? 1 : -1;
        final boolean limit = order.priceTicks() != NONE && !order.has(Flags.MARKET);
        final long published = reference(order, market);
        final long bid = market.bidBeforeTicks();
        final long ask = market.askBeforeTicks();
        final boolean hasMoved = order.value() <= 0 && market.isBookTrusted() && bid > 0 && ask > bid &&
            published != NONE && (buy ? bid > published : ask < published);
        final boolean ofTrade =
            order.value() <= 0 && market.markTicks() <= 0 && !prints.isEmpty() && !hasMoved;
        final long reference = hasMoved ? buy ? bid : ask : published;
        final int tier = market.reference().tier(1);

        long deviation = NONE;
        if (reference != NONE && limit)
        {
            deviation = Math.max(0, sign * (order.priceTicks() - reference)) * 1_000_000 / reference;
        }
        final List<Long> taken = walk(order, buy ? market.asks() : market.bids(), buy, limit);
        long slippage = NONE;
        if (market.isBookTrusted() && !taken.isEmpty() && !order.has(Flags.POST_ONLY) && order.value() <= 0)
        {
            slippage = sign * (taken.get(taken.size() - 1) - taken.get(0)) * 1_000_000 / taken.get(0);
        }
        final long now = order.engineTimeNanos();
        final List<Sent> own = sent.stream().filter(s -> s.account() == market.accountId()).toList();
        Sent largest = null;
        for (final Sent before : own)
        {
            if (before.time() / TWO_DAYS > now / TWO_DAYS - 15 && (largest == null || before.lots() > largest.lots()))
            {
                largest = before;
            }
        }
        long multiple = NONE;
        long notional = NONE;
        long usual = NONE;
        long orders = NONE;
        long known = NONE;
        final boolean isLong = own.size() >= config.historyOrders() &&
            now - own.get(0).time() >= config.historyNanos();
        if (market.accountId() != 0 && reference != NONE && largest != null && (isLong ||
            !order.has(Flags.POST_ONLY) && (slippage == NONE || slippage >= config.slippagePpm().of(tier) / 10) &&
                own.size() >= config.youngOrders() &&
                market.isTimesMeanOrder(order.quantityLots(), config.youngMultiple().of(tier))))
        {
            orders = own.size();
            known = now - own.get(0).time();
            multiple = order.quantityLots() / largest.lots();
            notional = order.quantityLots() * reference;
            usual = BigInteger.valueOf(market.notionalDay()).multiply(BigInteger.valueOf(config.usualVolumeNanos()))
                .divide(BigInteger.valueOf(86_400_000_000_000L)).longValueExact();
        }
        final boolean far = deviation >= config.priceDeviationPpm().of(tier);
        final boolean deep = slippage >= config.slippagePpm().of(tier);
        final boolean large = multiple >= config.quantityMultiple().of(tier) && notional >= usual;
        if (far || deep || large)
        {
            final int price = points(far, deviation, config.priceDeviationPpm().of(tier), 20);
            final int walk = points(deep, slippage, config.slippagePpm().of(tier), 15);
            final int quantity = points(large, multiple, config.quantityMultiple().of(tier), 15);
            final int grade = (far ? 1 : 0) + (deep ? 1 : 0) + (large ? 1 : 0) +
                (price == 40 || walk == 30 || quantity == 30 ? 1 : 0) - (large && !isLong ? 1 : 0);
            finding.begin(order)
                .subject(market.accountId() == 0 ? SubjectKind.INSTRUMENT : SubjectKind.ACCOUNT, market.accountId(), 0)
                .rate(Severity.values()[Math.min(3, grade)], price + walk + quantity)
                .scorePart(0, price).scorePart(1, walk).scorePart(2, quantity)
                .predicate(0, deviation, config.priceDeviationPpm().of(tier), far)
                .predicate(1, slippage, config.slippagePpm().of(tier), deep)
                .predicate(2, multiple, config.quantityMultiple().of(tier),
                    multiple >= config.quantityMultiple().of(tier))
                .predicate(3, notional, usual, notional != NONE && notional >= usual)
                .predicate(4, orders, config.historyOrders(), orders >= config.historyOrders())
                .predicate(5, known, config.historyNanos(), known != NONE && known >= config.historyNanos())
                .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks())
                .evidence(order.sequence(), EvidenceRole.CAUSE);
            if (market.accountId() != 0)
            {
                final long named = market.reference().owners().groupOf(1, market.accountId());
                finding.addAccount(market.accountId()).ownerGroup(
                    named == 0 ? 0 : 1, named == 0 ? market.accountId() : named, market.reference().owners().version());
            }
            if (far && ofTrade)
            {
                finding.evidence(middle().sequence(), EvidenceRole.REFERENCE_PRICE);
            }
            if (large)
            {
                finding.evidence(largest.sequence(), EvidenceRole.USUAL_MAXIMUM);
            }
            long loss = 0;
            if (limit && reference != NONE)
            {
                loss = sign * (order.priceTicks() - reference) * order.quantityLots();
            }
            else if (!limit && market.isBookTrusted())
            {
                for (final long level : taken)
                {
                    loss += sign * (level - (reference != NONE ? reference : taken.get(0)));
                }
            }
            finding.benefit(BenefitMethod.AVOIDED_LOSS, 0, Math.max(0, loss));
            findings.onFinding(finding);
        }
        if (order.kind() == Kind.NEW)
        {
            sent.add(new Sent(order.sequence(), now, market.accountId(), order.quantityLots()));
        }
    }

    private void print(final MarketEvent trade)
    {
        final Print last = prints.isEmpty() ? null : prints.get(prints.size() - 1);
        if (last != null && last.order() == trade.counterOrderId() &&
            (last.order() != 0 || last.time() == trade.engineTimeNanos()))
        {
            prints.remove(last);
        }
        prints.add(new Print(
            trade.sequence(), trade.engineTimeNanos(), trade.counterOrderId(), trade.priceTicks()));
    }

    private Print middle()
    {
        if (prints.size() < 3)
        {
            return prints.get(0);
        }
        final int used = prints.size() < 5 ? 3 : 5;
        return prints.subList(prints.size() - used, prints.size()).stream()
            .sorted(Comparator.comparingLong(Print::price).thenComparingLong(Print::sequence)).toList().get(used / 2);
    }

    private long reference(final MarketEvent order, final Market market)
    {
        final long bid = market.bidBeforeTicks();
        final long ask = market.askBeforeTicks();
        for (final long price : new long[] {
            order.value(), market.markTicks(), prints.isEmpty() ? NONE : middle().price(), market.indexTicks() })
        {
            if (price > 0)
            {
                return price;
            }
        }
        return market.isBookTrusted() && bid > 0 && ask > bid ? (bid + ask) / 2 : NONE;
    }

    /** The price of each lot that would be taken. */
    private static List<Long> walk(
        final MarketEvent order, final PriceLevels levels, final boolean buy, final boolean limit)
    {
        final List<Long> taken = new ArrayList<>();
        for (int rank = 0; rank < levels.size(); rank++)
        {
            final long price = levels.priceTicks(rank);
            final boolean within = !limit || (buy ? price <= order.priceTicks() : price >= order.priceTicks());
            for (long lot = 0; within && lot < levels.quantityLots(rank) && taken.size() < order.quantityLots(); lot++)
            {
                taken.add(price);
            }
        }
        return taken;
    }

    private static int points(final boolean holds, final long measured, final long threshold, final int points)
    {
        return holds ? points + (int)Math.min(points, (measured - threshold) * points / threshold) : 0;
    }
}
