package fds.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of machines that others have. */
class DoctorTest
{
    private static final Probes CALM = new Probes(20, 0, 12_000, 0, 0, 50, 60_000);
    private static final String CPU = "sys/devices/system/cpu/";

    @TempDir
    private Path root;

    @Test
    void shouldFindNothingWrongWithAMachineThatIsSetUp() throws IOException
    {
        tuned();

        assertEquals(List.of("sleeping"), costly(CALM));
    }

    @Test
    void shouldNameEachThingThatSpoils() throws IOException
    {
        tuned();
        write(CPU + "isolated", "");
        write(CPU + "cpu0/cpufreq/scaling_governor", "powersave");
        write(CPU + "cpu0/cpuidle/state1/latency", "133");
        write(CPU + "smt/active", "1");
        write("sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never");
        write("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet");
        write("proc/meminfo", "MemTotal: 100 kB\nSwapTotal:  2048 kB\nSwapFree:  1024 kB");
        write("proc/pressure/cpu", "some avg10=42.10 avg60=1.00 avg300=0.00 total=5");
        write("proc/stat", "cpu  100 0 100 700 0 0 0 100 0 0");
        write("proc/self/status", "Name: java\nCpus_allowed_list:\t0-1");

        assertEquals(List.of("cores", "isolation", "governor", "idle states", "SMT", "clock source", "jitter",
            "hand-over", "sleeping", "huge pages", "swap", "other load", "stolen time"),
            costly(new Probes(900, 5_000, 4_000_000, 90_000_000, -1, 900, 60_000)));
    }

    @Test
    void shouldGiveTheCommandThatMends() throws IOException
    {
        tuned();
        write(CPU + "isolated", "");
        write("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet");

        final Map<String, Advice> advice = advice(CALM);

        assertTrue(advice.get("isolation").mend().contains("isolcpus=7 nohz_full=7 rcu_nocbs=7"),
            advice.get("isolation").mend());
        assertTrue(advice.get("clock source").mend().startsWith("echo tsc | sudo tee /sys/"),
            advice.get("clock source").mend());
    }

    @Test
    void shouldSayWhatAMachineDoesNotTell()
    {
        final Map<String, Advice> advice = advice(CALM);

        for (final String topic : List.of("governor", "idle states", "SMT", "clock source", "huge pages", "swap",
            "other load", "stolen time", "isolation"))
        {
            assertEquals(Verdict.UNKNOWN, advice.get(topic).verdict(), topic);
        }
    }

    @Test
    void shouldTryTheDiskAndLeaveNothingOnIt() throws IOException
    {
        final Path journal = root.resolve("data/journal");

        final List<Advice> advice = DiskCheck.of(journal);

        assertEquals(List.of("journal's room", "journal's sync", "journal's pages"),
            advice.stream().map(Advice::topic).toList());
        try (var files = Files.list(journal))
        {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void shouldNameFlagsThatSpoil()
    {
        assertEquals(Verdict.GOOD, JvmCheck.flags(List.of("-Xms256m", "-XX:+UseParallelGC")).verdict());
        final Advice spoiled = JvmCheck.flags(List.of("-Xint", "-agentlib:jdwp=server=y", "-Xms1g"));
        assertEquals("-Xint -agentlib:jdwp=server=y", spoiled.found());
    }

    @Test
    void shouldMeasureThisMachine()
    {
        final Probes probes = Probes.measure();

        assertTrue(probes.clockNanos() > 0 && probes.handOverNanos() > 0 && probes.sleepNanos() >= 50_000,
            probes.toString());
    }

    @Test
    void shouldReadListsOfCores()
    {
        assertEquals(List.of(0, 1, 2, 5), Machine.numbers("0-2,5"));
        assertEquals(List.of(), Machine.numbers(""));
        assertFalse(Machine.numbers("(null)").contains(0));
    }

    /** Eight cores of bare metal, the last isolated. */
    private void tuned() throws IOException
    {
        write("proc/self/status", "Name: java\nCpus_allowed_list:\t0-7");
        write(CPU + "present", "0-7");
        write(CPU + "isolated", "7");
        write(CPU + "nohz_full", "7");
        write(CPU + "cpu0/cpufreq/scaling_governor", "performance");
        write(CPU + "cpu0/cpuidle/state1/name", "C1");
        write(CPU + "cpu0/cpuidle/state1/latency", "2");
        write(CPU + "smt/active", "0");
        write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never");
        write("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");
        write("sys/devices/system/clocksource/clocksource0/available_clocksource", "tsc hpet");
        write("proc/meminfo", "MemTotal: 100 kB\nSwapTotal:  0 kB\nSwapFree:  0 kB");
        write("proc/pressure/cpu", "some avg10=0.10 avg60=0.00 avg300=0.00 total=5");
        write("proc/loadavg", "0.10 0.20 0.30 1/100 77");
        write("proc/stat", "cpu  100 0 100 900 0 0 0 0 0 0\ncpu0 1 2 3");
    }

    private void write(final String file, final String text) throws IOException
    {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text + "\n");
    }

    private Map<String, Advice> advice(final Probes probes)
    {
        final Machine machine = new Machine(root);
        final List<Advice> advice = new ArrayList<>(CoreChecks.of(machine));
        advice.addAll(SystemChecks.of(machine, probes));
        return advice.stream().collect(Collectors.toMap(Advice::topic, Function.identity()));
    }

    private List<String> costly(final Probes probes)
    {
        final Machine machine = new Machine(root);
        final List<Advice> advice = new ArrayList<>(CoreChecks.of(machine));
        advice.addAll(SystemChecks.of(machine, probes));
        return advice.stream().filter(one -> one.verdict() == Verdict.COSTS).map(Advice::topic).toList();
    }
}
