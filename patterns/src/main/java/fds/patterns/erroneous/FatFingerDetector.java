package fds.patterns.erroneous;

import fds.market.book.PriceLevels;
import fds.market.detector.Detector;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.BenefitMethod;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Score;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.money.Int128;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;

/**
 * Recognises an order that looks like a mistake, before it trades: its limit is far on the side of the reference price
 * that harms its owner; or it would walk far through the book; or it is many times its owner's own largest order.
 * <p>
 * The reference price is the mark, else the middle of the last prices that were traded before the order
 * ({@link RecentPrints}: the last one alone is where the previous mistake left it), else the index, else the middle of
 * a book that is not crossed; for an order with a trigger it is the trigger. Where others already offer the order's own
 * side a price on the harmful side of that, in a trusted book that is not crossed, their best price is the reference:
 * the market has moved, or is back from where a mistake had left it, and the order has not. A condition whose inputs
 * are not known is reported as absent and never holds: so are the walk and the middle of a book that is not to be
 * trusted. The walk is over the side the order would take from, which the order itself has not changed. Orders of the
 * venue's own liquidations are not judged. An owner's largest order of a short history is no habit: then the order must
 * be many times the instrument's mean order as well, must not be one that can only rest or that the book takes at
 * hardly any cost, and is told a grade lower.
 * <p>
 * State is the pair's {@link OrderHistory} and the instrument's prints; an order the venue took becomes part of it, so
 * the same mistake is told once.
 * <p>
 * Source: Regulation (EU) 2023/1114 Article 76(7)(d); the thresholds are proposals.
 */
public final class FatFingerDetector implements Detector
{
    static final int PRICE = 0;
    static final int SLIPPAGE = 1;
    static final int QUANTITY = 2;
    static final int NOTIONAL = 3;
    static final int ORDERS = 4;
    static final int HISTORY = 5;

    private static final int PRICE_POINTS = 20; // of each part, as many again at twice the threshold
    private static final int SLIPPAGE_POINTS = 15;
    private static final int QUANTITY_POINTS = 15;
    private static final int HARMLESS_PART = 10; // of the threshold for the way through the book

    private final Tiered priceDeviationPpm;
    private final Tiered slippagePpm;
    private final Tiered quantityMultiple;
    private final long historyOrders;
    private final long historyNanos;
    private final long youngOrders;
    private final Tiered youngMultiple;
    private final long usualVolumeNanos;

    private final OrderHistory history;
    private final RecentPrints prints;
    private final Finding finding;
    private final Int128 loss = new Int128();

    // of the order being judged
    private int tier;
    private boolean buys;
    private long referenceTicks;
    private boolean referenceIsTrade;
    private long harmTicks; // of the price, or absent
    private long walkTicks; // of the walk, or absent
    private long bestTicks; // that it is from
    private long multiple;
    private long notional;
    private long usualNotional;
    private boolean isFar;
    private boolean isDeep;
    private boolean isLarge;
    private boolean isYoung; // the history by which it is large
    private long orders;     // of that history, or absent
    private long known;      // for so long, or absent

    FatFingerDetector(final FatFingerConfig config, final long parametersHash, final StateLayout layout)
    {
        priceDeviationPpm = config.priceDeviationPpm();
        slippagePpm = config.slippagePpm();
        quantityMultiple = config.quantityMultiple();
        historyOrders = config.historyOrders();
        historyNanos = config.historyNanos();
        youngOrders = config.youngOrders();
        youngMultiple = config.youngMultiple();
        usualVolumeNanos = config.usualVolumeNanos();
        history = new OrderHistory(layout);
        prints = new RecentPrints(layout);
        finding = new Finding(FatFingerFactory.INFO, parametersHash);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        switch (event.kind())
        {
            case Kind.NEW, Kind.ORDER_REQUEST -> onOrder(event, market, findings);
            case Kind.TRADE -> prints.add(event, market);
            default ->
            {
            }
        }
    }

    private void onOrder(final MarketEvent order, final Market market, final FindingSink findings)
    {
        if (order.has(Flags.LIQUIDATION) || order.quantityLots() <= 0 || order.side() == Side.NONE)
        {
            return;
        }
        tier = market.reference().tier(order.instrumentId());
        buys = order.side() == Side.BUY;
        takeReference(order, market);
        judgePrice(order);
        judgeWalk(order, market);
        judgeQuantity(order, market);
        if (isFar || isDeep || isLarge)
        {
            tell(order, market, findings);
        }
        if (order.kind() == Kind.NEW && market.pairSlot() != SlotTable.NONE)
        {
            history.add(order);
        }
    }

