package fds.patterns.condition;

import fds.market.detector.Detector;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Tells of the market conditions that Korean venues announce: a price far from that of 24 hours ago, volume or deposits
 * far above the mean of the last days, a price far from the index. It accuses nobody; in such a market a pattern weighs
 * more.
 * <p>
 * State: the instrument's {@link HourlyPrices}, its {@link DailySums} of notional and of deposits, the index. What
 * cannot be measured, for want of earlier days or of an index, is absent. A condition is told when it holds, and again
 * after {@code repeatNanos} while it does. Prices of 0 and below, which options and pools may have, are not measured.
 * <p>
 * Source: the common market alert standards of the Digital Asset eXchange Alliance.
 */
public final class MarketAlertDetector implements Detector
{
    static final int PRICE_CHANGE = 0;
    static final int VOLUME_RISE = 1;
    static final int DEPOSIT_RISE = 2;
    static final int INDEX_GAP = 3;

    private static final int CONDITIONS = 4;
    private static final int POINTS = 25; // a condition
    private static final int INDEX_SEQUENCE = CONDITIONS * 8; // of the last index; before it [condition] told
    private static final int WORDS = CONDITIONS + 1;

    private final Tiered[] thresholds; // [condition]
    private final long repeatNanos;
    private final HourlyPrices prices;
    private final DailySums volumes;
    private final DailySums deposits;
    private final int words;
    private final long[] measured = new long[CONDITIONS];
    private final Finding finding;

    MarketAlertDetector(final MarketAlertConfig config, final long parametersHash, final StateLayout layout)
    {
        thresholds = new Tiered[] {
            config.priceChangePpm(), config.volumeRisePpm(), config.depositRisePpm(), config.gapPpm() };
        repeatNanos = config.repeatNanos();
        prices = new HourlyPrices(layout);
        volumes = new DailySums(layout);
        deposits = new DailySums(layout);
        words = layout.reserve(SlotKind.INSTRUMENT, WORDS);
        finding = new Finding(MarketAlertFactory.INFO, parametersHash);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        switch (event.kind())
        {
            case Kind.TRADE -> onTrade(event, market, findings);
            case Kind.INDEX -> onIndex(event, market, findings);
            case Kind.DEPOSIT -> onDeposit(event, market, findings);
            default ->
            {
            }
        }
    }

    private void onTrade(final MarketEvent trade, final Market market, final FindingSink findings)
    {
        final long price = trade.priceTicks();
        if (price <= 0 || trade.has(Flags.STP))
        {
            return;
        }
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int record = record(market);
        forget();
        prices.add(memory, record, trade.engineTimeNanos(), price, trade.sequence());
        measured[PRICE_CHANGE] = distancePpm(price, prices.referenceTicks());
        measured[VOLUME_RISE] = volumes.risePpm(
            memory, record, trade.engineTimeNanos(), market.notional(price, trade.quantityLots()));
        measured[INDEX_GAP] = distancePpm(price, market.indexTicks());
        judge(trade, market, findings);
    }

    private void onIndex(final MarketEvent index, final Market market, final FindingSink findings)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int record = record(market);
        memory.putLong(record + words + INDEX_SEQUENCE, index.sequence());
        forget();
        measured[INDEX_GAP] = distancePpm(prices.lastTicks(memory, record), market.indexTicks());
        judge(index, market, findings);
    }

    private void onDeposit(final MarketEvent deposit, final Market market, final FindingSink findings)
    {
        if (deposit.quantityLots() > 0)
        {
            forget();
            measured[DEPOSIT_RISE] = deposits.risePpm(market.records(SlotKind.INSTRUMENT), record(market),
                deposit.engineTimeNanos(), deposit.quantityLots());
            judge(deposit, market, findings);
        }
    }

    private static int record(final Market market)
    {
        return market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot());
    }

    private void forget()
    {
        for (int condition = 0; condition < CONDITIONS; condition++)
        {
            measured[condition] = Absent.VALUE;
        }
    }

    private static long distancePpm(final long price, final long reference)
    {
        return price <= 0 || reference <= 0 ? Absent.VALUE : Ppm.of(Math.abs(price - reference), reference);
    }

    private void judge(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = record(market) + words;
        final int tier = market.reference().tier(event.instrumentId());
        int holding = 0;
        boolean isNew = false;
        for (int condition = 0; condition < CONDITIONS; condition++)
        {
            if (holds(condition, tier))
            {
                holding++;
                final long told = memory.getLong(at + condition * 8);
                isNew |= told == 0 || event.engineTimeNanos() + 1 - told >= repeatNanos;
            }
        }
        if (isNew)
        {
            tell(event, market, findings, tier, holding);
        }
    }

    private boolean holds(final int condition, final int tier)
    {
        return measured[condition] != Absent.VALUE && measured[condition] >= thresholds[condition].of(tier);
    }

    /** All that hold are told together. */
    private void tell(
        final MarketEvent event, final Market market, final FindingSink findings, final int tier, final int holding)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = record(market) + words;
        finding.begin(event)
            .subject(SubjectKind.INSTRUMENT, Absent.UNKNOWN_ID, Absent.UNKNOWN_ID)
            .rate(holding > 1 ? Severity.MEDIUM : Severity.LOW, holding * POINTS)
            .scorePart(0, holding * POINTS)
            .evidence(event.sequence(), EvidenceRole.CAUSE);
        for (int condition = 0; condition < CONDITIONS; condition++)
        {
            final boolean holds = holds(condition, tier);
            finding.predicate(condition, measured[condition], thresholds[condition].of(tier), holds);
            if (holds)
            {
                memory.putLong(at + condition * 8, event.engineTimeNanos() + 1);
            }
        }
        if (holds(PRICE_CHANGE, tier))
        {
            finding.evidence(prices.referenceSequence(), EvidenceRole.REFERENCE_PRICE);
        }
        final long index = memory.getLong(at + INDEX_SEQUENCE);
        if (holds(INDEX_GAP, tier) && index != 0 && index != event.sequence())
        {
            finding.evidence(index, EvidenceRole.REFERENCE_PRICE);
        }
        findings.onFinding(finding);
    }
}
