package fds.patterns.churn;

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
import fds.market.money.Int128;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Recognises an owner who inflates volume: over so many changes of side, within ten minutes, much of what an instrument
 * trades is his, as aggressor, in the end he is where he began, and after fees he has no gain. The gain is what was got
 * for sales less what was paid for buys, what is left over valued at this trade's price, less a fee for each trade.
 * <p>
 * How far back it looks is the owner's own pace: a window begins with any of his last blocks of trades ({@link Turns}),
 * and the shortest that meets all conditions is told. A run of seconds in a busy market and one of minutes in a slow
 * one are the same run.
 * <p>
 * State: each group's {@link Turns} and a count of the lots that the instrument traded. It looks at a trade's aggressor
 * only: who is met most of the time makes a market. It tells at once when all conditions hold, and again after
 * {@code repeatNanos} while they do.
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
    static final int WINDOW = 6;

    private static final int VOLUME_POINTS = 20;  // and as many again when it is all of the volume
    private static final int BALANCE_POINTS = 10; // and as many again when nothing is left over
    private static final int CHANGE_POINTS = 10;  // and as many again at twice the count
    private static final int LOSS_POINTS = 20;

    private final ChurnConfig config;
    private final Turns window;
    private final int volume; // word of the instrument: lots so far
    private final Int128 gain = new Int128();
    private final Finding finding;

    ChurnDetector(final ChurnConfig config, final long parametersHash, final StateLayout layout)
    {
        this.config = config;
        window = new Turns(layout);
        volume = layout.reserve(SlotKind.INSTRUMENT, 1);
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
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int word = market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot()) + volume;
        final long before = memory.getLong(word);
        memory.putLong(word, before + trade.quantityLots());
        if (trade.side() == Side.NONE)
        {
            return;
        }
        final long notional = market.notional(trade.priceTicks(), trade.quantityLots());
        final int resting = market.groupSlot();
        final int incoming = market.counterGroupSlot();
        final boolean incomingBuys = trade.side() == Side.BUY;
        if (resting != SlotTable.NONE && resting != incoming)
        {
            window.of(market, resting, trade).add(trade, before, !incomingBuys, false, notional);
        }
        if (incoming != SlotTable.NONE)
        {
            window.of(market, incoming, trade);
            if (resting == incoming)
            {
                window.addOwn(trade, before, notional);
            }
            else
            {
                window.add(trade, before, incomingBuys, true, notional);
            }
            judge(trade, market, findings, before + trade.quantityLots());
        }
    }

    /** The shortest window that meets all conditions, if one does. */
    private void judge(
        final MarketEvent trade, final Market market, final FindingSink findings, final long marketLots)
    {
        if (!window.mayTell(config.repeatNanos()))
        {
            return;
        }
        final int tier = market.reference().tier(trade.instrumentId());
        final long flips = config.flipCount().of(tier);
        window.none();
        while (window.reachBack())
        {
            final long all = marketLots - window.marketLotsBefore();
            if (window.flips() >= flips && Ppm.atLeast(window.lots(), all, config.volumeSharePpm().of(tier)) &&
                Ppm.atMost(Math.abs(window.netLots()), window.lots(), config.netPpm().of(tier)) &&
                Ppm.atLeast(window.aggressedLots(), window.lots(), config.aggressorSharePpm().of(tier)))
            {
                final long left = market.notional(trade.priceTicks(), Math.abs(window.netLots()));
                final long loss = Ppm.share(window.notional(), config.feePpm().of(tier)) -
                    window.cash() - (window.netLots() < 0 ? -left : left);
                final long usual = market.usualNotional(config.usualVolumeNanos());
                if (loss >= 0 && window.notional() >= usual)
                {
                    window.tell();
                    tell(trade, market, findings, tier, all, loss, usual);
                    return;
                }
            }
        }
    }

    private void tell(
        final MarketEvent trade,
        final Market market,
        final FindingSink findings,
        final int tier,
        final long all,
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
        final int pair = market.counterPairSlot();
        gain.clear();
        gain.subtractProduct(loss, 1L << market.reference().notionalShift(trade.instrumentId()));
        finding.begin(trade)
            .subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(pair), Absent.UNKNOWN_ID)
            .ownerGroup(market.ownerGroupKindOf(pair), market.ownerGroupOf(pair), market.reference().owners().version())
            .addAccount(market.counterAccountId())
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
            .predicate(WINDOW, window.windowNanos(), Turns.WINDOW_NANOS, true)
            .evidence(trade.sequence(), EvidenceRole.CAUSE)
            .benefit(BenefitMethod.REALISED, gain.high(), gain.low());
        if (window.firstSequence() != trade.sequence())
        {
            finding.evidence(window.firstSequence(), EvidenceRole.FIRST);
        }
        findings.onFinding(finding);
    }
}