    private void takeReference(final MarketEvent order, final Market market)
    {
        final long bid = market.bidBeforeTicks();
        final long ask = market.askBeforeTicks();
        referenceIsTrade = false;
        if (order.value() > 0)
        {
            referenceTicks = order.value();
        }
        else if (market.markTicks() > 0)
        {
            referenceTicks = market.markTicks();
        }
        else if (prints.of(market).middleTicks() > 0)
        {
            referenceTicks = prints.middleTicks();
            referenceIsTrade = true;
        }
        else if (market.indexTicks() > 0)
        {
            referenceTicks = market.indexTicks();
        }
        else
        {
            referenceTicks = bid > 0 && ask > bid && market.isBookTrusted() ? bid + (ask - bid) / 2 : Absent.VALUE;
        }
        final long own = buys ? bid : ask;
        if (bid > 0 && ask > bid && referenceTicks != Absent.VALUE && harm(own, referenceTicks) > 0 &&
            order.value() <= 0 && market.isBookTrusted())
        {
            referenceTicks = own;
            referenceIsTrade = false;
        }
    }

    private void judgePrice(final MarketEvent order)
    {
        harmTicks = Absent.VALUE;
        isFar = false;
        if (referenceTicks != Absent.VALUE && isLimit(order))
        {
            harmTicks = Math.max(0, harm(order.priceTicks(), referenceTicks));
            isFar = Ppm.atLeast(harmTicks, referenceTicks, priceDeviationPpm.of(tier));
        }
    }

    private void judgeWalk(final MarketEvent order, final Market market)
    {
        walkTicks = Absent.VALUE;
        isDeep = false;
        final PriceLevels opposite = buys ? market.asks() : market.bids();
        final long best = opposite.bestTicks();
        if (order.has(Flags.POST_ONLY) || order.value() > 0 || best <= 0 || !market.isBookTrusted())
        {
            return;
        }
        final long worst = opposite.sweepTicks(
            order.quantityLots(), isLimit(order) ? order.priceTicks() : Absent.VALUE);
        if (worst != Absent.VALUE)
        {
            walkTicks = harm(worst, best);
            bestTicks = best;
            isDeep = Ppm.atLeast(walkTicks, best, slippagePpm.of(tier));
        }
    }

    private void judgeQuantity(final MarketEvent order, final Market market)
    {
        multiple = Absent.VALUE;
        notional = Absent.VALUE;
        usualNotional = Absent.VALUE;
        isLarge = false;
        isYoung = false;
        orders = Absent.VALUE;
        known = Absent.VALUE;
        if (market.pairSlot() == SlotTable.NONE)
        {
            return;
        }
        history.of(market, market.pairSlot(), order);
        isYoung = !history.isLongEnough(historyOrders, historyNanos);
        if (referenceTicks != Absent.VALUE && history.largestLots() > 0 &&
            (!isYoung || !order.has(Flags.POST_ONLY) && !isHarmless() && history.isLongEnough(youngOrders, 0) &&
                market.isTimesMeanOrder(order.quantityLots(), youngMultiple.of(tier))))
        {
            orders = history.orders();
            known = history.nanos();
            multiple = order.quantityLots() / history.largestLots(); // at least n times, exactly when this is n or more
            notional = market.notional(referenceTicks, order.quantityLots());
            usualNotional = market.usualNotional(usualVolumeNanos);
            isLarge = multiple >= quantityMultiple.of(tier) && notional >= usualNotional;
        }
    }

    /** It trades as it comes, and hardly moves the price. */
    private boolean isHarmless()
    {
        return walkTicks != Absent.VALUE &&
            !Ppm.atLeast(walkTicks, bestTicks, slippagePpm.of(tier) / HARMLESS_PART);
    }

