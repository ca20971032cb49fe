package fds.patterns.spoofing;

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
import fds.market.finding.Score;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.money.Int128;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.SlotTable;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Recognises layering: orders of one owner on several neighbouring levels that came together, and that all go at once,
 * hardly filled, as soon as the owner was filled on the other side. Who showed as much on the other side was making a
 * market, and is not told; neither is who shows as much again within {@code returnNanos}, on the same side and near: it
 * has quoted anew, and withdrawn nothing. All at once is against how long they rested, not in seconds: where orders
 * live a second, any three are gone within one. Points for the number of levels are against what all accounts have live
 * on a side on average.
 * <p>
 * It keeps the findings that wait ({@link WithdrawnDisplays}); the group's sizable orders and its last fills are what
 * the market remembers for all. It looks when a sizable order is cancelled within {@code collapseNanos} of a fill of
 * its group on the other side, and has a finding at the cancel of the last of them; a small order, and a cancel without
 * a fill, cost a comparison. Orders that were moved with the market are the same orders. Not judged: cancels by
 * self-trade prevention. The benefit is what the fills would bring if the position were closed at the best price after
 * the collapse.
 * <p>
 * Source: Delegated Regulation (EU) 2016/522 Annex II Section 1; CFTC v. Sarao for the shape (four to six orders a tick
 * apart, moved with the market); the catalogue's thresholds are proposals.
 */
public final class LayeringDetector implements Detector
{
    static final int LAYERS = 0;
    static final int ENTRY_SPAN = 1;
    static final int WITHDRAWN_SHARE = 2;
    static final int COLLAPSE = 3;
    static final int OPPOSITE_SHARE = 4;
    static final int CONCURRENCY = 5;
    static final int ALERT_SCORE = 6;
    static final int SHOWN_AGAIN = 7;
    static final int WITHDRAWAL_SPAN = 8;

    private static final int FILLS = 4;
    private static final int LAYER_POINTS = 10;
    private static final int MORE_LAYER_POINTS = 15; // at twice the count
    private static final int COLLAPSE_POINTS = 10;
    private static final int SOON_POINTS = 15;     // when the last goes at the instant of the fill
    private static final int WITHDRAWN_POINTS = 20;
    private static final int CONCURRENCY_POINTS = 30;

    private final LayeringConfig config;
    private final Layers layers = new Layers();
    private final Int128 gain = new Int128();
    private final long[] fills = new long[FILLS]; // sequences, the newest first
    private int fillCount;
    private long closeTicks;
    private final WithdrawnDisplays displays;

    LayeringDetector(final LayeringConfig config, final long parametersHash)
    {
        this.config = config;
        displays = new WithdrawnDisplays(LayeringFactory.INFO, parametersHash, SHOWN_AGAIN);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        switch (event.kind())
        {
            case Kind.CANCEL -> onCancel(event, market, findings);
            case Kind.NEW, Kind.REPLACE -> onShown(event, market);
            case Kind.TICK -> displays.onTick(event, findings);
            default ->
            {
            }
        }
    }

    @Override
    public void writePartition(final StateWriter state)
    {
        displays.write(state);
    }

    @Override
    public void readPartition(final StateReader state)
    {
        displays.read(state);
    }

    private void onShown(final MarketEvent event, final Market market)
    {
        final int order = market.orderSlot();
        if (order != SlotTable.NONE && market.groupSlot() != SlotTable.NONE && !market.orderEnded())
        {
            displays.onShown(event, market, order);
        }
    }

    private void onCancel(final MarketEvent cancel, final Market market, final FindingSink findings)
    {
        final int order = market.orderSlot();
        if (order == SlotTable.NONE || !market.isSizable(order) || !market.orderEnded() || cancel.has(Flags.STP) ||
            market.groupSlot() == SlotTable.NONE)
        {
            return;
        }
        final int tier = market.reference().tier(cancel.instrumentId());
        final boolean buys = market.orderSide(order) == Side.BUY;
        final int fill = newestFill(market, buys);
        final UnsafeBuffer cold = market.coldRecords(SlotKind.GROUP);
        if (fill < 0 || cancel.engineTimeNanos() - cold.getLong(fill) > config.collapseNanos().of(tier))
        {
            return;
        }
        final long fillSequence = cold.getLong(fill + 8);
        final int at = market.sizableOrdersAt(market.groupSlot());
        layers.measure(cold, at, cancel.sequence(), fillSequence, config.entryNanos().of(tier));
        final long now = cancel.engineTimeNanos();
        if (layers.count() < config.layerCount().of(tier) || !layers.isGone() ||
            !Ppm.atMost(layers.endSpanNanos(now), layers.ageNanos(now), config.withdrawalSpanPpm().of(tier)) ||
            !Ppm.atLeast(layers.withdrawnLots(), layers.lots(), config.withdrawnSharePpm().of(tier)))
        {
            return;
        }
        final int levels = layers.levels(
            Math.max(config.gapTicks().of(tier), Ppm.share(Math.abs(layers.priceTicks()), config.gapPpm().of(tier))));
        final long first = firstFill(market, buys, fillSequence);
        final long shown = SizableOrders.lotsLiveBefore(cold, at, first, !buys);
        final long near = near(tier);
        final long again = SizableOrders.lotsLiveSince(
            cold, at, first, buys, layers.priceTicks() - near, layers.lastPriceTicks() + near);
        if (levels >= config.layerCount().of(tier) &&
            Ppm.atMost(shown, layers.lots(), config.oppositeSharePpm().of(tier)) &&
            Ppm.atMost(again, layers.withdrawnLots(), config.returnedSharePpm().of(tier)))
        {
            score(cancel, market, findings, tier, buys, levels, shown, again,
                cancel.engineTimeNanos() - cold.getLong(fill));
        }
    }

