package fds.app.doctor;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The virtual machine this runs in, which is the one that {@code ./fds run} would have. */
final class JvmCheck
{
    private static final Set<String> SPOILERS = Set.of("-Xint", "-Xdebug", "-XX:TieredStopAtLevel=1", "-Xcomp",
        "-XX:+UseSerialGC");

    private JvmCheck()
    {
    }

    static List<Advice> look()
    {
        return List.of(version(), flags(ManagementFactory.getRuntimeMXBean().getInputArguments()), collector());
    }

    private static Advice version()
    {
        return Advice.good("JVM", System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    static Advice flags(final List<String> arguments)
    {
        final List<String> spoiling = new ArrayList<>();
        for (final String argument : arguments)
        {
            if (SPOILERS.contains(argument) || argument.startsWith("-agentlib:") || argument.startsWith("-javaagent:"))
            {
                spoiling.add(argument);
            }
        }
        return spoiling.isEmpty() ? Advice.good("JVM flags", "those of config/jvm.options") :
            Advice.costs("JVM flags", String.join(" ", spoiling), "compiled code is slower, or stopped by an agent",
                "take them out of FDS_JAVA_OPTIONS and JAVA_TOOL_OPTIONS");
    }

    private static Advice collector()
    {
        return Advice.good("collector", ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName).collect(Collectors.joining(", ")) +
            "; the path allocates nothing, so it has nothing to do");
    }
}
