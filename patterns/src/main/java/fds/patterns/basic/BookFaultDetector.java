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
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A book that cannot be right: it stays crossed behind closed messages, or trades go on outside of its best prices
 * while these do not move. Told whether or not the engine itself trusts the book.
 * <p>
 * State: since when it has been crossed, and since which trade outside of it its best prices have not moved. While
 * either holds it is told again after {@code repeatNanos}.
 */
final class BookFaultDetector implements Detector
{
    static final int CROSSED_FOR = 0;
    static final int STALE_FOR = 1;

    private static final int POINTS = 50; // a condition
    private static final int CROSSED_SINCE = 0; // time + 1, 0: not
    private static final int CROSSED_SEQUENCE = 8;
    private static final int OUTSIDE_SINCE = 16; // time + 1, 0: not
    private static final int OUTSIDE_SEQUENCE = 24;
    private static final int BID = 32; // as of the event shown last
    private static final int ASK = 40;
    private static final int TOLD = 48; // time + 1, 0: not
    private static final int WORDS = 7;

    private final long crossedNanos;
    private final long staleNanos;
    private final long repeatNanos;
    private final int words;
    private final Finding finding;

    BookFaultDetector(final BookFaultConfig config, final long parametersHash, final StateLayout layout)
    {
        crossedNanos = config.crossedNanos();
        staleNanos = config.staleNanos();
        repeatNanos = config.repeatNanos();
        words = layout.reserve(SlotKind.INSTRUMENT, WORDS);
        finding = new Finding(BookFaultFactory.INFO, parametersHash);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = market.recordAt(SlotKind.INSTRUMENT, market.instrumentSlot()) + words;
        final long bid = market.bestBidTicks();
        final long ask = market.bestAskTicks();
        if (event.has(Flags.LAST))
        {
            mark(event, memory, at + CROSSED_SINCE, bid != Absent.VALUE && ask != Absent.VALUE && bid > ask);
        }
        if (bid != memory.getLong(at + BID) || ask != memory.getLong(at + ASK))
        {
            memory.putLong(at + BID, bid);
            memory.putLong(at + ASK, ask);
            memory.putLong(at + OUTSIDE_SINCE, 0);
        }
        else if (isOutside(event, bid, ask))
        {
            mark(event, memory, at + OUTSIDE_SINCE, true);
        }
        final long crossedFor = since(event, memory, at + CROSSED_SINCE);
        final long staleFor = event.kind() == Kind.TRADE ? since(event, memory, at + OUTSIDE_SINCE) : Absent.VALUE;
        final boolean isCrossed = crossedFor != Absent.VALUE && crossedFor >= crossedNanos;
        final boolean isStale = staleFor != Absent.VALUE && staleFor >= staleNanos;
        final long told = memory.getLong(at + TOLD);
        if ((isCrossed || isStale) && (told == 0 || event.engineTimeNanos() + 1 - told >= repeatNanos))
        {
            memory.putLong(at + TOLD, event.engineTimeNanos() + 1);
            tell(event, crossedFor, staleFor);
            evidence(event, memory, at + CROSSED_SEQUENCE, isCrossed, EvidenceRole.FIRST);
            evidence(event, memory, at + OUTSIDE_SEQUENCE, isStale, EvidenceRole.TRADE);
            findings.onFinding(finding);
        }
    }

    /** A trade that no order of this book could have made. */
    private static boolean isOutside(final MarketEvent event, final long bid, final long ask)
    {
        return event.kind() == Kind.TRADE && !event.has(Flags.STP) && bid != Absent.VALUE && ask != Absent.VALUE &&
            bid <= ask && (event.priceTicks() > ask || event.priceTicks() < bid);
    }

    /** Since when something is so; its sequence stands behind the time. */
    private static void mark(final MarketEvent event, final UnsafeBuffer memory, final int word, final boolean isSo)
    {
        if (!isSo)
        {
            memory.putLong(word, 0);
        }
        else if (memory.getLong(word) == 0)
        {
            memory.putLong(word, event.engineTimeNanos() + 1);
            memory.putLong(word + 8, event.sequence());
        }
    }

    private static long since(final MarketEvent event, final UnsafeBuffer memory, final int word)
    {
        final long since = memory.getLong(word);
        return since == 0 ? Absent.VALUE : event.engineTimeNanos() + 1 - since;
    }

    private void tell(final MarketEvent event, final long crossedFor, final long staleFor)
    {
        final boolean isCrossed = crossedFor != Absent.VALUE && crossedFor >= crossedNanos;
        final boolean isStale = staleFor != Absent.VALUE && staleFor >= staleNanos;
        finding.begin(event)
            .subject(SubjectKind.INSTRUMENT, Absent.UNKNOWN_ID, Absent.UNKNOWN_ID)
            .rate(Severity.LOW, (isCrossed ? POINTS : 0) + (isStale ? POINTS : 0))
            .scorePart(CROSSED_FOR, isCrossed ? POINTS : 0)
            .scorePart(STALE_FOR, isStale ? POINTS : 0)
            .predicate(CROSSED_FOR, crossedFor, crossedNanos, isCrossed)
            .predicate(STALE_FOR, staleFor, staleNanos, isStale)
            .evidence(event.sequence(), EvidenceRole.CAUSE);
    }

    private void evidence(
        final MarketEvent event,
        final UnsafeBuffer memory,
        final int word,
        final boolean isSo,
        final EvidenceRole role)
    {
        if (isSo && memory.getLong(word) != event.sequence())
        {
            finding.evidence(memory.getLong(word), role);
        }
    }
}
