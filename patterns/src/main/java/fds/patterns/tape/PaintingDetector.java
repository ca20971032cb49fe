package fds.patterns.tape;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.features.BucketWindow;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Score;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Recognises painting the tape: many small trades of one owner within a minute, nearly all there are, on an instrument
 * that hardly trades otherwise. When both sides are such owners, the two are told together.
 * <p>
 * State: windows of the instrument's trades, and a group's {@link SmallTrades}, written only while the instrument is
 * quiet: in a market where many trade nothing else is touched. What is small is so in the instrument's own measure, the
 * mean order. It tells at once when all conditions hold, and again after {@code repeatNanos} while they do.
 * <p>
 * Source: Delegated Regulation (EU) 2016/522 Annex II Section 1; the thresholds are proposals.
 */
public final class PaintingDetector implements Detector
{
    static final int SMALL_TRADES = 0;
    static final int SHARE_OF_TRADES = 1;
    static final int TRADES_OTHERWISE = 2;

    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final BucketWindow DAY = new BucketWindow(24, TimeUnit.HOURS.toNanos(1));
    private static final int MINUTE_WORDS = 8; // of the instrument: engine time + 1 of its first trade, the two windows
    private static final int DAY_WORDS = MINUTE_WORDS + SmallTrades.MINUTE.words() * 8;
    private static final int WORDS = DAY_WORDS / 8 + DAY.words();

    private static final int COUNT_POINTS = 20; // and as many again at twice the count
    private static final int SHARE_POINTS = 15; // and as many again when there are no others
    private static final int QUIET_POINTS = 30; // when there was no other trade in the day

    private final PaintingConfig config;
    private final SmallTrades small;
    private final int words;
    private final Finding finding;

    // of the trade that is looked at
    private long prints;
    private long otherwise;
    private long otherwiseMost;

    PaintingDetector(final PaintingConfig config, final long parametersHash, final StateLayout layout)
    {
        this.config = config;
        small = new SmallTrades(layout);
        words = layout.reserve(SlotKind.INSTRUMENT, WORDS);
        finding = new Finding(PaintingFactory.INFO, parametersHash);
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
        final int tier = market.reference().tier(trade.instrumentId());
        if (!isQuiet(trade, market, tier) || !isSmall(trade.quantityLots(), market, tier))
        {
            return;
        }
        final int resting = market.groupSlot();
        final int incoming = market.counterGroupSlot();
        final boolean restingPaints = resting != SlotTable.NONE && paints(trade, market, resting, tier);
        final boolean incomingPaints =
            incoming != SlotTable.NONE && incoming != resting && paints(trade, market, incoming, tier);
        if (restingPaints || incomingPaints)
        {
            tell(trade, market, findings, tier, restingPaints, incomingPaints);
        }
    }

    private boolean isQuiet(final MarketEvent trade, final Market market, final int tier)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot()) + words;
        final long now = trade.engineTimeNanos();
        prints = SmallTrades.MINUTE.add(memory, at + MINUTE_WORDS, now, 1);
        otherwise = DAY.add(memory, at + DAY_WORDS, now, 1) - prints;
        if (memory.getLong(at) == 0)
        {
            memory.putLong(at, now + 1);
        }
        final long watched = Math.min(DAY_NANOS, now + 1 - memory.getLong(at));
        otherwiseMost = config.basePerMinute().of(tier) * (watched / MINUTE_NANOS);
        return watched >= config.historyNanos() && otherwise <= otherwiseMost;
    }

    private boolean isSmall(final long lots, final Market market, final int tier)
    {
        return lots <= config.smallLots().of(tier) ||
            Ppm.atMost(lots, market.meanOrderLots(), config.smallSharePpm().of(tier));
    }

    private boolean paints(final MarketEvent trade, final Market market, final int group, final int tier)
    {
        final long count = small.of(market, group, trade).add(trade);
        if (count < config.tradeCount().of(tier) || !Ppm.atLeast(count, prints, config.printSharePpm().of(tier)) ||
            !small.mayTell(config.repeatNanos()))
        {
            return false;
        }
        small.tell();
        return true;
    }

    private void tell(
        final MarketEvent trade,
        final Market market,
        final FindingSink findings,
        final int tier,
        final boolean restingPaints,
        final boolean incomingPaints)
    {
        final int pair = restingPaints ? market.pairSlot() : market.counterPairSlot();
        small.of(market, restingPaints ? market.groupSlot() : market.counterGroupSlot(), trade);
        final long count = small.count();
        final long least = config.tradeCount().of(tier);
        final long share = Ppm.of(count, prints);
        final long leastShare = config.printSharePpm().of(tier);
        final int countPoints = COUNT_POINTS + Score.share(count - least, least, COUNT_POINTS);
        final int sharePoints = SHARE_POINTS + Score.share(share - leastShare, Ppm.ONE - leastShare, SHARE_POINTS);
        final int quietPoints = Score.share(otherwiseMost - otherwise, otherwiseMost, QUIET_POINTS);
        final long account = restingPaints ? market.accountId() : market.counterAccountId();
        finding.begin(trade);
        if (restingPaints && incomingPaints)
        {
            finding.subject(SubjectKind.ACCOUNT_PAIR, Math.min(market.accountId(), market.counterAccountId()),
                Math.max(market.accountId(), market.counterAccountId()));
        }
        else
        {
            finding.subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(pair), Absent.UNKNOWN_ID);
        }
        finding
            .ownerGroup(market.ownerGroupKindOf(pair), market.ownerGroupOf(pair), market.reference().owners().version())
            .addAccount(account)
            .rate(Severity.MEDIUM, countPoints + sharePoints + quietPoints)
            .scorePart(0, countPoints)
            .scorePart(1, sharePoints)
            .scorePart(2, quietPoints)
            .predicate(SMALL_TRADES, count, least, true)
            .predicate(SHARE_OF_TRADES, share, leastShare, true)
            .predicate(TRADES_OTHERWISE, otherwise, otherwiseMost, true)
            .evidence(trade.sequence(), EvidenceRole.CAUSE);
        if (restingPaints && incomingPaints)
        {
            finding.addAccount(market.counterAccountId());
        }
        small.name(finding, count, trade.sequence());
        findings.onFinding(finding);
    }
}
