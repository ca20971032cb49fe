package fds.patterns.spoofing;

import java.util.concurrent.TimeUnit;

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
import fds.market.finding.Score;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * Recognises spoofing with one large order: it rests shortly, a smaller order of the same owner is filled on the
 * other side, and it is withdrawn hardly filled. Withdrawn is an order that is cancelled, moved away from the market,
 * or cut to half. Who showed as much on the other side was making a market, and is not told; neither is who shows as
 * much again within {@code returnNanos}, on the same side and near: it has quoted anew, and withdrawn nothing. One
 * withdrawal is told when the order stood out, both among orders and in what was shown on its side, since lesser ones
 * go near a fill by chance wherever there are many; lesser ones when they are several, and so much of its owner's large
 * withdrawals that it is no chance. Several orders of a side are another detector's.
 * <p>
 * State: a bit in the order's record, set when an order that rests is large as it comes, with what was known then in
 * its cold words; the group's last remembered withdrawals; the findings that wait ({@link WithdrawnDisplays}). All else
 * is asked when such an order is withdrawn: a small order costs a comparison, a fill nothing. Not judged: immediate and
 * market orders and those that cross as they come, whose rest the venue takes back, and cancels by self-trade
 * prevention. The points for a favourable move shrink by as many such moves as the last 30 seconds before the order
 * make likely while it rested, for five seconds at most, so that a fast market gives none. An order is judged once; it
 * re-arms when it comes anew.
 * <p>
 * Source: Delegated Regulation (EU) 2016/522 Annex II Section 1; 7 U.S.C. 6c(a)(5)(C); the catalogue's thresholds are
 * proposals.
 */
public final class SpoofingDetector implements Detector
{
    static final int SIZE_MULTIPLE = 0;
    static final int DEPTH_SHARE = 1;
    static final int FILLED_SHARE = 2;
    static final int LIFETIME = 3;
    static final int GENUINE_SHARE = 4;
    static final int OPPOSITE_SHARE = 5;
    static final int WITHDRAWAL_DELAY = 6;
    static final int FAVOURABLE_MOVE = 7;
    static final int ALERT_SCORE = 8;
    static final int REMEMBERED = 9;
    static final int LINKED_SHARE = 10;
    static final int SHOWN_AGAIN = 11;
    static final int DISPLAY_MULTIPLE = 12;
    static final int DISPLAY_SHARE = 13;
    static final int SINGLE_SHARE = 14;

    private static final int DEPTH_LEVELS = 10;
    private static final long MOVES_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long DWELL_MAX_NANOS = TimeUnit.SECONDS.toNanos(5); // for which moves are expected
    private static final int SIZE_POINTS = 10;
    private static final int DISPLAY_POINTS = 30; // when it stands out by both measures
    private static final int SPEED_POINTS = 5;
    private static final int SOON_POINTS = 10;    // when it is withdrawn at once
    private static final int FILL_POINTS = 15;
    private static final int DELAY_POINTS = 10;   // when it is withdrawn at once after the fill
    private static final int MOVE_POINTS = 20;

    private final SpoofingConfig config;
    private final LargeOrder large;
    private final RecentWithdrawals recent;
    private final GenuineFill genuine = new GenuineFill();
    private final WithdrawnDisplays displays;

