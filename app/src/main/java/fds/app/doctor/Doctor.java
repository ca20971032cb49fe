package fds.app.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything on this machine that spoils latency. */
public final class Doctor
{
    private Doctor()
    {
    }

    /**
     * Look, which takes some three seconds.
     *
     * @param journal directory whose disk is tried.
     * @return in a fixed order of topics.
     */
    public static List<Advice> look(final Path journal)
    {
        return look(new Machine(Path.of("/")), Probes.measure(), journal);
    }

    static List<Advice> look(final Machine machine, final Probes probes, final Path journal)
    {
        final List<Advice> advice = new ArrayList<>(CoreChecks.of(machine));
        advice.addAll(SystemChecks.of(machine, probes));
        advice.addAll(JvmCheck.look());
        advice.addAll(DiskCheck.of(journal));
        return advice;
    }
}
