package fds.patterns.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.market.detector.Detector;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;

/** Painting the tape as one would say it aloud: keep every trade, and count those of the minute and of the day. */
final class PlainPainting implements Detector
{
    private static final long FIVE_SECONDS = 5_000_000_000L;
    private static final long HOUR = 3_600_000_000_000L;
    private static final long MILLION = 1_000_000;

    private record Trade(long time, long sequence, long venueTime)
    {
        boolean isInMinute(final long now)
        {
            return time / FIVE_SECONDS > now / FIVE_SECONDS - 12;
        }
    }

    private final PaintingConfig config;
    private final Finding finding = new Finding(PaintingFactory.INFO, 77);
    private final List<Trade> prints = new ArrayList<>();
    private final Map<List<Long>, List<Trade>> smallByGroup = new HashMap<>();
    private final Map<List<Long>, Long> told = new HashMap<>();

    PlainPainting(final PaintingConfig config)
    {
        this.config = config;
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.has(Flags.STP))
        {
            return;
        }
        final long now = event.engineTimeNanos();
        final Trade trade = new Trade(now, event.sequence(), event.venueTimeNanos());
        prints.add(trade);
        final long inMinute = prints.stream().filter(p -> p.isInMinute(now)).count();
        final long otherwise = prints.stream().filter(p -> p.time() / HOUR > now / HOUR - 24).count() - inMinute;
        final long watched = Math.min(24 * HOUR, now - prints.get(0).time());
        final long most = config.basePerMinute().of(1) * (watched / 60_000_000_000L);
        final boolean isSmall = event.quantityLots() <= config.smallLots().of(1) ||
            MILLION * event.quantityLots() <= config.smallSharePpm().of(1) * market.meanOrderLots();
        if (watched < config.historyNanos() || otherwise > most || !isSmall)
        {
            return;
        }
        final List<Long> resting = group(market, market.pairSlot());
        final List<Long> incoming = group(market, market.counterPairSlot());
        final boolean one = resting != null && paints(trade, resting, inMinute);
        final boolean other = incoming != null && !incoming.equals(resting) && paints(trade, incoming, inMinute);
        if (!one && !other)
        {
            return;
        }
        final List<Long> group = one ? resting : incoming;
        final List<Trade> small = smallByGroup.get(group).stream().filter(t -> t.isInMinute(now)).toList();
        final List<Trade> named = small.subList(Math.max(0, small.size() - 10), small.size());
        final long count = small.size();
        final long least = config.tradeCount().of(1);
        final long leastShare = config.printSharePpm().of(1);
        final int countPoints = 20 + (int)Math.min(20, 20 * (count - least) / least);
        final long share = MILLION * count / inMinute;
        final int sharePoints =
            15 + (int)(leastShare == MILLION ? 0 : 15 * (share - leastShare) / (MILLION - leastShare));
        final int quiet = most == 0 ? 0 : (int)(30 * (most - otherwise) / most);
        finding.begin(event)
            .subject(one && other ? SubjectKind.ACCOUNT_PAIR : SubjectKind.OWNER_GROUP,
                one && other ? Math.min(market.accountId(), market.counterAccountId()) : group.get(1),
                one && other ? Math.max(market.accountId(), market.counterAccountId()) : 0)
            .ownerGroup(group.get(0).intValue(), group.get(1), market.reference().owners().version())
            .addAccount(one ? market.accountId() : market.counterAccountId())
            .first(named.get(0).sequence(), named.get(0).venueTime())
            .rate(Severity.MEDIUM, countPoints + sharePoints + quiet)
            .scorePart(0, countPoints).scorePart(1, sharePoints).scorePart(2, quiet)
            .predicate(0, count, least, true)
            .predicate(1, share, leastShare, true)
            .predicate(2, otherwise, most, true)
            .evidence(event.sequence(), EvidenceRole.CAUSE);
        if (one && other)
        {
            finding.addAccount(market.counterAccountId());
        }
        named.stream().filter(t -> t != trade).forEach(t -> finding.evidence(t.sequence(), EvidenceRole.TRADE));
        finding.moreEvidence(small.size() - named.size());
        findings.onFinding(finding);
    }

    private boolean paints(final Trade trade, final List<Long> group, final long inMinute)
    {
        final List<Trade> small = smallByGroup.computeIfAbsent(group, key -> new ArrayList<>());
        small.add(trade);
        final long count = small.stream().filter(t -> t.isInMinute(trade.time())).count();
        if (count < config.tradeCount().of(1) || MILLION * count < config.printSharePpm().of(1) * inMinute ||
            trade.time() - told.getOrDefault(group, Long.MIN_VALUE / 2) < config.repeatNanos())
        {
            return false;
        }
        told.put(group, trade.time());
        return true;
    }

    private static List<Long> group(final Market market, final int pair)
    {
        return pair < 0 ? null : List.of((long)market.ownerGroupKindOf(pair), market.ownerGroupOf(pair));
    }
}
