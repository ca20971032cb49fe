package fds.patterns.stuffing;

import fds.market.detector.Detector;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
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
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Recognises quote stuffing: one account floods an instrument with messages, or makes its best prices flicker,
 * withdraws
 * what it enters and hardly trades. Kept by account and instrument, told of the owner group.
 * <p>
 * Counted are NEW, REPLACE (an entry and a withdrawal) and CANCEL. Not the participant's doing, and not counted:
 * cancels
 * by self-trade prevention, and of immediate orders. Not a burst, and not counted: cancels of orders that were entered
 * before the five seconds began, so a mass cancel of resting orders is none. A cancel of an order that is not known is
 * a
 * message and no withdrawal. Messages are weighed against all messages of the instrument in the same second, so that a
 * fast market alone makes no alert. An account that the venue registers as market maker is told of for a flood only: to
 * be the one whose messages move the best prices is what it is registered for.
 * <p>
 * State is the pair's {@link MessageWindow}, the {@link HalfSecondLog} and two windows of the
 * instrument. It tells at once when all conditions
 * hold,
 * and then at most once in each further {@code repeatNanos} while they hold: the episode stays open.
 * <p>
 * Source: Delegated Regulation (EU) 2016/522 Annex II Section 1; Regulation (EU) 2023/1114 Article 91(3)(b)(i).
 */
public final class QuoteStuffingDetector implements Detector
{
    static final int MESSAGES = 0;
    static final int MESSAGE_SHARE = 1;
    static final int TOP_CHANGES = 2;
    static final int TOP_CHANGE_SHARE = 3;
    static final int CANCEL_RATIO = 4;
    static final int TRADE_RATIO = 5;

    private static final int RATE_POINTS = 20;    // and as many again at twice the threshold
    private static final int FLICKER_POINTS = 15; // and as many again when all changes are its own
    private static final int WITHDRAWN_POINTS = 15;
    private static final int UNTRADED_POINTS = 15;

    private final Tiered messageCount;
    private final Tiered messageSharePpm;
    private final Tiered topChangeCount;
    private final Tiered topChangeSharePpm;
    private final Tiered cancelRatioPpm;
    private final Tiered tradeRatioPpm;
    private final long repeatNanos;

    private final HalfSecondLog log = new HalfSecondLog();
    private final MessageWindow window;
    private final int allMessages; // words of the instrument: all messages in a second
    private final int allChanges;  // words of the instrument: all top changes in five seconds
    private final Finding finding;

    QuoteStuffingDetector(final QuoteStuffingConfig config, final long parametersHash, final StateLayout layout)
    {
        messageCount = config.messageCount();
        messageSharePpm = config.messageSharePpm();
        topChangeCount = config.topChangeCount();
        topChangeSharePpm = config.topChangeSharePpm();
        cancelRatioPpm = config.cancelRatioPpm();
        tradeRatioPpm = config.tradeRatioPpm();
        repeatNanos = config.repeatNanos();
        window = new MessageWindow(layout, log);
        allMessages = layout.reserve(SlotKind.INSTRUMENT, MessageWindow.SECOND.words());
        allChanges = layout.reserve(SlotKind.INSTRUMENT, MessageWindow.FIVE_SECONDS.words());
        finding = new Finding(QuoteStuffingFactory.INFO, parametersHash);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        switch (event.kind())
        {
            case Kind.NEW -> onMessage(event, market, findings, 1, 0);
            case Kind.REPLACE -> onMessage(event, market, findings, 1, 1);
            case Kind.CANCEL -> onCancel(event, market, findings);
            case Kind.TRADE -> onTrade(event, market);
            default ->
            {
            }
        }
    }

    @Override
    public void writePartition(final StateWriter state)
    {
        log.write(state);
    }

    @Override
    public void readPartition(final StateReader state)
    {
        log.read(state);
    }

    private void onCancel(final MarketEvent cancel, final Market market, final FindingSink findings)
    {
        if (isOfTheVenue(cancel, market) || isOfRestingOrder(cancel, market))
        {
            addTopChange(cancel, market);
        }
        else
        {
            onMessage(cancel, market, findings, 0, market.orderSlot() == SlotTable.NONE ? 0 : 1);
        }
    }

    private static boolean isOfTheVenue(final MarketEvent cancel, final Market market)
    {
        final int order = market.orderSlot();
        return cancel.has(Flags.STP) ||
            order != SlotTable.NONE && (market.orderFlags(order) & (Flags.IOC | Flags.FOK | Flags.MARKET)) != 0;
    }

    private static boolean isOfRestingOrder(final MarketEvent cancel, final Market market)
    {
        final int order = market.orderSlot();
        return order != SlotTable.NONE && cancel.engineTimeNanos() / MessageWindow.HALF_SECOND_NANOS -
            market.orderEntryTimeNanos(order) / MessageWindow.HALF_SECOND_NANOS >= MessageWindow.HALF_SECONDS;
    }

    private void onTrade(final MarketEvent trade, final Market market)
    {
        addTopChange(trade, market);
        final int resting = market.pairSlot();
        final int incoming = market.counterPairSlot();
        if (resting != SlotTable.NONE)
        {
            window.of(market, resting, trade).addFill();
        }
        if (incoming != SlotTable.NONE && incoming != resting)
        {
            window.of(market, incoming, trade).addFill();
        }
    }