    private void tell(final MarketEvent order, final Market market, final FindingSink findings)
    {
        // Measured here, as no order but one that is told needs a division.
        final long deviation = harmTicks == Absent.VALUE ? Absent.VALUE : Ppm.of(harmTicks, referenceTicks);
        final long slippage = walkTicks == Absent.VALUE ? Absent.VALUE : Ppm.of(walkTicks, bestTicks);
        final int price = points(isFar, deviation, priceDeviationPpm.of(tier), PRICE_POINTS);
        final int walk = points(isDeep, slippage, slippagePpm.of(tier), SLIPPAGE_POINTS);
        final int quantity = points(isLarge, multiple, quantityMultiple.of(tier), QUANTITY_POINTS);
        final boolean extreme = price == 2 * PRICE_POINTS || walk == 2 * SLIPPAGE_POINTS ||
            quantity == 2 * QUANTITY_POINTS;
        finding.begin(order)
            .subject(market.accountId() == Absent.UNKNOWN_ID ? SubjectKind.INSTRUMENT : SubjectKind.ACCOUNT,
                market.accountId(), Absent.UNKNOWN_ID)
            .rate(severity((isFar ? 1 : 0) + (isDeep ? 1 : 0) + (isLarge ? 1 : 0), extreme, isLarge && isYoung),
                price + walk + quantity)
            .scorePart(0, price)
            .scorePart(1, walk)
            .scorePart(2, quantity)
            .predicate(PRICE, deviation, priceDeviationPpm.of(tier), isFar)
            .predicate(SLIPPAGE, slippage, slippagePpm.of(tier), isDeep)
            .predicate(QUANTITY, multiple, quantityMultiple.of(tier), multiple >= quantityMultiple.of(tier))
            .predicate(NOTIONAL, notional, usualNotional, notional != Absent.VALUE && notional >= usualNotional)
            .predicate(ORDERS, orders, historyOrders, orders >= historyOrders)
            .predicate(HISTORY, known, historyNanos, known != Absent.VALUE && known >= historyNanos)
            .evidence(order.sequence(), EvidenceRole.CAUSE)
            .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks());
        if (market.pairSlot() != SlotTable.NONE)
        {
            finding
                .addAccount(market.accountId())
                .ownerGroup(market.ownerGroupKindOf(market.pairSlot()), market.ownerGroupOf(market.pairSlot()),
                    market.reference().owners().version());
        }
        if (isFar && referenceIsTrade)
        {
            finding.evidence(prints.middleSequence(), EvidenceRole.REFERENCE_PRICE);
        }
        if (isLarge)
        {
            finding.evidence(history.largestSequence(), EvidenceRole.USUAL_MAXIMUM);
        }
        addLoss(order, market);
        finding.benefit(BenefitMethod.AVOIDED_LOSS, loss.high(), loss.low());
        findings.onFinding(finding);
    }

    /**
     * What the order would lose against the reference: a limit order all of it at its limit, a market order what it
     * would take from the levels there are, as far as they are to be trusted. Never below 0.
     */
    private void addLoss(final MarketEvent order, final Market market)
    {
        loss.clear();
        if (isLimit(order))
        {
            if (referenceTicks != Absent.VALUE && harm(order.priceTicks(), referenceTicks) > 0)
            {
                loss.addProduct(harm(order.priceTicks(), referenceTicks), order.quantityLots());
            }
            return;
        }
        if (!market.isBookTrusted())
        {
            return;
        }
        final PriceLevels opposite = buys ? market.asks() : market.bids();
        final long against = referenceTicks != Absent.VALUE ? referenceTicks : opposite.bestTicks();
        long left = order.quantityLots();
        for (int rank = 0; rank < opposite.size() && left > 0; rank++)
        {
            final long taken = Math.min(left, opposite.quantityLots(rank));
            loss.addProduct(harm(opposite.priceTicks(rank), against), taken);
            left -= taken;
        }
        if (loss.high() < 0)
        {
            loss.clear();
        }
    }

    /** How much worse a price is than another for who trades at it. */
    private long harm(final long priceTicks, final long againstTicks)
    {
        return buys ? priceTicks - againstTicks : againstTicks - priceTicks;
    }

    private static boolean isLimit(final MarketEvent order)
    {
        return order.priceTicks() != Absent.VALUE && !order.has(Flags.MARKET);
    }

    private static int points(final boolean holds, final long measured, final long threshold, final int points)
    {
        return holds ? points + Score.share(measured - threshold, threshold, points) : 0;
    }

    /** By how many conditions hold, whether one is at twice its threshold, and whether one is believed with reserve. */
    private static Severity severity(final int conditions, final boolean extreme, final boolean reserved)
    {
        final int grade = conditions + (extreme ? 1 : 0) - (reserved ? 1 : 0);
        return grade >= 3 ? Severity.CRITICAL : grade == 2 ? Severity.HIGH :
            grade == 1 ? Severity.MEDIUM : Severity.LOW;
    }
}