    SpoofingDetector(final SpoofingConfig config, final long parametersHash, final StateLayout layout)
    {
        this.config = config;
        large = new LargeOrder(layout);
        recent = new RecentWithdrawals(layout);
        displays = new WithdrawnDisplays(SpoofingFactory.INFO, parametersHash, SHOWN_AGAIN);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.kind() == Kind.TICK)
        {
            displays.onTick(event, findings);
            return;
        }
        final int order = market.orderSlot();
        if (order == SlotTable.NONE || market.groupSlot() == SlotTable.NONE)
        {
            return;
        }
        switch (event.kind())
        {
            case Kind.NEW ->
            {
                displays.onShown(event, market, order);
                onEntry(event, market, order);
            }
            case Kind.CANCEL -> onCancel(event, market, findings, order);
            case Kind.REPLACE -> onReplace(event, market, findings, order);
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

    private void onEntry(final MarketEvent event, final Market market, final int order)
    {
        final long lots = market.orderOpenLots(order);
        final int tier = market.reference().tier(event.instrumentId());
        if (!market.isTimesMeanOrder(lots, config.leastMultiple().of(tier)) ||
            !WithdrawnDisplays.rests(market, order))
        {
            return;
        }
        final PriceLevels levels = market.orderSide(order) == Side.BUY ? market.bids() : market.asks();
        final long depth = levels.depthLots(DEPTH_LEVELS);
        if (market.isTimesMeanOrder(lots, config.sizeMultiple().of(tier)) ||
            depth > 0 && Ppm.atLeast(lots, depth, config.depthSharePpm().of(tier)))
        {
            market.large(order, true);
            large.of(market, order).enter(
                event, market, order, market.timesMeanOrder(lots), depth > 0 ? Ppm.of(lots, depth) : Absent.VALUE);
        }
    }

    private void onCancel(final MarketEvent cancel, final Market market, final FindingSink findings, final int order)
    {
        if (market.isLarge(order) && !cancel.has(Flags.STP) &&
            (market.orderEnded() || !large.of(market, order).stands(market, order)))
        {
            market.large(order, false);
            onWithdrawal(cancel, market, findings, order);
        }
    }

    private void onReplace(final MarketEvent replace, final Market market, final FindingSink findings, final int order)
    {
        if (!market.orderEnded())
        {
            displays.onShown(replace, market, order);
        }
        if (market.isLarge(order))
        {
            large.of(market, order);
            final boolean withdrawn = market.orderEnded() || large.isAway(market, order);
            if (!withdrawn && large.stands(market, order) && market.orderOpenLots(order) <= large.lots())
            {
                return; // the same order still
            }
            market.large(order, false);
            if (withdrawn || 2 * market.orderOpenLots(order) <= large.lots())
            {
                onWithdrawal(replace, market, findings, order);
            }
        }
        if (!market.orderEnded())
        {
            onEntry(replace, market, order);
        }
    }

    private void onWithdrawal(
        final MarketEvent event, final Market market, final FindingSink findings, final int order)
    {
        final int tier = market.reference().tier(event.instrumentId());
        final int group = market.groupSlot();
        final int side = market.orderSide(order);
        final long lots = large.of(market, order).lots();
        final long lifetime = event.engineTimeNanos() - large.timeNanos();
        final long filled = large.filledLots(market, order);
        if (!Ppm.atMost(filled, lots, config.filledSharePpm().of(tier)))
        {
            return;
        }
        genuine.measure(market, group, large, side);
        final boolean isLinked = lifetime <= config.lifetimeNanos().of(tier) && genuine.exists() &&
            Ppm.atMost(genuine.lots(), lots, config.genuineSharePpm().of(tier)) &&
            event.engineTimeNanos() - genuine.newestTimeNanos() <= config.withdrawalNanos().of(tier);
        recent.of(market, group).count(event.engineTimeNanos(), isLinked);
        if (!isLinked ||
            !Ppm.atLeast(lots, genuine.ownSideLots(market, group, side), config.singleSharePpm().of(tier)))
        {
            return;
        }
        final long shown = genuine.shownLots(market, group, side);
        final long again = shownAgain(market, order, tier);
        if (Ppm.atMost(shown, lots, config.oppositeSharePpm().of(tier)) &&
            Ppm.atMost(again, lots, config.returnedSharePpm().of(tier)))
        {
            score(event, market, findings, order, tier, lifetime, filled, shown, again);
        }
    }

    /** What the group shows near the large order's price since the fill, what is left of that order included. */
    private long shownAgain(final Market market, final int order, final int tier)
    {
        final long low = large.priceTicks() - near(tier);
        final long high = large.priceTicks() + near(tier);
        final long price = market.orderPriceTicks(order);
        return genuine.shownAgainLots(market, market.groupSlot(), market.orderSide(order), low, high) +
            (!market.orderEnded() && price >= low && price <= high ? market.orderOpenLots(order) : 0);
    }

    /** So far from the order what comes is that order again. */
    private long near(final int tier)
    {
        return Math.max(1, Ppm.share(Math.abs(large.priceTicks()), config.nearPpm().of(tier)));
    }

    private void score(
        final MarketEvent event,
        final Market market,
        final FindingSink findings,
        final int order,
        final int tier,
        final long lifetime,
        final long filled,
        final long shown,
        final long again)
    {
        final long longest = config.lifetimeNanos().of(tier);
        final long longestDelay = config.withdrawalNanos().of(tier);
        final long delay = event.engineTimeNanos() - genuine.newestTimeNanos();
        final long moved = large.favourableTicks(
            market.orderSide(order), market.bidBeforeTicks(), market.askBeforeTicks());
        final boolean favourable = moved != Absent.VALUE && moved >= config.moveTicks().of(tier);
        final int size = sizePoints(tier);
        final int speed = SPEED_POINTS + Score.share(longest - lifetime, longest, SOON_POINTS);
        final int link = FILL_POINTS + Score.share(longestDelay - delay, longestDelay, DELAY_POINTS);
        final int move = favourable ? movePoints(Math.min(lifetime, DWELL_MAX_NANOS)) : 0;
        final int total = size + speed + link + move;
        if (total < config.repeatScore().of(tier) && total < config.alertScore().of(tier))
        {
            return;
        }
        if (total >= config.repeatScore().of(tier))
        {
            recent.add(event);
        }
        final int remembered = recent.count(event.engineTimeNanos(), config.repeatWindowNanos());
        final long linked = Ppm.of(recent.linked(event.engineTimeNanos()), recent.all(event.engineTimeNanos()));
        final boolean selects = linked >= config.linkedSharePpm().of(tier);
        final boolean repeated =
            remembered >= config.repeatCount() && total >= config.repeatScore().of(tier) && selects;
        final boolean manifold = large.multiple() >= config.displayMultiple().of(tier);
        final boolean deep = large.depthSharePpm() != Absent.VALUE &&
            large.depthSharePpm() >= config.displaySharePpm().of(tier);
        if (!(total >= config.alertScore().of(tier) && manifold && deep) && !repeated)
        {
            return;
        }
        final long lots = large.lots();
        final Finding finding = displays.next(event, findings);
        begin(finding, event, market)
            .rate(repeated ? Severity.HIGH : Severity.MEDIUM, total)
            .scorePart(0, size)
            .scorePart(1, speed)
            .scorePart(2, link)
            .scorePart(3, move)
            .predicate(SIZE_MULTIPLE, large.multiple(), config.sizeMultiple().of(tier),
                large.multiple() >= config.sizeMultiple().of(tier))
            .predicate(DEPTH_SHARE, large.depthSharePpm(), config.depthSharePpm().of(tier),
                large.depthSharePpm() != Absent.VALUE && large.depthSharePpm() >= config.depthSharePpm().of(tier))
            .predicate(FILLED_SHARE, Ppm.of(filled, lots), config.filledSharePpm().of(tier), true)
            .predicate(LIFETIME, lifetime, longest, true)
            .predicate(GENUINE_SHARE, Ppm.of(genuine.lots(), lots), config.genuineSharePpm().of(tier), true)
            .predicate(OPPOSITE_SHARE, Ppm.of(shown, lots), config.oppositeSharePpm().of(tier), true)
            .predicate(WITHDRAWAL_DELAY, delay, longestDelay, true)
            .predicate(FAVOURABLE_MOVE, moved, config.moveTicks().of(tier), favourable)
            .predicate(ALERT_SCORE, total, config.alertScore().of(tier), total >= config.alertScore().of(tier))
            .predicate(REMEMBERED, remembered, config.repeatCount(), remembered >= config.repeatCount())
            .predicate(LINKED_SHARE, linked, config.linkedSharePpm().of(tier), selects)
            .predicate(DISPLAY_MULTIPLE, large.multiple(), config.displayMultiple().of(tier), manifold)
            .predicate(DISPLAY_SHARE, large.depthSharePpm(), config.displaySharePpm().of(tier), deep)
            .predicate(SINGLE_SHARE,
                Ppm.of(lots, genuine.ownSideLots(market, market.groupSlot(), market.orderSide(order))),
                config.singleSharePpm().of(tier), true);
        finding.evidence(event.sequence(), EvidenceRole.CAUSE).evidence(large.sequence(), EvidenceRole.BIG_ORDER);
        genuine.name(finding);
        recent.name(finding, remembered, event.sequence());
        if (genuine.isGainKnown())
        {
            finding.benefit(BenefitMethod.REALISED, genuine.gain().high(), genuine.gain().low());
        }
        displays.hold(market, event, market.orderSide(order), large.priceTicks() - near(tier),
            large.priceTicks() + near(tier), lots, again, config.returnedSharePpm().of(tier), config.returnNanos());
    }

    private Finding begin(final Finding finding, final MarketEvent event, final Market market)
    {
        final int pair = market.pairSlot();
        return finding.begin(event)
            .subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(pair), Absent.UNKNOWN_ID)
            .ownerGroup(market.ownerGroupKindOf(pair), market.ownerGroupOf(pair), market.reference().owners().version())
            .addAccount(market.accountId())
            .first(large.sequence(), large.venueTimeNanos())
            .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks());
    }

    /** By the lesser of the two measures in which a display stands out. */
    private int sizePoints(final int tier)
    {
        final long multiple = config.sizeMultiple().of(tier);
        final long share = config.depthSharePpm().of(tier);
        final int byMean = Score.share(large.multiple() - multiple,
            Math.max(1, config.displayMultiple().of(tier) - multiple), DISPLAY_POINTS);
        final int byDepth = large.depthSharePpm() == Absent.VALUE ? 0 : Score.share(large.depthSharePpm() - share,
            Math.max(1, config.displaySharePpm().of(tier) - share), DISPLAY_POINTS);
        return SIZE_POINTS + Math.min(byMean, byDepth);
    }

    /** Fewer the more such moves were to be expected while the order rested. */
    private int movePoints(final long restedNanos)
    {
        final long expected = large.moves() > MOVES_NANOS / Math.max(1, restedNanos) ? MOVES_NANOS :
            Math.min(MOVES_NANOS, large.moves() * restedNanos); // of so many nanoseconds is one move
        return Score.share(MOVES_NANOS - expected, MOVES_NANOS, MOVE_POINTS);
    }
}