    /** Of the group's last four fills the newest on the side that its order was not on. */
    private static int newestFill(final Market market, final boolean buys)
    {
        for (int back = 0; back < FILLS; back++)
        {
            final int fill = market.fillOfGroup(market.groupSlot(), back);
            if (fill < 0 || market.coldRecords(SlotKind.GROUP).getLong(fill + 24) < 0 == buys)
            {
                return fill;
            }
        }
        return -1;
    }

    /** Of those the first that came behind the first of the layers. */
    private long firstFill(final Market market, final boolean buys, final long newestSequence)
    {
        final UnsafeBuffer cold = market.coldRecords(SlotKind.GROUP);
        long first = newestSequence;
        for (int back = 0; back < FILLS; back++)
        {
            final int fill = market.fillOfGroup(market.groupSlot(), back);
            if (fill < 0 || cold.getLong(fill + 8) <= layers.firstSequence())
            {
                break;
            }
            first = cold.getLong(fill + 24) < 0 == buys ? cold.getLong(fill + 8) : first;
        }
        return first;
    }

    /** So far from the layers what comes is the layers again. */
    private long near(final int tier)
    {
        return Math.max(1, Ppm.share(Math.abs(layers.priceTicks()), config.nearPpm().of(tier)));
    }

    private void score(
        final MarketEvent cancel,
        final Market market,
        final FindingSink findings,
        final int tier,
        final boolean buys,
        final int levels,
        final long shown,
        final long again,
        final long collapse)
    {
        final long least = config.layerCount().of(tier);
        final long longest = config.collapseNanos().of(tier);
        final long concurrency = Ppm.of(2 * levels * market.liveAccounts(), market.liveOrders());
        final long enough = config.concurrencyPpm().of(tier);
        final int layerPoints = LAYER_POINTS + Score.share(levels - least, least, MORE_LAYER_POINTS);
        final int collapsePoints = COLLAPSE_POINTS + Score.share(longest - collapse, longest, SOON_POINTS);
        final int concurrencyPoints = market.liveOrders() == 0 ? CONCURRENCY_POINTS :
            Score.share(concurrency - Ppm.ONE, enough - Ppm.ONE, CONCURRENCY_POINTS);
        final int total = layerPoints + collapsePoints + WITHDRAWN_POINTS + concurrencyPoints;
        if (total < config.alertScore().of(tier))
        {
            return;
        }
        final int pair = market.pairSlot();
        final Finding finding = displays.next(cancel, findings);
        finding.begin(cancel)
            .subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(pair), Absent.UNKNOWN_ID)
            .ownerGroup(market.ownerGroupKindOf(pair), market.ownerGroupOf(pair), market.reference().owners().version())
            .addAccount(market.accountId())
            .first(layers.firstSequence(), layers.firstVenueTimeNanos())
            .rate(total >= config.highScore().of(tier) ? Severity.HIGH : Severity.MEDIUM, total)
            .scorePart(0, layerPoints)
            .scorePart(1, collapsePoints)
            .scorePart(2, WITHDRAWN_POINTS)
            .scorePart(3, concurrencyPoints)
            .predicate(LAYERS, levels, least, true)
            .predicate(ENTRY_SPAN, layers.spanNanos(), config.entryNanos().of(tier), true)
            .predicate(WITHDRAWN_SHARE, Ppm.of(layers.withdrawnLots(), layers.lots()),
                config.withdrawnSharePpm().of(tier), true)
            .predicate(COLLAPSE, collapse, longest, true)
            .predicate(OPPOSITE_SHARE, Ppm.of(shown, layers.lots()), config.oppositeSharePpm().of(tier), true)
            .predicate(CONCURRENCY, concurrency, enough, concurrency >= enough)
            .predicate(ALERT_SCORE, total, config.alertScore().of(tier), true)
            .predicate(WITHDRAWAL_SPAN, Ppm.of(layers.endSpanNanos(cancel.engineTimeNanos()),
                layers.ageNanos(cancel.engineTimeNanos())), config.withdrawalSpanPpm().of(tier), true)
            .evidence(cancel.sequence(), EvidenceRole.CAUSE)
            .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks());
        layers.name(finding);
        addFills(market, buys, finding);
        displays.hold(market, cancel, buys ? Side.BUY : Side.SELL, layers.priceTicks() - near(tier),
            layers.lastPriceTicks() + near(tier), layers.withdrawnLots(), again, config.returnedSharePpm().of(tier),
            config.returnNanos());
    }

    /** Name the fills since the first of the layers, and reckon what they are worth at the best price now. */
    private void addFills(final Market market, final boolean buys, final Finding finding)
    {
        final UnsafeBuffer cold = market.coldRecords(SlotKind.GROUP);
        fillCount = 0;
        gain.clear();
        closeTicks = buys ? market.bestAskTicks() : market.bestBidTicks();
        for (int back = 0; back < FILLS; back++)
        {
            final int fill = market.fillOfGroup(market.groupSlot(), back);
            if (fill < 0 || cold.getLong(fill + 8) <= layers.firstSequence())
            {
                break;
            }
            final long signed = cold.getLong(fill + 24);
            if (signed < 0 == buys)
            {
                fills[fillCount++] = cold.getLong(fill + 8);
                if (closeTicks != Absent.VALUE)
                {
                    gain.addProduct(closeTicks - cold.getLong(fill + 16), signed);
                }
            }
        }
        for (int i = fillCount - 1; i >= 0; i--)
        {
            finding.evidence(fills[i], EvidenceRole.GENUINE_FILL);
        }
        if (closeTicks != Absent.VALUE)
        {
            finding.benefit(BenefitMethod.MARK_TO_MARKET, gain.high(), gain.low());
        }
    }
}
