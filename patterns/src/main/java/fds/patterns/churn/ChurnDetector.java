package fds.patterns.churn;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.features.BucketWindow;
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
import fds.market.slots.StateLayout;

/**
 * Recognises an owner who inflates volume: within ten minutes much of what an instrument trades, as aggressor, to and
 * fro many times, in the end where it began, and after fees with no gain. The gain is what was got for sales less what
 * was paid for buys, what is left over valued at this trade's price, less a fee for each trade.
 * <p>
 * State: each group's {@link TradeWindow} and a window of the instrument's volume. Only who has changed sides often
 * enough is looked at further. It tells at once when all conditions hold, and again after {@code repeatNanos} while
 * they do.
 * <p>
 * Source: the Korean case of volume made by one actor (89 % of a day's volume); the thresholds are proposals.
 */
public final class ChurnDetector implements Detector
{
    static final int VOLUME_SHARE = 0;
    static final int NET_SHARE = 1;
    static final int DIRECTION_CHANGES = 2;
    static final int AGGRESSOR_SHARE = 3;
    static final int LOSS = 4;
    static final int NOTIONAL = 5;

    private static final BucketWindow VOLUME = new BucketWindow(TradeWindow.MINUTES, TradeWindow.MINUTE_NANOS);
    private static final int VOLUME_POINTS = 20;  // and as many again when it is all of the volume
    private static final int BALANCE_POINTS = 10; // and as many again when nothing is left over
    private static final int CHANGE_POINTS = 10;  // and as many again at twice the count
    private static final int LOSS_POINTS = 20;

    private final ChurnConfig config;
    private final TradeWindow window;
    private final int volume; // words of the instrument
    private final Int128 gain = new Int128();
    private final Finding finding;

    ChurnDetector(final ChurnConfig config, final long parametersHash, final StateLayout layout)
    {
        this.config = config;
        window = new TradeWindow(layout);
        volume = layout.reserve(SlotKind.INSTRUMENT, VOLUME.words());
        finding = new Finding(ChurnFactory.INFO, parametersHash);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.kind() == Kind.TRADE && !event.has(Flags.STP))
        {
            onTrade(event, market, findings);
        }
    }

    private void onTrade(final MarketEvent trade, final Market market, final FindingSink findings)
    {
        final long all = VOLUME.add(market.records(SlotKind.INSTRUMENT),
            market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot()) + volume, trade.engineTimeNanos(),
            trade.quantityLots());
        if (trade.side() == Side.NONE)
        {
            return;
        }
        final long notional = market.notional(trade.priceTicks(), trade.quantityLots());
        final int resting = market.groupSlot();
        final int incoming = market.counterGroupSlot();
        final boolean incomingBuys = trade.side() == Side.BUY;
        if (resting != SlotTable.NONE && resting == incoming)
        {
            window.of(market, resting, trade).addOwn(trade, notional);
            judge(trade, market, findings, all, market.counterPairSlot(), market.counterAccountId());
            return;
        }
        if (resting != SlotTable.NONE)
        {
            window.of(market, resting, trade).add(trade, !incomingBuys, false, notional);
            judge(trade, market, findings, all, market.pairSlot(), market.accountId());
        }
        if (incoming != SlotTable.NONE)
        {
            window.of(market, incoming, trade).add(trade, incomingBuys, true, notional);
            judge(trade, market, findings, all, market.counterPairSlot(), market.counterAccountId());
        }
    }

    private void judge(
        final MarketEvent trade,
        final Market market,
        final FindingSink findings,
        final long all,
        final int pair,
        final long account)
    {
        final int tier = market.reference().tier(trade.instrumentId());
        final long lots = window.lots();
        if (window.flips() < config.flipCount().of(tier) ||
            !Ppm.atLeast(lots, all, config.volumeSharePpm().of(tier)) ||
            !Ppm.atMost(Math.abs(window.netLots()), lots, config.netPpm().of(tier)) ||
            !Ppm.atLeast(window.aggressedLots(), lots, config.aggressorSharePpm().of(tier)) ||
            !window.mayTell(config.repeatNanos()))
        {
            return;
        }
        final long left = market.notional(trade.priceTicks(), Math.abs(window.netLots()));
        final long loss = Ppm.share(window.notional(), config.feePpm().of(tier)) -
            window.cash() - (window.netLots() < 0 ? -left : left);
        final long usual = market.usualNotional(config.usualVolumeNanos());
        if (loss >= 0 && window.notional() >= usual)
        {
            window.tell();
            tell(trade, market, findings, tier, all, pair, account, loss, usual);
        }
    }

    private void tell(
        final MarketEvent trade,
        final Market market,
        final FindingSink findings,
        final int tier,
        final long all,
        final int pair,
        final long account,
        final long loss,
        final long usual)
    {
        final long share = Ppm.of(window.lots(), all);
        final long leastShare = config.volumeSharePpm().of(tier);
        final long net = Ppm.of(Math.abs(window.netLots()), window.lots());
        final long limit = config.netPpm().of(tier);
        final long changes = config.flipCount().of(tier);
        final int volumePoints = VOLUME_POINTS + Score.share(share - leastShare, Ppm.ONE - leastShare, VOLUME_POINTS);
        final int balancePoints = BALANCE_POINTS + Score.share(limit - net, limit, BALANCE_POINTS);
        final int changePoints = CHANGE_POINTS + Score.share(window.flips() - changes, changes, CHANGE_POINTS);
        gain.clear();
        gain.subtractProduct(loss, 1L << market.reference().notionalShift(trade.instrumentId()));
        finding.begin(trade)
            .subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(pair), Absent.UNKNOWN_ID)
            .ownerGroup(market.ownerGroupKindOf(pair), market.ownerGroupOf(pair), market.reference().owners().version())
            .addAccount(account)
            .first(window.firstSequence(), window.firstVenueTimeNanos())
            .rate(share >= config.highSharePpm().of(tier) ? Severity.HIGH : Severity.MEDIUM,
                volumePoints + balancePoints + changePoints + LOSS_POINTS)
            .scorePart(0, volumePoints)
            .scorePart(1, balancePoints)
            .scorePart(2, changePoints)
            .scorePart(3, LOSS_POINTS)
            .predicate(VOLUME_SHARE, share, leastShare, true)
            .predicate(NET_SHARE, net, limit, true)
            .predicate(DIRECTION_CHANGES, window.flips(), changes, true)
            .predicate(AGGRESSOR_SHARE, Ppm.of(window.aggressedLots(), window.lots()),
                config.aggressorSharePpm().of(tier), true)
            .predicate(LOSS, loss, 0, true)
            .predicate(NOTIONAL, window.notional(), usual, true)
            .evidence(trade.sequence(), EvidenceRole.CAUSE)
            .benefit(BenefitMethod.REALISED, gain.high(), gain.low());
        if (window.firstSequence() != trade.sequence())
        {
            finding.evidence(window.firstSequence(), EvidenceRole.FIRST);
        }
        findings.onFinding(finding);
    }
}
