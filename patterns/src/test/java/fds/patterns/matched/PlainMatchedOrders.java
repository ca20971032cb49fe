package fds.patterns.matched;

import java.util.ArrayList;
import java.util.List;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;

/** Pre-arranged orders as one would say it aloud: keep every trade, mark those that look agreed, and count. */
final class PlainMatchedOrders implements Detector
{
    private static final long MILLION = 1_000_000;

    private record Trade(
        long sequence, long venueTime, long time, List<Long> one, List<Long> other, boolean sided, boolean match)
    {
        int fillsOf(final List<Long> group)
        {
            return !sided ? 0 : (group.equals(one) ? 1 : 0) + (group.equals(other) ? 1 : 0);
        }
    }

    private final MatchedOrdersConfig config;
    private final Finding finding = new Finding(MatchedOrdersFactory.INFO, 77);
    private final List<Trade> trades = new ArrayList<>();

    PlainMatchedOrders(final MatchedOrdersConfig config)
    {
        this.config = config;
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final List<Long> one = group(market, market.pairSlot());
        final List<Long> other = group(market, market.counterPairSlot());
        final boolean sided = event.side() != Side.NONE;
        final int resting = market.orderSlot();
        final int incoming = market.counterOrderSlot();
        boolean match = sided && one != null && other != null && !one.equals(other) && !event.has(Flags.STP) &&
            resting >= 0 && incoming >= 0 && resting != incoming;
        long gap = 0;
        long larger = 0;
        long difference = 0;
        if (match)
        {
            final long price = market.orderPriceTicks(resting);
            gap = Math.abs(market.orderEntryTimeNanos(resting) - market.orderEntryTimeNanos(incoming));
            final long lots = market.orderOpenLots(resting) + market.orderFilledLots(resting);
            final long otherLots = market.orderOpenLots(incoming) + market.orderFilledLots(incoming);
            larger = Math.max(lots, otherLots);
            difference = larger - Math.min(lots, otherLots);
            match = price != Absent.VALUE && price == market.orderPriceTicks(incoming) &&
                gap <= config.gapNanos().of(1) && MILLION * difference <= config.quantityPpm().of(1) * larger &&
                MILLION * event.quantityLots() >= config.filledPpm().of(1) * larger;
        }
        trades.add(new Trade(
            event.sequence(), event.venueTimeNanos(), event.engineTimeNanos(), one, other, sided, match));
        if (match)
        {
            judge(event, market, findings, one, other, gap, difference, larger);
        }
    }

    private void judge(
        final MarketEvent event,
        final Market market,
        final FindingSink findings,
        final List<Long> one,
        final List<Long> other,
        final long gap,
        final long difference,
        final long larger)
    {
        // The last eight of the resting side's owner, of them those with this other.
        final List<Trade> own = trades.stream()
            .filter(t -> t.match() && (one.equals(t.one()) || one.equals(t.other()))).toList();
        final List<Trade> matches = own.subList(Math.max(0, own.size() - 8), own.size()).stream()
            .filter(t -> other.equals(t.one()) || other.equals(t.other()))
            .filter(t -> event.engineTimeNanos() - t.time() < config.windowNanos()).toList();
        final Trade first = matches.get(0);
        final List<Trade> since = trades.subList(trades.indexOf(first), trades.size());
        final long oneFills = since.stream().mapToLong(t -> t.fillsOf(one)).sum();
        final long otherFills = since.stream().mapToLong(t -> t.fillsOf(other)).sum();
        final long count = matches.size();
        final long share = MILLION * count / oneFills;
        final long otherShare = MILLION * count / otherFills;
        final long lift = share * since.size() / otherFills;
        final long ownShare = config.ownSharePpm().of(1);
        final long least = config.matchCount().of(1);
        final boolean exclusive = count >= least && share >= ownShare && otherShare >= ownShare;
        final boolean lifted = count >= config.liftMatchCount().of(1) && lift >= config.liftPpm().of(1);
        if (!exclusive && !lifted)
        {
            return;
        }
        final int repetition = 15 + (int)Math.max(0, Math.min(15, 15 * (count - least) / least));
        final int chance = (exclusive ? 20 : 0) + (lifted ? 20 : 0);
        finding.begin(event)
            .subject(SubjectKind.ACCOUNT_PAIR, Math.min(market.accountId(), market.counterAccountId()),
                Math.max(market.accountId(), market.counterAccountId()))
            .ownerGroup(one.get(0).intValue(), one.get(1), market.reference().owners().version())
            .addAccount(market.accountId()).addAccount(market.counterAccountId())
            .first(first.sequence(), first.venueTime())
            .rate(exclusive && lifted ? Severity.HIGH : Severity.MEDIUM, 30 + repetition + chance)
            .scorePart(0, 30).scorePart(1, repetition).scorePart(2, chance)
            .predicate(0, count, least, count >= least)
            .predicate(1, gap, config.gapNanos().of(1), true)
            .predicate(2, MILLION * difference / larger, config.quantityPpm().of(1), true)
            .predicate(3, MILLION * event.quantityLots() / larger, config.filledPpm().of(1), true)
            .predicate(4, share, ownShare, share >= ownShare)
            .predicate(5, otherShare, ownShare, otherShare >= ownShare)
            .predicate(6, lift, config.liftPpm().of(1), lift >= config.liftPpm().of(1))
            .predicate(7, count, config.liftMatchCount().of(1), count >= config.liftMatchCount().of(1))
            .evidence(event.sequence(), EvidenceRole.CAUSE)
            .evidence(market.orderEntrySequence(market.orderSlot()), EvidenceRole.ORDER)
            .evidence(market.orderEntrySequence(market.counterOrderSlot()), EvidenceRole.ORDER);
        matches.stream().filter(t -> t.sequence() != event.sequence())
            .forEach(t -> finding.evidence(t.sequence(), EvidenceRole.TRADE));
        findings.onFinding(finding);
    }

    private static List<Long> group(final Market market, final int pair)
    {
        return pair < 0 ? null : List.of((long)market.ownerGroupKindOf(pair), market.ownerGroupOf(pair));
    }
}
