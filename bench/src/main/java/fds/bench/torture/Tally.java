package fds.bench.torture;

import java.util.EnumMap;
import java.util.Map;

/** What was done and what it came to. */
final class Tally
{
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long rounds;
    private long acknowledged;
    private long repairs;

    void onRound()
    {
        rounds++;
    }

    void onFault(final Fault fault)
    {
        faults.merge(fault, 1L, Long::sum);
    }

    /** A journal that a person has to repair behind a power failure. */
    void onRepair()
    {
        repairs++;
    }

    /** Events that were acknowledged before a run died. */
    void onAcknowledged(final long events)
    {
        acknowledged += events;
    }

    void onVerdict(final Verdict verdict)
    {
        verdicts.merge(verdict, 1L, Long::sum);
    }

    boolean isClean()
    {
        return verdicts.isEmpty();
    }

    /** The one line that scripts read. */
    String line()
    {
        final StringBuilder line = new StringBuilder("rounds=" + rounds);
        for (final Verdict verdict : Verdict.values())
        {
            line.append(' ').append(verdict.word()).append('=').append(verdicts.getOrDefault(verdict, 0L));
        }
        line.append(" acknowledged_before_death=").append(acknowledged);
        for (final Fault fault : Fault.values())
        {
            line.append(' ').append(fault.word()).append('=').append(faults.getOrDefault(fault, 0L));
        }
        return line.append(" repairs=").append(repairs).toString();
    }
}
