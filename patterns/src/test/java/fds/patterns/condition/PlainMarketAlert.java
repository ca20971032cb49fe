package fds.patterns.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

/** The market's conditions as one would say them aloud: keep every trade and deposit, and look back a day and ten. */
final class PlainMarketAlert implements Detector
{
    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = 24 * HOUR;
    private static final long MILLION = 1_000_000;

    private record Amount(long time, long value)
    {
    }

    private record Price(long time, long ticks, long sequence)
    {
    }

    private final MarketAlertConfig config;
    private final Finding finding = new Finding(MarketAlertFactory.INFO, 77);
    private final List<Price> prices = new ArrayList<>();
    private final List<Amount> volumes = new ArrayList<>();
    private final List<Amount> deposits = new ArrayList<>();
    private final long[] told = new long[4];
    private Price index;

    PlainMarketAlert(final MarketAlertConfig config)
    {
        this.config = config;
        Arrays.fill(told, Long.MIN_VALUE / 2);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long now = event.engineTimeNanos();
        final long[] measured = new long[4];
        Arrays.fill(measured, Absent.VALUE);
        Price before = null;
        if (event.kind() == Kind.TRADE)
        {
            if (event.has(Flags.STP))
            {
                return;
            }
            prices.add(new Price(now, event.priceTicks(), event.sequence()));
            volumes.add(new Amount(now, event.priceTicks() * event.quantityLots() >>>
                market.reference().notionalShift(1)));
            before = prices.get(0);
            for (final Price price : prices)
            {
                before = price.time() / HOUR <= now / HOUR - 24 ? price : before;
            }
            measured[0] = MILLION * Math.abs(event.priceTicks() - before.ticks()) / before.ticks();
            measured[1] = rise(volumes, now);
            measured[3] = index == null ? Absent.VALUE :
                MILLION * Math.abs(event.priceTicks() - index.ticks()) / index.ticks();
        }
        else if (event.kind() == Kind.INDEX)
        {
            index = new Price(now, event.priceTicks(), event.sequence());
            measured[3] = prices.isEmpty() ? Absent.VALUE :
                MILLION * Math.abs(prices.get(prices.size() - 1).ticks() - index.ticks()) / index.ticks();
        }
        else
        {
            deposits.add(new Amount(now, event.quantityLots()));
            measured[2] = rise(deposits, now);
        }
        judge(event, findings, measured, before);
    }

    private void judge(
        final MarketEvent event, final FindingSink findings, final long[] measured, final Price before)
    {
        final long now = event.engineTimeNanos();
        final long[] thresholds = { config.priceChangePpm().of(1), config.volumeRisePpm().of(1),
            config.depositRisePpm().of(1), config.gapPpm().of(1) };
        int holding = 0;
        boolean isNew = false;
        for (int i = 0; i < 4; i++)
        {
            final boolean holds = measured[i] != Absent.VALUE && measured[i] >= thresholds[i];
            holding += holds ? 1 : 0;
            isNew |= holds && now - told[i] >= config.repeatNanos();
        }
        if (!isNew)
        {
            return;
        }
        finding.begin(event)
            .subject(SubjectKind.INSTRUMENT, 0, 0)
            .rate(holding > 1 ? Severity.MEDIUM : Severity.LOW, 25 * holding)
            .scorePart(0, 25 * holding)
            .evidence(event.sequence(), EvidenceRole.CAUSE);
        for (int i = 0; i < 4; i++)
        {
            final boolean holds = measured[i] >= thresholds[i];
            finding.predicate(i, measured[i], thresholds[i], holds);
            told[i] = holds ? now : told[i];
        }
        if (measured[0] >= thresholds[0])
        {
            finding.evidence(before.sequence(), EvidenceRole.REFERENCE_PRICE);
        }
        if (measured[3] >= thresholds[3] && index.sequence() != event.sequence())
        {
            finding.evidence(index.sequence(), EvidenceRole.REFERENCE_PRICE);
        }
        findings.onFinding(finding);
    }

    /** Of the current day above the mean of the ten before it, without the first of all. */
    private static long rise(final List<Amount> amounts, final long now)
    {
        final long day = now / DAY;
        final long first = amounts.get(0).time() / DAY;
        final long oldest = Math.max(first + 1, day - 10);
        final long sum = amounts.stream().filter(a -> a.time() / DAY == day).mapToLong(Amount::value).sum();
        final long total = amounts.stream().filter(a -> a.time() / DAY >= oldest && a.time() / DAY < day)
            .mapToLong(Amount::value).sum();
        return total == 0 ? Absent.VALUE : MILLION * sum * (day - oldest) / total - MILLION;
    }
}
