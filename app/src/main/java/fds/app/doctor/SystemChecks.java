package fds.app.doctor;

import java.util.List;
import java.util.Locale;

/** Kernel and memory: clock source, huge pages, swap, other load, stolen time. */
final class SystemChecks
{
    private static final double LOAD_MAX = 0.1; // of a core
    private static final double STOLEN_MAX = 0.001; // of all time since the machine started

    private SystemChecks()
    {
    }

    /**
     * Look at all.
     *
     * @param machine told by its kernel.
     * @param probes  measured here.
     */
    static List<Advice> of(final Machine machine, final Probes probes)
    {
        return List.of(clock(machine, probes), jitter(probes), handOver(probes), wakeUp(probes), hugePages(machine),
            swap(machine), load(machine), stolen(machine));
    }

    private static Advice clock(final Machine machine, final Probes probes)
    {
        final String at = "sys/devices/system/clocksource/clocksource0/";
        final String source = machine.text(at + "current_clocksource");
        final String cost = Probes.nanos(probes.clockNanos()) + " a look";
        if (source.isEmpty())
        {
            return Advice.unknown("clock source", "not shown; " + cost);
        }
        if ("tsc".equals(source) || "kvm-clock".equals(source) && probes.clockNanos() < 50)
        {
            return Advice.good("clock source", source + ", " + cost);
        }
        return Advice.costs("clock source", source, cost,
            machine.text(at + "available_clocksource").contains("tsc") ? "echo tsc | sudo tee /" + at +
                "current_clocksource" : "tsc is not to be had here: measure less (deployment.measure_latency: false)");
    }

    private static Advice jitter(final Probes probes)
    {
        final String found = probes.gapsPerSecond() + " gaps a second above 10 us, " +
            Probes.nanos(probes.lostNanosPerSecond()) + " lost in each second";
        final String cost = "longest " + Probes.nanos(probes.longestGapNanos()) + "; waited ready for a core " +
            (probes.waitedNanosPerSecond() < 0 ? "(not told)" :
                Probes.nanos(probes.waitedNanosPerSecond()) + " a second");
        return probes.longestGapNanos() < 50_000 && probes.gapsPerSecond() < 20 ? Advice.good("jitter", found) :
            Advice.costs("jitter", found, cost, "isolate the engine's core (docs/isolated-cores.md); stop other load");
    }

    private static Advice handOver(final Probes probes)
    {
        final String found = Probes.nanos(probes.handOverNanos()) + " from a spinning thread to another and half back";
        return probes.handOverNanos() < 200 ? Advice.good("hand-over", found) :
            Advice.costs("hand-over", found, "each hop between threads costs that",
                "pin feed and engine to cores of one socket and one L3 (lscpu -e)");
    }

    private static Advice wakeUp(final Probes probes)
    {
        final String found = "a sleep of 50 us lasts " + Probes.nanos(probes.sleepNanos()) + " (median)";
        return Advice.costs("sleeping", found, "the first event after a pause waits up to that where threads sleep",
            "deployment.wait: busy_spin, on cores of their own");
    }

    private static Advice hugePages(final Machine machine)
    {
        final String chosen = machine.chosen("sys/kernel/mm/transparent_hugepage/enabled");
        if (chosen.isEmpty())
        {
            return Advice.unknown("huge pages", "not shown");
        }
        return "always".equals(chosen) ? Advice.costs("huge pages", "always",
            "the kernel stops threads to compact memory; no gain was measured (docs/performance.md)",
            "echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled") :
            Advice.good("huge pages", chosen);
    }

    private static Advice swap(final Machine machine)
    {
        final long total = machine.value("proc/meminfo", "SwapTotal:");
        return total < 0 ? Advice.unknown("swap", "not shown") : total == 0 ? Advice.good("swap", "none") :
            Advice.costs("swap", total / 1024 + " MiB, " +
                (total - Math.max(0, machine.value("proc/meminfo", "SwapFree:"))) / 1024 + " MiB in use",
                "a page that was swapped out costs milliseconds", "sudo swapoff -a");
    }

    private static Advice load(final Machine machine)
    {
        final String told = machine.text("proc/pressure/cpu");
        final String average = told.replaceAll("(?s).*?avg10=([0-9.]+).*", "$1");
        final String running = machine.text("proc/loadavg");
        if (!average.matches("[0-9]+([.][0-9]+)?"))
        {
            return running.isEmpty() ? Advice.unknown("other load", "not shown") :
                Advice.unknown("other load", "load " + running.split(" ")[0] + "; no /proc/pressure/cpu");
        }
        final double share = Double.parseDouble(average) / 100;
        return share < LOAD_MAX ? Advice.good("other load", "threads wait for a core " + average + " % of the time") :
            Advice.costs("other load", "load " + running.split(" ")[0],
                "threads waited for a core " + average + " % of the last ten seconds",
                "top -H; stop or move what is there");
    }

    private static Advice stolen(final Machine machine)
    {
        final String[] parts = CoreChecks.field(machine, "proc/stat", "cpu ").split(" +");
        if (parts.length < 8 || !parts[7].matches("\\d+"))
        {
            return Advice.unknown("stolen time", "not shown");
        }
        double all = 0;
        for (int i = 0; i < 8; i++)
        {
            all += Double.parseDouble(parts[i]);
        }
        final double share = Double.parseDouble(parts[7]) / Math.max(1, all);
        final String found = String.format(Locale.ROOT, "%.3f %% since the machine started", share * 100);
        return share < STOLEN_MAX ? Advice.good("stolen time", found) : Advice.costs("stolen time", found,
            "the host runs others on this machine's cores", "a host with dedicated cores");
    }
}
