package fds.bench.suite;

import java.nio.file.Path;
import java.util.List;

/** An engine whose detectors are measured: this one, or any program that reads the normalized CSV. */
public interface MeasuredEngine
{
    /**
     * Run an input from its beginning to its end.
     *
     * @param csv with {@code instruments.csv}, and perhaps {@code accounts.csv}, beside it.
     * @return what was told and how many events were taken.
     */
    Outcome run(Path csv);

    /**
     * Whether it has a detector.
     *
     * @param detector id.
     * @return false: labels for it cannot be found, and say so.
     */
    boolean has(String detector);

    /**
     * Whether a detector tells of markets and accuses nobody.
     *
     * @param detector id.
     * @return as said; false when it is not known.
     */
    boolean accusesNobody(String detector);

    /**
     * Whether some detector asks for a kind of event.
     *
     * @param kind of {@link fds.market.event.Kind}.
     * @return true where it is not known.
     */
    boolean reads(int kind);

    /**
     * What came of a run.
     *
     * @param events  that were taken.
     * @param alerts  in the order in which they were told first.
     */
    record Outcome(long events, List<ToldAlert> alerts)
    {
    }
}