    private void onMessage(
        final MarketEvent event, final Market market, final FindingSink findings, final int entry, final int withdrawal)
    {
        final UnsafeBuffer instrument = market.records(SlotKind.INSTRUMENT);
        final int at = market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot());
        final long all = MessageWindow.SECOND.add(instrument, at + allMessages, event.engineTimeNanos(), 1);
        final boolean changed = market.topChanged();
        final long changes = MessageWindow.FIVE_SECONDS.add(
            instrument, at + allChanges, event.engineTimeNanos(), changed ? 1 : 0);
        if (market.pairSlot() != SlotTable.NONE)
        {
            window.of(market, market.pairSlot(), event).addMessage(event, entry, withdrawal, changed ? 1 : 0);
            judge(event, market, findings, all, changes);
        }
    }

    /** A change of the top that is nobody's message. */
    private void addTopChange(final MarketEvent event, final Market market)
    {
        if (market.topChanged())
        {
            MessageWindow.FIVE_SECONDS.add(market.records(SlotKind.INSTRUMENT),
                market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot()) + allChanges, event.engineTimeNanos(), 1);
        }
    }

    private void judge(
        final MarketEvent event,
        final Market market,
        final FindingSink findings,
        final long all,
        final long changes)
    {
        final int tier = market.reference().tier(event.instrumentId());
        final boolean mayFlood = window.mayReach(messageCount.of(tier));
        final boolean mayFlicker = changes >= topChangeCount.of(tier) &&
            Ppm.atLeast(window.topChangesBound(), changes, topChangeSharePpm.of(tier)) && !isMarketMaker(market);
        if (!mayFlood && !mayFlicker)
        {
            return; // nearly always
        }
        window.count();
        final long messages = window.messagesInSecond();
        final boolean floods = messages >= messageCount.of(tier) &&
            Ppm.atLeast(messages, all, messageSharePpm.of(tier));
        final boolean flickers =
            mayFlicker && Ppm.atLeast(window.topChanges(), changes, topChangeSharePpm.of(tier));
        if ((floods || flickers) &&
            window.withdrawals() > 0 &&
            Ppm.atLeast(window.withdrawals(), window.entries(), cancelRatioPpm.of(tier)) &&
            Ppm.atMost(window.fills(), window.messages(), tradeRatioPpm.of(tier)) &&
            window.mayTell(repeatNanos))
        {
            window.told();
            tell(event, market, findings, tier, floods, flickers, all, changes);
        }
    }

    private static boolean isMarketMaker(final Market market)
    {
        return market.roleOf(market.pairSlot()) == Role.MARKET_MAKER.ordinal();
    }

    private void tell(
        final MarketEvent event,
        final Market market,
        final FindingSink findings,
        final int tier,
        final boolean floods,
        final boolean flickers,
        final long all,
        final long changes)
    {
        final long messages = window.messagesInSecond();
        final long least = messageCount.of(tier);
        final long messageShare = Ppm.of(messages, all);
        final long changeShare = Ppm.of(window.topChanges(), changes);
        final long leastShare = topChangeSharePpm.of(tier);
        final int rate = floods ? RATE_POINTS + Score.share(messages - least, least, RATE_POINTS) : 0;
        final int flicker = flickers ?
            FLICKER_POINTS + Score.share(changeShare - leastShare, Ppm.ONE - leastShare, FLICKER_POINTS) : 0;
        final boolean grave = floods && (flickers || messages >= 2 * least);
        final int pair = market.pairSlot();
        finding.begin(event)
            .subject(SubjectKind.OWNER_GROUP, market.ownerGroupOf(pair), Absent.UNKNOWN_ID)
            .ownerGroup(market.ownerGroupKindOf(pair), market.ownerGroupOf(pair), market.reference().owners().version())
            .addAccount(market.accountId())
            .rate(grave ? Severity.HIGH : Severity.MEDIUM, rate + flicker + WITHDRAWN_POINTS + UNTRADED_POINTS)
            .scorePart(0, rate)
            .scorePart(1, flicker)
            .scorePart(2, WITHDRAWN_POINTS)
            .scorePart(3, UNTRADED_POINTS)
            .predicate(MESSAGES, messages, least, messages >= least)
            .predicate(MESSAGE_SHARE, messageShare, messageSharePpm.of(tier), messageShare >= messageSharePpm.of(tier))
            .predicate(TOP_CHANGES, changes, topChangeCount.of(tier), changes >= topChangeCount.of(tier))
            .predicate(TOP_CHANGE_SHARE, changeShare, leastShare, changeShare >= leastShare)
            .predicate(CANCEL_RATIO, Ppm.of(window.withdrawals(), window.entries()), cancelRatioPpm.of(tier), true)
            .predicate(TRADE_RATIO, Ppm.of(window.fills(), window.messages()), tradeRatioPpm.of(tier), true)
            .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks());
        window.name(finding, event.sequence());
        findings.onFinding(finding);
    }
}
