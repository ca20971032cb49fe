package fds.patterns.ratio;

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
import fds.market.owner.Role;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.SlotTable;
import fds.market.slots.StateLayout;

/**
 * Recognises an account that enters and withdraws far more than it trades, within five minutes. Kept by account and
 * instrument, told of the owner group; registered market makers have limits of their own. It must go on: what was sent
 * some minutes ago is not told again while it is still within the window.
 * <p>
 * An order counts when it is withdrawn, as two messages, and a change of it as one. What rests counts nothing, and
 * neither does the cancel of what stood for {@code restingNanos}: it was a real offer, and a mass cancel is no churn.
 * Nor do what the venue takes back: rests of immediate orders, and cancels by self-trade prevention. Without a trade,
 * the ratio is to one trade.
 * <p>
 * State is the pair's {@link MessageTally} and a window of all messages of the instrument. It is looked at only when
 * enough messages have come for a threshold to be reached, which changes nothing in what is told: a level is told when
 * it is reached, and again after {@code repeatNanos} while it holds.
 * <p>
 * Source: Delegated Regulation (EU) 2016/522 Annex II Section 1; Delegated Regulation (EU) 2017/566 for the ratio.
 */
public final class OrderToTradeDetector implements Detector
{
    static final int RATIO = 0;
    static final int ALERT_RATIO = 1;
    static final int MESSAGES = 2;
    static final int MESSAGE_SHARE = 3;
    static final int CURRENT_SHARE = 4;

    private static final BucketWindow WINDOW = new BucketWindow(MessageTally.BUCKETS, MessageTally.BUCKET_NANOS);
    private static final int WARN = 1;
    private static final int ALERT = 2;
    private static final int RATIO_POINTS = 30;   // and as many again at the alert's ratio
    private static final int MESSAGE_POINTS = 20; // and as many again at twice the count
    private static final int OF_VENUE = Flags.IOC | Flags.FOK | Flags.MARKET;

    private final OrderToTradeConfig config;
    private final MessageTally tally;
    private final int allMessages; // words of the instrument
    private final Finding finding;

    OrderToTradeDetector(final OrderToTradeConfig config, final long parametersHash, final StateLayout layout)
    {
        this.config = config;
        tally = new MessageTally(layout);
        allMessages = layout.reserve(SlotKind.INSTRUMENT, WINDOW.words());
        finding = new Finding(OrderToTradeFactory.INFO, parametersHash);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        switch (event.kind())
        {
            case Kind.CANCEL -> onCancel(event, market, findings);
            case Kind.REPLACE -> onReplace(event, market, findings);
            case Kind.TRADE -> onTrade(event, market);
            default ->
            {
            }
        }
    }

    private void onCancel(final MarketEvent cancel, final Market market, final FindingSink findings)
    {
        final int order = market.orderSlot();
        if (order != SlotTable.NONE && !cancel.has(Flags.STP) && (market.orderFlags(order) & OF_VENUE) == 0 &&
            cancel.engineTimeNanos() - market.orderEntryTimeNanos(order) < config.restingNanos())
        {
            onMessages(cancel, market, findings, market.orderEnded() ? 2 : 1);
        }
    }

    private void onReplace(final MarketEvent replace, final Market market, final FindingSink findings)
    {
        if (market.orderSlot() != SlotTable.NONE)
        {
            onMessages(replace, market, findings, market.orderEnded() ? 2 : 1);
        }
    }

    private void onTrade(final MarketEvent trade, final Market market)
    {
        if (trade.has(Flags.STP))
        {
            return;
        }
        final int resting = market.pairSlot();
        final int incoming = market.counterPairSlot();
        if (resting != SlotTable.NONE)
        {
            tally.of(market, resting, trade).addTrade();
        }
        if (incoming != SlotTable.NONE && incoming != resting)
        {
            tally.of(market, incoming, trade).addTrade();
        }
    }

