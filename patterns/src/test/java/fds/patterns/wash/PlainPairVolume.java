package fds.patterns.wash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fds.market.detector.Detector;
import fds.market.event.Absent;
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

/** Pair volume matching as one would say it aloud: keep every trade, and add up what the two did in each window. */
final class PlainPairVolume implements Detector
{
    private static final long HOUR = 3_600_000_000_000L;
    private static final long[] WINDOWS = { HOUR, 24 * HOUR, 7 * 24 * HOUR };

    /** Groups are null when not known; the seller is null when no side was told. */
    private record Trade(
        long time, long sequence, long venueTime, List<Long> one, List<Long> other, List<Long> buyer, long lots,
        long notional)
    {
        boolean isOf(final List<Long> group)
        {
            return group.equals(one) || group.equals(other);
        }

        boolean isOfBoth(final List<Long> first, final List<Long> second)
        {
            return buyer != null && isOf(first) && isOf(second);
        }
    }

    private final PairVolumeConfig config;
    private final Finding finding = new Finding(PairVolumeFactory.INFO, 77);
    private final List<Trade> trades = new ArrayList<>();
    private final Map<List<Object>, Long> told = new HashMap<>(); // [hour, the two]

    PlainPairVolume(final PairVolumeConfig config)
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
        final List<Long> one = group(market, market.pairSlot());
        final List<Long> other = group(market, market.counterPairSlot());
        final long notional = event.priceTicks() * event.quantityLots() >>> market.reference().notionalShift(1);
        final List<Long> buyer = event.side() == Side.NONE || one == null || other == null || one.equals(other) ? null :
            event.side() == Side.BUY ? other : one;
        trades.add(new Trade(event.engineTimeNanos(), event.sequence(), event.venueTimeNanos(), one, other, buyer,
            event.quantityLots(), notional));
        if (buyer == null)
        {
            return;
        }
        final long hour = event.engineTimeNanos() / HOUR;
        final List<Object> key = List.of(hour, Set.of(one, other));
        final long inHour = trades.stream().filter(t -> t.time() / HOUR == hour && t.isOfBoth(one, other)).count();
        if (told.containsKey(key) && inHour < 2 * told.get(key))
        {
            return;
        }
        final int windows = inHour == 2 || inHour % 8 == 0 ? 3 : 1;
        for (int window = 0; window < windows; window++)
        {
            if (judge(event, market, findings, one, other, WINDOWS[window]))
            {
                told.put(key, inHour);
                return;
            }
        }
    }

    private boolean judge(
        final MarketEvent event,
        final Market market,
        final FindingSink findings,
        final List<Long> one,
        final List<Long> other,
        final long length)
    {
        final List<Trade> window = trades.stream()
            .filter(t -> t.time() / length == event.engineTimeNanos() / length).toList();
        final List<Trade> both = window.stream().filter(t -> t.isOfBoth(one, other)).toList();
        final long bought = both.stream().filter(t -> one.equals(t.buyer())).mapToLong(Trade::lots).sum();
        final long sold = both.stream().mapToLong(Trade::lots).sum() - bought;
        final long notional = both.stream().mapToLong(Trade::notional).sum();
        final long oneLots = window.stream().filter(t -> t.isOf(one)).mapToLong(Trade::lots).sum();
        final long otherLots = window.stream().filter(t -> t.isOf(other)).mapToLong(Trade::lots).sum();
        final long all = window.stream().skip(window.indexOf(both.get(0))).mapToLong(Trade::notional).sum();
        final long floor = market.reference().notionalOfUsd(1, config.notionalUsd().of(1));
        final long least = floor == Absent.VALUE ? Absent.VALUE :
            Math.max(floor, all * config.volumeSharePpm().of(1) / 1_000_000);
        final long imbalance = 1_000_000 * Math.abs(bought - sold);
        final long own = config.ownSharePpm().of(1);
        final long limit = config.imbalancePpm().of(1);
        if (both.size() < config.tradeCount().of(1) || least == Absent.VALUE || notional < least ||
            imbalance > limit * (bought + sold) || 1_000_000 * (bought + sold) < own * oneLots ||
            1_000_000 * (bought + sold) < own * otherLots)
        {
            return false;
        }
        final long oneShare = 1_000_000 * (bought + sold) / oneLots;
        final long otherShare = 1_000_000 * (bought + sold) / otherLots;
        final long lesser = Math.min(oneShare, otherShare);
        final int size = 15 + (int)(least == 0 ? 15 : Math.min(15, 15 * (notional - least) / least));
        final int balance = 15 + (int)(limit == 0 ? 0 : 15 * (limit - imbalance / (bought + sold)) / limit);
        final int exclusive = 20 + (int)(20 * (lesser - own) / (1_000_000 - own));
        final BigInteger washed = BigInteger.valueOf(notional).shiftLeft(market.reference().notionalShift(1));
        final Trade first = both.get(0);
        final Trade last = both.get(both.size() - 2);
        finding.begin(event)
            .subject(SubjectKind.ACCOUNT_PAIR, Math.min(market.accountId(), market.counterAccountId()),
                Math.max(market.accountId(), market.counterAccountId()))
            .ownerGroup(one.get(0).intValue(), one.get(1), market.reference().owners().version())
            .addAccount(market.accountId()).addAccount(market.counterAccountId())
            .first(first.sequence(), first.venueTime())
            .rate(lesser >= config.highOwnSharePpm().of(1) ? Severity.HIGH : Severity.MEDIUM,
                size + balance + exclusive)
            .scorePart(0, size).scorePart(1, balance).scorePart(2, exclusive)
            .predicate(0, length, length, true)
            .predicate(1, both.size(), config.tradeCount().of(1), true)
            .predicate(2, notional, least, true)
            .predicate(3, imbalance / (bought + sold), limit, true)
            .predicate(4, oneShare, own, true)
            .predicate(5, otherShare, own, true)
            .evidence(event.sequence(), EvidenceRole.CAUSE)
            .evidence(first.sequence(), EvidenceRole.FIRST)
            .benefit(BenefitMethod.WASHED_NOTIONAL, washed.shiftRight(64).longValueExact(), washed.longValue());
        if (last != first && last.time() / HOUR == event.engineTimeNanos() / HOUR)
        {
            finding.evidence(last.sequence(), EvidenceRole.TRADE);
        }
        finding.moreEvidence(both.size() - finding.evidenceCount());
        findings.onFinding(finding);
        return true;
    }

    private static List<Long> group(final Market market, final int pair)
    {
        return pair < 0 ? null : List.of((long)market.ownerGroupKindOf(pair), market.ownerGroupOf(pair));
    }
}
