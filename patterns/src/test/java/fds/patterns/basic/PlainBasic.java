package fds.patterns.basic;

import java.math.BigInteger;
import java.util.List;

import fds.market.detector.Detector;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;

/** What all basic patterns say: large enough, and many times the mean of the last 32 samples, once there are enough. */
abstract class PlainBasic implements Detector
{
    private final Tiered least;
    private final Tiered times;
    private final long enough;
    private final long repeat;
    private final Finding finding;
    private long told = Long.MIN_VALUE / 2;

    PlainBasic(final DetectorInfo info, final BasicShareConfig config)
    {
        this(info, config.leastPpm(), config.timesUsualPpm(), config.sampleCount(), config.repeatNanos());
    }

    PlainBasic(final DetectorInfo info, final BasicCountConfig config)
    {
        this(info, config.leastCount(), config.timesUsualPpm(), config.sampleCount(), config.repeatNanos());
    }

    private PlainBasic(
        final DetectorInfo info, final Tiered least, final Tiered times, final long enough, final long repeat)
    {
        this.least = least;
        this.times = times;
        this.enough = enough;
        this.repeat = repeat;
        finding = new Finding(info, 77);
    }

    /** Samples are all that came before, the oldest first. */
    final void judge(
        final MarketEvent event,
        final FindingSink findings,
        final List<Long> samples,
        final long size,
        final long value,
        final long reference,
        final EvidenceRole role)
    {
        final List<Long> last = samples.subList(Math.max(0, samples.size() - 32), samples.size());
        if (size < least.of(1) || last.size() < enough)
        {
            return;
        }
        final BigInteger sum = BigInteger.valueOf(last.stream().mapToLong(Long::longValue).sum());
        final BigInteger scaled = BigInteger.valueOf(value).multiply(BigInteger.valueOf(last.size() * 1_000_000L));
        final long most = 1L << 40;
        final long measured = sum.signum() == 0 ? (value == 0 ? 0 : most) :
            scaled.divide(sum).min(BigInteger.valueOf(most)).longValue();
        if (measured < times.of(1) || event.engineTimeNanos() - told < repeat)
        {
            return;
        }
        told = event.engineTimeNanos();
        final int sizePoints = (int)Math.min(50, 25.0 * size / least.of(1));
        final int timesPoints = (int)Math.min(50, 25.0 * measured / times.of(1));
        finding.begin(event).subject(SubjectKind.INSTRUMENT, Absent.UNKNOWN_ID, Absent.UNKNOWN_ID)
            .rate(Severity.LOW, sizePoints + timesPoints).scorePart(0, sizePoints).scorePart(1, timesPoints)
            .predicate(0, size, least.of(1), true).predicate(1, measured, times.of(1), true)
            .evidence(event.sequence(), EvidenceRole.CAUSE);
        if (reference != 0 && reference != event.sequence())
        {
            finding.evidence(reference, role);
        }
        findings.onFinding(finding);
    }

    static long ppm(final long part, final long whole)
    {
        return BigInteger.valueOf(part).multiply(BigInteger.valueOf(1_000_000)).divide(BigInteger.valueOf(whole))
            .longValueExact();
    }
}
