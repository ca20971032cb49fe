package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.partition.Market;

/** Remember the event since which the book is crossed, and the first trade outside since its best prices moved. */
final class PlainBookFault implements Detector
{
    private record Since(long time, long sequence)
    {
    }

    private final BookFaultConfig config;
    private final Finding finding = new Finding(BookFaultFactory.INFO, 77);
    private Since crossed;
    private Since outside;
    private long lastBid = Absent.VALUE;
    private long lastAsk = Absent.VALUE;
    private long told = Long.MIN_VALUE / 2;

    PlainBookFault(final BookFaultConfig config)
    {
        this.config = config;
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long now = event.engineTimeNanos();
        final long bid = market.bestBidTicks();
        final long ask = market.bestAskTicks();
        final boolean both = bid != Absent.VALUE && ask != Absent.VALUE;
        final Since here = new Since(now, event.sequence());
        if (event.has(Flags.LAST))
        {
            crossed = !both || bid <= ask ? null : crossed == null ? here : crossed;
        }
        if (bid != lastBid || ask != lastAsk)
        {
            outside = null;
        }
        else if (event.kind() == Kind.TRADE && !event.has(Flags.STP) && both && bid <= ask &&
            (event.priceTicks() > ask || event.priceTicks() < bid))
        {
            outside = outside == null ? here : outside;
        }
        lastBid = bid;
        lastAsk = ask;
        final boolean isCrossed = crossed != null && now - crossed.time() >= config.crossedNanos();
        final boolean isStale = event.kind() == Kind.TRADE && outside != null &&
            now - outside.time() >= config.staleNanos();
        if ((isCrossed || isStale) && now - told >= config.repeatNanos())
        {
            told = now;
            finding.begin(event).subject(SubjectKind.INSTRUMENT, Absent.UNKNOWN_ID, Absent.UNKNOWN_ID)
                .rate(Severity.LOW, (isCrossed ? 50 : 0) + (isStale ? 50 : 0))
                .scorePart(0, isCrossed ? 50 : 0).scorePart(1, isStale ? 50 : 0)
                .predicate(0, crossed == null ? Absent.VALUE : now - crossed.time(), config.crossedNanos(), isCrossed)
                .predicate(1, outside == null || event.kind() != Kind.TRADE ? Absent.VALUE : now - outside.time(),
                config.staleNanos(), isStale).evidence(event.sequence(), EvidenceRole.CAUSE);
            if (isCrossed && crossed.sequence() != event.sequence())
            {
                finding.evidence(crossed.sequence(), EvidenceRole.FIRST);
            }
            if (isStale && outside.sequence() != event.sequence())
            {
                finding.evidence(outside.sequence(), EvidenceRole.TRADE);
            }
            findings.onFinding(finding);
        }
    }
}
