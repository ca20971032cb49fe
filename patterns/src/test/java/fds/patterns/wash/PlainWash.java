package fds.patterns.wash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.market.detector.Detector;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.BenefitMethod;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;

/** Both wash rules as one would say them aloud: keep every trade and every match for ever, and count. */
final class PlainWash implements Detector
{
    private static final long HOUR = 3_600_000_000_000L;

    private record Match(long sequence, long venueTime, long time, long notional, BigInteger tickLots)
    {
    }

    private record Print(long time, long notional)
    {
    }

    private final boolean ofGroups;
    private final Tiered usd;
    private final Tiered sharePpm;
    private final Tiered count;
    private final long window;
    private final long usual;
    private final Finding finding;
    private final List<Print> prints = new ArrayList<>();
    private final Map<List<Long>, List<Match>> matchesByGroup = new HashMap<>();

    PlainWash(
        final boolean ofGroups,
        final DetectorInfo info,
        final Tiered usd,
        final Tiered sharePpm,
        final Tiered count,
        final long window,
        final long usual)
    {
        this.ofGroups = ofGroups;
        this.usd = usd;
        this.sharePpm = sharePpm;
        this.count = count;
        this.window = window;
        this.usual = usual;
        finding = new Finding(info, 77);
    }

    @Override
    public void onEvent(final MarketEvent trade, final Market market, final FindingSink findings)
    {
        final long now = trade.engineTimeNanos();
        final long notional = trade.priceTicks() * trade.quantityLots() >>> market.reference().notionalShift(1);
        prints.add(new Print(now, notional));
        final long one = market.accountId();
        final long other = market.counterAccountId();
        if (one == 0 || other == 0 || trade.has(Flags.STP))
        {
            return;
        }
        final boolean sameAccount = one == other;
        final List<Long> group = groupOf(market, one);
        if (ofGroups ? !group.equals(groupOf(market, other)) : !sameAccount)
        {
            return;
        }
        final List<Match> matches = matchesByGroup.computeIfAbsent(group, key -> new ArrayList<>());
        final boolean unwanted = !ofGroups &&
            (asked(market, market.orderSlot()) || asked(market, market.counterOrderSlot()));
        if (!unwanted)
        {
            matches.add(new Match(trade.sequence(), trade.venueTimeNanos(), now, notional,
                BigInteger.valueOf(trade.priceTicks()).multiply(BigInteger.valueOf(trade.quantityLots()))));
        }
        if (ofGroups && sameAccount)
        {
            return;
        }

        final int tier = market.reference().tier(1);
        final long day = matches.stream()
            .filter(m -> m.time() / HOUR > now / HOUR - 24).mapToLong(Match::notional).sum();
        final long marketDay = prints.stream().filter(p -> p.time() / HOUR > now / HOUR - 24)
            .mapToLong(Print::notional).sum();
        final long floor = market.reference().notionalOfUsd(1, usd.of(tier));
        final long share = BigInteger.valueOf(marketDay).multiply(BigInteger.valueOf(sharePpm.of(tier)))
            .divide(BigInteger.valueOf(1_000_000)).longValueExact();
        final long dayThreshold = floor == Absent.VALUE ? Absent.VALUE : Math.max(floor, share);
        final List<Match> recent = new ArrayList<>(matches.stream().filter(m -> now - m.time() < window).toList());
        while (recent.size() > 8)
        {
            recent.remove(0);
        }
        final long recentNotional = recent.stream().mapToLong(Match::notional).sum();
        final long usualNotional = BigInteger.valueOf(marketDay).multiply(BigInteger.valueOf(usual / 1_000_000))
            .divide(BigInteger.valueOf(86_400_000)).longValueExact();
        final boolean large = floor != Absent.VALUE && day >= dayThreshold;
        final boolean many = recent.size() >= count.of(tier) && recentNotional >= usualNotional;
        final int size = floor == Absent.VALUE ? 0 : (int)Math.min(40, day * 40 / dayThreshold);
        final int repetition = (int)Math.min(40, recent.size() * 40L / count.of(tier));
        final boolean habit = !unwanted && (large || many);
        final Severity low = ofGroups ? Severity.MEDIUM : Severity.LOW;
        final Severity high = ofGroups ? Severity.HIGH : Severity.MEDIUM;

        finding.begin(trade)
            .subject(ofGroups ? SubjectKind.OWNER_GROUP : SubjectKind.ACCOUNT, ofGroups ? group.get(1) : one, 0)
            .ownerGroup(group.get(0).intValue(), group.get(1), market.reference().owners().version())
            .rate(habit ? high : low, 20 + size + repetition)
            .addAccount(one).addAccount(other)
            .scorePart(0, 20).scorePart(1, size).scorePart(2, repetition)
            .predicate(0, 1, 1, true);
        int index = 1;
        if (!ofGroups)
        {
            finding.predicate(index++, unwanted ? 1 : 0, 0, !unwanted);
        }
        finding.predicate(index++, day, dayThreshold, large)
            .predicate(index++, recent.size(), count.of(tier), recent.size() >= count.of(tier))
            .predicate(index, recentNotional, usualNotional, recentNotional >= usualNotional)
            .evidence(trade.sequence(), EvidenceRole.CAUSE);
        if (market.orderSlot() >= 0)
        {
            finding.evidence(market.orderEntrySequence(market.orderSlot()), EvidenceRole.ORDER);
        }
        if (market.counterOrderSlot() >= 0 && market.counterOrderSlot() != market.orderSlot())
        {
            finding.evidence(market.orderEntrySequence(market.counterOrderSlot()), EvidenceRole.ORDER);
        }
        final List<Match> named = recent.subList(Math.max(0, recent.size() - 6), recent.size()).stream()
            .filter(m -> m.sequence() != trade.sequence()).toList();
        named.forEach(m -> finding.evidence(m.sequence(), EvidenceRole.SELF_MATCH));
        if (!named.isEmpty())
        {
            finding.first(named.get(0).sequence(), named.get(0).venueTime());
        }
        final BigInteger run = run(matches);
        finding.benefit(BenefitMethod.WASHED_NOTIONAL, run.shiftRight(64).longValue(), run.longValue())
            .book(market.bidBeforeTicks(), market.askBeforeTicks(), market.bestBidTicks(), market.bestAskTicks());
        findings.onFinding(finding);
    }

    /** What was washed since the last pause of a day. */
    private static BigInteger run(final List<Match> matches)
    {
        BigInteger run = BigInteger.ZERO;
        long last = 0;
        for (final Match match : matches)
        {
            run = (match.time() - last < 24 * HOUR ? run : BigInteger.ZERO).add(match.tickLots());
            last = match.time();
        }
        return run;
    }

    private static List<Long> groupOf(final Market market, final long account)
    {
        final long named = market.reference().owners().groupOf(1, account);
        return named == 0 ? List.of(0L, account) : List.of(1L, named);
    }

    private static boolean asked(final Market market, final int order)
    {
        return order >= 0 && (market.orderFlags(order) & Flags.STP) != 0;
    }
}
