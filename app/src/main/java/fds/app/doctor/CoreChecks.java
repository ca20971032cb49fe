package fds.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Cores: how many, whose, how fast, how deep they sleep. */
final class CoreChecks
{
    private static final String CPUS = "sys/devices/system/cpu/";
    private static final int FUSED_CORES = 3; // feed, engine, everything else
    private static final long SLEEP_MICROS_MAX = 10;

    private CoreChecks()
    {
    }

    static List<Advice> of(final Machine machine)
    {
        return List.of(count(machine), isolation(machine), governor(machine), idleStates(machine), siblings(machine));
    }

    private static Advice count(final Machine machine)
    {
        final List<Integer> allowed = Machine.numbers(field(machine, "proc/self/status", "Cpus_allowed_list:"));
        final int cores = allowed.isEmpty() ? Runtime.getRuntime().availableProcessors() : allowed.size();
        return cores >= FUSED_CORES ? Advice.good("cores", cores + " for this process") :
            Advice.costs("cores", cores + " for this process",
                "feed, engine and the rest (reserver of the journal, compiler, collector) want one each in mode fused",
                "give the process " + FUSED_CORES + " cores or more; until then deployment.wait: sleeping");
    }

    private static Advice isolation(final Machine machine)
    {
        final String isolated = machine.text(CPUS + "isolated");
        final String quiet = machine.text(CPUS + "nohz_full").replace("(null)", "");
        if (machine.text(CPUS + "present").isEmpty())
        {
            return Advice.unknown("isolation", "no /" + CPUS);
        }
        if (!isolated.isEmpty() && !quiet.isEmpty())
        {
            return Advice.good("isolation", "isolated " + isolated + ", without ticks " + quiet);
        }
        final List<Integer> present = Machine.numbers(machine.text(CPUS + "present"));
        final int last = present.isEmpty() ? 0 : present.get(present.size() - 1);
        return Advice.costs("isolation",
            isolated.isEmpty() ? "no core is isolated" : "isolated " + isolated + ", but the timer ticks on it",
            "the kernel runs others and its ticks on the engine's core: see 'jitter'",
            last < 2 ? "needs a machine with three cores or more" :
                "kernel arguments isolcpus=" + last + " nohz_full=" + last + " rcu_nocbs=" + last +
                ", and deployment.pin.sequencer: " + last + " (docs/isolated-cores.md)");
    }

    private static Advice governor(final Machine machine)
    {
        final Set<String> governors = new TreeSet<>();
        for (final String cpu : machine.directories("sys/devices/system/cpu"))
        {
            final String governor = machine.text(CPUS + cpu + "/cpufreq/scaling_governor");
            if (!governor.isEmpty())
            {
                governors.add(governor);
            }
        }
        if (governors.isEmpty())
        {
            return Advice.unknown("governor", "the machine does not show its clock frequency (usual for virtual ones)");
        }
        return governors.equals(Set.of("performance")) ? Advice.good("governor", "performance") :
            Advice.costs("governor", String.join(", ", governors), "a core that was idle starts slowly",
                "sudo cpupower frequency-set -g performance");
    }

    private static Advice idleStates(final Machine machine)
    {
        final List<String> deep = new ArrayList<>();
        final List<String> states = machine.directories(CPUS + "cpu0/cpuidle");
        for (final String state : states)
        {
            final String at = CPUS + "cpu0/cpuidle/" + state;
            final String latency = machine.text(at + "/latency");
            if (latency.matches("\\d{1,9}") && Long.parseLong(latency) > SLEEP_MICROS_MAX &&
                !"1".equals(machine.text(at + "/disable")))
            {
                deep.add(machine.text(at + "/name") + " (" + latency + " us to wake)");
            }
        }
        if (states.isEmpty())
        {
            return Advice.unknown("idle states", "the machine does not show how cores sleep");
        }
        return deep.isEmpty() ? Advice.good("idle states", "none is slow to wake from") :
            Advice.costs("idle states", String.join(", ", deep), "the first event after a pause waits for the core",
                "sudo cpupower idle-set -D " + SLEEP_MICROS_MAX + ", or deployment.wait: busy_spin");
    }

    private static Advice siblings(final Machine machine)
    {
        final String active = machine.text(CPUS + "smt/active");
        if (active.isEmpty())
        {
            return Advice.unknown("SMT", "the machine does not tell whether threads share a core");
        }
        if ("0".equals(active))
        {
            return Advice.good("SMT", "no two threads share a core, as far as this machine tells");
        }
        final String pairs = machine.directories("sys/devices/system/cpu").stream()
            .map(cpu -> machine.text(CPUS + cpu + "/topology/thread_siblings_list")).filter(list -> !list.isEmpty())
            .distinct().limit(4).collect(Collectors.joining(" "));
        return Advice.costs("SMT", "on; siblings " + pairs, "a neighbour on the same core takes half of it",
            "leave the engine's sibling idle, or: echo off | sudo tee /" + CPUS + "smt/control");
    }

    static String field(final Machine machine, final String file, final String name)
    {
        return machine.text(file).lines().filter(line -> line.startsWith(name))
            .map(line -> line.substring(name.length()).strip()).findFirst().orElse("");
    }
}