    private void onMessages(
        final MarketEvent event, final Market market, final FindingSink findings, final int count)
    {
        final long all = WINDOW.add(market.records(SlotKind.INSTRUMENT),
            market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot()) + allMessages, event.engineTimeNanos(),
            count);
        final int pair = market.pairSlot();
        if (pair != SlotTable.NONE && tally.of(market, pair, event).addMessages(event, count))
        {
            look(event, market, findings, all);
        }
    }

    private void look(final MarketEvent event, final Market market, final FindingSink findings, final long all)
    {
        final int tier = market.reference().tier(event.instrumentId());
        final long missing = config.messageCount().of(tier) - tally.messagesMax();
        if (missing > 0)
        {
            tally.lookAfter(missing); // too few in any case
            return;
        }
        tally.sum();
        if (tally.trades() == Long.MAX_VALUE)
        {
            tally.lookNoMore();
            return;
        }
        final boolean isMaker = market.roleOf(market.pairSlot()) == Role.MARKET_MAKER.ordinal();
        final long warnRatio = (isMaker ? config.makerWarnRatio() : config.warnRatio()).of(tier);
        final long alertRatio = (isMaker ? config.makerAlertRatio() : config.alertRatio()).of(tier);
        final long share = (isMaker ? config.makerMessageSharePpm() : config.messageSharePpm()).of(tier);
        final long least = Math.max(config.messageCount().of(tier), (all * share + Ppm.ONE - 1) / Ppm.ONE);
        final long current = config.currentSharePpm().of(tier);
        final long untilCurrent = (tally.messages() * current + Ppm.ONE - 1) / Ppm.ONE - tally.newestMessages();
        final long trades = Math.max(1, tally.trades());
        final long forWarning = Math.max(least, warnRatio * trades) - tally.messages();
        final long forAlert = Math.max(least, Math.max(warnRatio, alertRatio) * trades) - tally.messages();
        final int level = untilCurrent > 0 ? 0 : forAlert <= 0 ? ALERT : forWarning <= 0 ? WARN : 0;
        final int told = Math.max(level, tally.told(config.repeatNanos()));
        if (level > tally.told(config.repeatNanos()))
        {
            tally.tell(level);
            tell(event, market, findings, tier, level, warnRatio, alertRatio, share, all);
        }
        if (told == ALERT)
        {
            tally.lookNoMore();
        }
        else
        {
            tally.lookAfter(Math.max(untilCurrent, told == WARN ? forAlert : forWarning));
        }
    }

    private void tell(
        final MarketEvent event,
        final Market market,
        final FindingSink findings,
        final int tier,
        final int level,
        final long warnRatio,
        final long alertRatio,
        final long leastShare,
        final long all)
    {
        final long messages = tally.messages();
        final long trades = Math.max(1, tally.trades());
        final long least = config.messageCount().of(tier);
        final long share = Ppm.of(messages, all);
        final int ratioPoints = RATIO_POINTS +
            Score.share(messages - warnRatio * trades, (alertRatio - warnRatio) * trades, RATIO_POINTS);
        final int messagePoints = MESSAGE_POINTS + Score.share(messages - least, least, MESSAGE_POINTS);
        final int pair = market.pairSlot();
        finding.begin(event)
            .subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(pair), Absent.UNKNOWN_ID)
            .ownerGroup(market.ownerGroupKindOf(pair), market.ownerGroupOf(pair), market.reference().owners().version())
            .addAccount(market.accountId())
            .rate(level == ALERT ? Severity.MEDIUM : Severity.LOW, ratioPoints + messagePoints)
            .scorePart(0, ratioPoints)
            .scorePart(1, messagePoints)
            .predicate(RATIO, messages / trades, warnRatio, true)
            .predicate(ALERT_RATIO, messages / trades, alertRatio, messages / trades >= alertRatio)
            .predicate(MESSAGES, messages, least, true)
            .predicate(MESSAGE_SHARE, share, leastShare, true)
            .predicate(CURRENT_SHARE, Ppm.of(tally.newestMessages(), messages), config.currentSharePpm().of(tier), true)
            .evidence(event.sequence(), EvidenceRole.CAUSE);
        tally.name(finding, event.sequence());
        finding.moreEvidence(Math.max(0, messages - finding.evidenceCount()));
        findings.onFinding(finding);
    }
}
