package fds.patterns.stuffing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.market.detector.Detector;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;

/** Quote stuffing as one would say it aloud: keep every message of everybody, and count those in the windows. */
final class PlainQuoteStuffing implements Detector
{
    private static final long TENTH = 100_000_000L;
    private static final long HALF = 500_000_000L;

    private record Message(
        long sequence, long venueTime, long time, long account, boolean entry, boolean withdrawal, boolean topChange)
    {
    }

    private record Fill(long time, long account)
    {
    }

    private final QuoteStuffingConfig config;
    private final Finding finding = new Finding(QuoteStuffingFactory.INFO, 77);
    private final List<Message> messages = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Long> topChanges = new ArrayList<>();
    private final Map<Long, Long> told = new HashMap<>();

    PlainQuoteStuffing(final QuoteStuffingConfig config)
    {
        this.config = config;
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long now = event.engineTimeNanos();
        final boolean changed = market.topChanged();
        if (changed)
        {
            topChanges.add(now);
        }
        final long account = market.accountId();
        if (event.kind() == Kind.TRADE)
        {
            fills.add(new Fill(now, account));
            if (market.counterAccountId() != account)
            {
                fills.add(new Fill(now, market.counterAccountId()));
            }
            return;
        }
        boolean withdrawal = event.kind() == Kind.REPLACE;
        if (event.kind() == Kind.CANCEL)
        {
            final int order = market.orderSlot();
            withdrawal = order >= 0;
            final boolean ofVenue = event.has(Flags.STP) ||
                order >= 0 && (market.orderFlags(order) & (Flags.IOC | Flags.FOK | Flags.MARKET)) != 0;
            final boolean ofRestingOrder = order >= 0 && market.orderEntryTimeNanos(order) / HALF <= now / HALF - 10;
            if (ofVenue || ofRestingOrder)
            {
                return;
            }
        }
        final Message message = new Message(event.sequence(), event.venueTimeNanos(), now, account,
            event.kind() != Kind.CANCEL, withdrawal, changed);
        messages.add(message);
        if (account != 0)
        {
            judge(message, event, market, findings);
        }
    }

    private void judge(final Message cause, final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long now = cause.time();
        final long account = cause.account();
        final List<Message> second = messages.stream().filter(m -> m.time() / TENTH > now / TENTH - 10).toList();
        final List<Message> own = messages.stream()
            .filter(m -> m.account() == account && m.time() / HALF > now / HALF - 10).toList();
        final long changes = topChanges.stream().filter(t -> t / HALF > now / HALF - 10).count();
        final long count = second.stream().filter(m -> m.account() == account).count();
        final long ownChanges = own.stream().filter(Message::topChange).count();
        final long entries = own.stream().filter(Message::entry).count();
        final long withdrawals = own.stream().filter(Message::withdrawal).count();
        final long trades = fills.stream()
            .filter(f -> f.account() == account && f.time() / HALF > now / HALF - 10).count();
        final long share = 1_000_000 * count / second.size();
        final long changeShare = changes == 0 ? 0 : 1_000_000 * ownChanges / changes;
        final long cancelRatio = entries == 0 ? withdrawals == 0 ? 0 : Long.MAX_VALUE :
            1_000_000 * withdrawals / entries;
        final int tier = market.reference().tier(1);
        final long least = config.messageCount().of(tier);
        final long leastChanges = config.topChangeCount().of(tier);
        final long leastShare = config.topChangeSharePpm().of(tier);
        final boolean floods = count >= least && share >= config.messageSharePpm().of(tier);
        final boolean flickers = changes >= leastChanges && changeShare >= leastShare;
        if (!floods && !flickers || withdrawals == 0 || cancelRatio < config.cancelRatioPpm().of(tier) ||
            1_000_000 * trades > config.tradeRatioPpm().of(tier) * own.size() ||
            told.containsKey(account) && now - told.get(account) < config.repeatNanos())
        {
            return;
        }
        told.put(account, now);
        final int rate = floods ? 20 + (int)Math.min(20, (count - least) * 20 / least) : 0;
        final int flicker = flickers ?
            15 + (int)(leastShare == 1_000_000 ? 0 : (changeShare - leastShare) * 15 / (1_000_000 - leastShare)) : 0;
        final long named = market.reference().owners().groupOf(1, account);
        finding.begin(event)
            .subject(SubjectKind.OWNER_GROUP, named == 0 ? account : named, 0)
            .ownerGroup(named == 0 ? 0 : 1, named == 0 ? account : named, market.reference().owners().version())
            .addAccount(account)
            .rate(floods && (flickers || count >= 2 * least) ? Severity.HIGH : Severity.MEDIUM, rate + flicker + 30)
            .scorePart(0, rate).scorePart(1, flicker).scorePart(2, 15).scorePart(3, 15)
            .predicate(0, count, least, count >= least)
            .predicate(1, share, config.messageSharePpm().of(tier), share >= config.messageSharePpm().of(tier))
            .predicate(2, changes, leastChanges, changes >= leastChanges)
            .predicate(3, changeShare, leastShare, changeShare >= leastShare)
            .predicate(4, cancelRatio, config.cancelRatioPpm().of(tier), true)
            .predicate(5, 1_000_000 * trades / own.size(), config.tradeRatioPpm().of(tier), true)
            .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks())
            .evidence(cause.sequence(), EvidenceRole.CAUSE);
        final Message first = own.get(0);
        if (first != cause)
        {
            finding.first(first.sequence(), first.venueTime()).evidence(first.sequence(), EvidenceRole.BURST_START);
        }
        final List<Message> last = own.subList(Math.max(0, own.size() - 4), own.size());
        last.stream().filter(m -> m != first && m != cause)
            .forEach(m -> finding.evidence(m.sequence(), EvidenceRole.MESSAGE));
        finding.moreEvidence(own.size() - finding.evidenceCount());
        findings.onFinding(finding);
    }
}
