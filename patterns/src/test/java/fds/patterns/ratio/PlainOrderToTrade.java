package fds.patterns.ratio;

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
import fds.market.owner.Role;
import fds.market.partition.Market;

/** The order-to-trade ratio as one would say it aloud: keep every message and trade, and count at each message. */
final class PlainOrderToTrade implements Detector
{
    private static final long HALF_MINUTE = 30_000_000_000L;

    private record Messages(long half, long account, long count, long sequence, long venueTime)
    {
    }

    private record Trade(long half, long account)
    {
    }

    private record Told(long half, int level)
    {
    }

    private final OrderToTradeConfig config;
    private final Finding finding = new Finding(OrderToTradeFactory.INFO, 77);
    private final List<Messages> messages = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private final Map<Long, Told> told = new HashMap<>();

    PlainOrderToTrade(final OrderToTradeConfig config)
    {
        this.config = config;
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long half = event.engineTimeNanos() / HALF_MINUTE;
        final long account = market.accountId();
        final int order = market.orderSlot();
        if (event.kind() == Kind.TRADE)
        {
            if (!event.has(Flags.STP))
            {
                trades.add(new Trade(half, account));
                if (market.counterAccountId() != account)
                {
                    trades.add(new Trade(half, market.counterAccountId()));
                }
            }
            return;
        }
        final boolean isCancel = event.kind() == Kind.CANCEL;
        if (order < 0 || isCancel && (event.has(Flags.STP) ||
            (market.orderFlags(order) & (Flags.IOC | Flags.FOK | Flags.MARKET)) != 0 ||
            event.engineTimeNanos() - market.orderEntryTimeNanos(order) >= config.restingNanos()))
        {
            return;
        }
        messages.add(new Messages(
            half, account, market.orderEnded() ? 2 : 1, event.sequence(), event.venueTimeNanos()));
        if (account != 0)
        {
            judge(event, market, findings, half, account);
        }
    }

    private void judge(
        final MarketEvent event, final Market market, final FindingSink findings, final long half, final long account)
    {
        final List<Messages> window = messages.stream().filter(m -> m.half() > half - 10).toList();
        final List<Messages> own = window.stream().filter(m -> m.account() == account).toList();
        final long all = window.stream().mapToLong(Messages::count).sum();
        final long count = own.stream().mapToLong(Messages::count).sum();
        final long fills = Math.max(1,
            trades.stream().filter(t -> t.half() > half - 10 && t.account() == account).count());
        final boolean isMaker = market.reference().owners().roleOf(1, account) == Role.MARKET_MAKER.ordinal();
        final long warn = (isMaker ? config.makerWarnRatio() : config.warnRatio()).of(1);
        final long alert = (isMaker ? config.makerAlertRatio() : config.alertRatio()).of(1);
        final long least = config.messageCount().of(1);
        final long leastShare = (isMaker ? config.makerMessageSharePpm() : config.messageSharePpm()).of(1);
        final long lately = own.stream().filter(m -> m.half() == half).mapToLong(Messages::count).sum();
        final boolean isMuch = count >= least && 1_000_000 * count >= leastShare * all &&
            1_000_000 * lately >= config.currentSharePpm().of(1) * count;
        final int level = !isMuch || count < warn * fills ? 0 : count < alert * fills ? 1 : 2;
        final Told last = told.get(account);
        final long pause = (config.repeatNanos() + HALF_MINUTE - 1) / HALF_MINUTE;
        final int before = last == null || half - last.half() >= pause ? 0 : last.level();
        if (level <= before)
        {
            return;
        }
        told.put(account, new Told(half, level));
        final int ratioPoints = 30 + (int)(alert <= warn ? 30 :
            Math.min(30, 30 * (count - warn * fills) / ((alert - warn) * fills)));
        final int messagePoints = 20 + (int)Math.min(20, 20 * (count - least) / least);
        final long named = market.reference().owners().groupOf(1, account);
        finding.begin(event)
            .subject(SubjectKind.OWNER_GROUP, named == 0 ? account : named, 0)
            .ownerGroup(named == 0 ? 0 : 1, named == 0 ? account : named, market.reference().owners().version())
            .addAccount(account)
            .rate(level == 2 ? Severity.MEDIUM : Severity.LOW, ratioPoints + messagePoints)
            .scorePart(0, ratioPoints).scorePart(1, messagePoints)
            .predicate(0, count / fills, warn, true)
            .predicate(1, count / fills, alert, count / fills >= alert)
            .predicate(2, count, least, true)
            .predicate(3, 1_000_000 * count / all, leastShare, true)
            .predicate(4, 1_000_000 * lately / count, config.currentSharePpm().of(1), true)
            .evidence(event.sequence(), EvidenceRole.CAUSE);
        final Messages first = own.get(0);
        if (first.sequence() != event.sequence())
        {
            finding.first(first.sequence(), first.venueTime()).evidence(first.sequence(), EvidenceRole.FIRST);
        }
        finding.moreEvidence(Math.max(0, count - finding.evidenceCount()));
        findings.onFinding(finding);
    }
}
