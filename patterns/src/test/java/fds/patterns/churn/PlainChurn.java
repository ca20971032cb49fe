package fds.patterns.churn;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.market.detector.Detector;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.BenefitMethod;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;

/**
 * Uneconomic churn as one would say it aloud: keep every trade of an owner, cut behind each fifth change of side, and
 * look back from each cut.
 */
final class PlainChurn implements Detector
{
    private static final long MINUTE = 60_000_000_000L;
    private static final long MILLION = 1_000_000;

    private record Trade(
        int block, long time, long sequence, long venueTime, long lots, long net, boolean flips, long aggressed,
        long notional, long cash, long marketBefore)
    {
    }

    private final ChurnConfig config;
    private final Finding finding = new Finding(ChurnFactory.INFO, 77);
    private final Map<List<Long>, List<Trade>> tradesByGroup = new HashMap<>();
    private final Map<List<Long>, Boolean> lastBought = new HashMap<>();
    private final Map<List<Long>, Long> told = new HashMap<>();
    private long marketLots;

    PlainChurn(final ChurnConfig config)
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
        final long lots = event.quantityLots();
        marketLots += lots;
        if (event.side() == Side.NONE)
        {
            return;
        }
        final long notional = event.priceTicks() * lots >>> market.reference().notionalShift(1);
        final List<Long> resting = group(market, market.pairSlot());
        final List<Long> incoming = group(market, market.counterPairSlot());
        final boolean buys = event.side() == Side.BUY;
        if (resting != null && resting.equals(incoming))
        {
            keep(event, resting, 0, true, lots, notional, 0);
        }
        else if (resting != null)
        {
            add(event, resting, !buys, 0, notional);
        }
        if (incoming != null)
        {
            if (!incoming.equals(resting))
            {
                add(event, incoming, buys, lots, notional);
            }
            judge(event, market, findings, incoming);
        }
    }

    private void add(
        final MarketEvent event,
        final List<Long> group,
        final boolean bought,
        final long aggressed,
        final long notional)
    {
        final Boolean before = lastBought.put(group, bought);
        final long lots = event.quantityLots();
        keep(event, group, bought ? lots : -lots, before != null && before != bought, aggressed, notional,
            bought ? -notional : notional);
    }

    private void keep(
        final MarketEvent event,
        final List<Long> group,
        final long net,
        final boolean flips,
        final long aggressed,
        final long notional,
        final long cash)
    {
        final List<Trade> trades = trades(group);
        final int last = trades.isEmpty() ? 0 : trades.get(trades.size() - 1).block();
        final boolean isFull = trades.stream().filter(t -> t.block() == last && t.flips()).count() >= 5;
        trades.add(new Trade(isFull ? last + 1 : last, event.engineTimeNanos(), event.sequence(),
            event.venueTimeNanos(), event.quantityLots(), net, flips, aggressed, notional, cash,
            marketLots - event.quantityLots()));
    }

    private List<Trade> trades(final List<Long> group)
    {
        return tradesByGroup.computeIfAbsent(group, key -> new ArrayList<>());
    }

    private void judge(
        final MarketEvent event, final Market market, final FindingSink findings, final List<Long> group)
    {
        final List<Trade> trades = trades(group);
        final int newest = trades.get(trades.size() - 1).block();
        for (int oldest = newest; oldest >= Math.max(0, newest - 11); oldest--)
        {
            final int from = oldest;
            final List<Trade> window = trades.stream().filter(t -> t.block() >= from).toList();
            if (event.engineTimeNanos() - window.get(0).time() >= 10 * MINUTE ||
                event.engineTimeNanos() - told.getOrDefault(group, Long.MIN_VALUE / 2) < config.repeatNanos())
            {
                return;
            }
            judge(event, market, findings, group, window);
        }
    }

    private void judge(
        final MarketEvent event,
        final Market market,
        final FindingSink findings,
        final List<Long> group,
        final List<Trade> window)
    {
        final long all = marketLots - window.get(0).marketBefore();
        final long lots = window.stream().mapToLong(Trade::lots).sum();
        final long net = window.stream().mapToLong(Trade::net).sum();
        final long flips = window.stream().filter(Trade::flips).count();
        final long aggressed = window.stream().mapToLong(Trade::aggressed).sum();
        final long notional = window.stream().mapToLong(Trade::notional).sum();
        final long cash = window.stream().mapToLong(Trade::cash).sum();
        final long left = event.priceTicks() * Math.abs(net) >>> market.reference().notionalShift(1);
        final long loss = notional * config.feePpm().of(1) / MILLION - cash - Long.signum(net) * left;
        final long usual = market.usualNotional(config.usualVolumeNanos());
        if (flips < config.flipCount().of(1) || MILLION * lots < config.volumeSharePpm().of(1) * all ||
            MILLION * Math.abs(net) > config.netPpm().of(1) * lots ||
            MILLION * aggressed < config.aggressorSharePpm().of(1) * lots || loss < 0 || notional < usual)
        {
            return;
        }
        told.put(group, event.engineTimeNanos());
        final long share = MILLION * lots / all;
        final long leastShare = config.volumeSharePpm().of(1);
        final long netShare = MILLION * Math.abs(net) / lots;
        final long limit = config.netPpm().of(1);
        final long least = config.flipCount().of(1);
        final int volume = 20 + (int)(20 * (share - leastShare) / (MILLION - leastShare));
        final int balance = 10 + (int)(10 * (limit - netShare) / limit);
        final int changes = 10 + (int)Math.min(10, 10 * (flips - least) / least);
        final BigInteger gain = BigInteger.valueOf(-loss).shiftLeft(market.reference().notionalShift(1));
        finding.begin(event)
            .subject(SubjectKind.OWNER_GROUP, group.get(1), 0)
            .ownerGroup(group.get(0).intValue(), group.get(1), market.reference().owners().version())
            .addAccount(market.counterAccountId())
            .first(window.get(0).sequence(), window.get(0).venueTime())
            .rate(share >= config.highSharePpm().of(1) ? Severity.HIGH : Severity.MEDIUM,
                volume + balance + changes + 20)
            .scorePart(0, volume).scorePart(1, balance).scorePart(2, changes).scorePart(3, 20)
            .predicate(0, share, leastShare, true)
            .predicate(1, netShare, limit, true)
            .predicate(2, flips, least, true)
            .predicate(3, MILLION * aggressed / lots, config.aggressorSharePpm().of(1), true)
            .predicate(4, loss, 0, true)
            .predicate(5, notional, usual, true)
            .predicate(6, event.engineTimeNanos() - window.get(0).time(), 10 * MINUTE, true)
            .evidence(event.sequence(), EvidenceRole.CAUSE)
            .benefit(BenefitMethod.REALISED, gain.shiftRight(64).longValueExact(), gain.longValue());
        if (window.get(0).sequence() != event.sequence())
        {
            finding.evidence(window.get(0).sequence(), EvidenceRole.FIRST);
        }
        findings.onFinding(finding);
    }

    private static List<Long> group(final Market market, final int pair)
    {
        return pair < 0 ? null : List.of((long)market.ownerGroupKindOf(pair), market.ownerGroupOf(pair));
    }
}
