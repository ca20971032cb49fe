package fds.patterns.basic;

import fds.market.detector.DetectorInfo;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
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
 * What the basic patterns have in common: a size that must reach a least one, so that a quiet market is not told of for
 * trifles, and a value that must be many times the mean of the instrument's own last samples, so that no threshold
 * breaks when the market speeds up. Until there are samples enough, what is usual is not known, and nothing is told.
 * <p>
 * State: the instrument's {@link Samples} and the time of its last finding; while the pattern holds it is told again
 * after {@code repeatNanos}.
 */
abstract class UnusualValue
{
    static final int SIZE = 0;
    static final int TIMES_USUAL = 1;

    /** More times the usual than this is told as this. */
    static final long TIMES_MAX_PPM = 1L << 40;

    private static final int POINTS = 25; // at the threshold, of each part; twice as many from its double on

    private final Tiered least;
    private final Tiered timesUsualPpm;
    private final long sampleCount;
    private final long repeatNanos;
    private final Samples samples;
    private final Finding finding;

    UnusualValue(
        final DetectorInfo info,
        final Tiered least,
        final Tiered timesUsualPpm,
        final long sampleCount,
        final long repeatNanos,
        final long parametersHash,
        final StateLayout layout)
    {
        this.least = least;
        this.timesUsualPpm = timesUsualPpm;
        this.sampleCount = sampleCount;
        this.repeatNanos = repeatNanos;
        samples = new Samples(layout);
        finding = new Finding(info, parametersHash);
    }

    static int record(final Market market)
    {
        return market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot());
    }

    /** What the next values are measured by. */
    final void sample(final Market market, final long value)
    {
        samples.add(market.records(SlotKind.INSTRUMENT), record(market), value);
    }

    /**
     * Compare, and tell.
     *
     * @param size      against the least that counts.
     * @param value     against the mean of the samples.
     * @param reference event that the value is measured from, 0: none.
     * @param role      of that event.
     */
    final void judge(
        final MarketEvent event,
        final Market market,
        final FindingSink findings,
        final long size,
        final long value,
        final long reference,
        final EvidenceRole role)
    {
        final int tier = market.reference().tier(event.instrumentId());
        if (size < least.of(tier))
        {
            return;
        }
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int record = record(market);
        final long count = samples.count(memory, record);
        if (count < sampleCount)
        {
            return;
        }
        final long times = Math.min(TIMES_MAX_PPM,
            Ppm.of(Math.min(value, Samples.VALUE_MAX) * count, samples.sum(memory, record)));
        final long last = samples.told(memory, record);
        if (times >= timesUsualPpm.of(tier) && (last == 0 || event.engineTimeNanos() + 1 - last >= repeatNanos))
        {
            samples.told(memory, record, event.engineTimeNanos() + 1);
            tell(event, findings, tier, size, times, reference, role);
        }
    }

    private void tell(
        final MarketEvent event,
        final FindingSink findings,
        final int tier,
        final long size,
        final long times,
        final long reference,
        final EvidenceRole role)
    {
        final int sizePoints = points(size, least.of(tier));
        final int timesPoints = points(times, timesUsualPpm.of(tier));
        finding.begin(event)
            .subject(SubjectKind.INSTRUMENT, Absent.UNKNOWN_ID, Absent.UNKNOWN_ID)
            .rate(Severity.LOW, sizePoints + timesPoints)
            .scorePart(SIZE, sizePoints)
            .scorePart(TIMES_USUAL, timesPoints)
            .predicate(SIZE, size, least.of(tier), true)
            .predicate(TIMES_USUAL, times, timesUsualPpm.of(tier), true)
            .evidence(event.sequence(), EvidenceRole.CAUSE);
        if (reference != 0 && reference != event.sequence())
        {
            finding.evidence(reference, role);
        }
        findings.onFinding(finding);
    }

    private static int points(final long measured, final long threshold)
    {
        return measured / threshold >= 2 ? 2 * POINTS : (int)(POINTS * measured / threshold);
    }
}
