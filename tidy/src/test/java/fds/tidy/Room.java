package fds.tidy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The map of the house: of each room, which other rooms and which libraries it may import. The rules about classes and
 * the rules about poms both read this page, so that they cannot disagree.
 */
enum Room
{
    /** The words and the doors. */
    MARKET(knows(), poms("org.agrona:agrona"), packages("java.math", "java.nio", "java.nio.charset", "org.agrona..")),

    /** Builders, recorders and the detector harness; other rooms use it in their tests. */
    TESTKIT(knows("market"), poms("org.agrona:agrona", "org.junit.jupiter:junit-jupiter"),
        packages("java..", "com.sun.management", "org.agrona..", "org.junit.jupiter.api..", "org.opentest4j..")),

    /** Detectors. */
    PATTERNS(knows("market"), poms("org.agrona:agrona"), packages("org.agrona..")),

    /** Market, position, pattern and compliance risk. */
    RISK(knows("market"), poms("org.agrona:agrona"), packages("org.agrona..")),

    /**
     * Response policy and executors. The policy is between ring and decision, and held as such by {@link HouseRules};
     * executors stand behind the journals and may block.
     */
    ACTIONS(knows("market"), poms("org.agrona:agrona"), packages("java..", "org.agrona..")),

    /** Both queues on disk. */
    JOURNAL(knows("market"), poms("org.agrona:agrona", "net.openhft:chronicle-queue", "io.airlift:aircompressor"),
        packages("java..", "org.agrona..", "net.openhft.chronicle..", "net.openhft.posix..",
            "io.airlift.compress..")),

    /** Where the roots of a seal are published. */
    ANCHORS(knows("journal"),
        poms("com.fasterxml.jackson.core:jackson-core", "org.web3j:core"),
        packages("java..", "com.fasterxml.jackson.core..", "org.web3j..")),

    /** Sources: where text becomes ticks and lots. Which package may use which protocol library: {@link #PROTOCOLS}. */
    FEEDS(knows("market"),
        poms("org.agrona:agrona", "com.fasterxml.jackson.core:jackson-core", "org.snakeyaml:snakeyaml-engine"),
        packages("java..", "org.agrona..", "com.fasterxml.jackson.core..", "org.snakeyaml.engine.v2..")),

    /** Sequencer, rings and stages. */
    ENGINE(knows("market"), poms("org.agrona:agrona", "com.lmax:disruptor", "org.hdrhistogram:HdrHistogram"),
        packages("java..", "org.agrona..", "com.lmax.disruptor..", "org.HdrHistogram..")),

    /** From text to checked values. */
    CONFIG(knows(), poms("org.snakeyaml:snakeyaml-engine"), packages("java..", "org.snakeyaml.engine.v2..")),

    /** The command and the wiring. */
    APP(knows("market", "patterns", "risk", "actions", "journal", "anchors", "feeds", "engine", "config"),
        poms("org.agrona:agrona", "org.hdrhistogram:HdrHistogram", "info.picocli:picocli", "org.slf4j:slf4j-nop",
            "com.fasterxml.jackson.core:jackson-core", "net.openhft:affinity"),
        packages("java..", "javax.crypto..", "com.sun.management", "org.agrona..", "org.HdrHistogram..", "picocli..",
            "com.fasterxml.jackson.core..", "net.openhft.affinity..")),

    /** Measurements; starts whatever it measures. */
    BENCH(
        knows("market", "patterns", "risk", "actions", "journal", "feeds", "engine", "config", "app", "testkit"),
        poms("org.agrona:agrona", "org.hdrhistogram:HdrHistogram", "info.picocli:picocli",
            "com.fasterxml.jackson.core:jackson-core", "org.openjdk.jmh:jmh-core"),
        packages("java..", "jdk.jfr..", "com.sun.management", "org.agrona..", "org.HdrHistogram..", "picocli..",
            "com.fasterxml.jackson.core..", "com.lmax.disruptor..", "net.openhft.chronicle..", "org.openjdk.jmh..",
            "org.junit.jupiter.api.."));

    /** Sub-packages of feeds that read a protocol, and the one library each reads it with. */
    static final List<Protocol> PROTOCOLS = List.of(
        new Protocol("bitstamp", "com.fasterxml.jackson.."),
        new Protocol("cassette", "org.snakeyaml.engine.v2.."),
        new Protocol("raw", "com.fasterxml.jackson.."),
        new Protocol("text", "com.fasterxml.jackson.."));

    /**
     * All that rooms between the inbound ring and the decision take from the JDK beside java.lang: nothing that blocks,
     * and no collection that grows or has an order of its own.
     */
    private static final Set<String> HOT_CLASSES = Set.of(
        "java.lang.reflect.RecordComponent",
        "java.util.Arrays",
        "java.util.BitSet",
        "java.util.Collections",
        "java.util.EnumMap",
        "java.util.EnumSet",
        "java.util.Iterator",
        "java.util.List",
        "java.util.Locale",
        "java.util.NoSuchElementException",
        "java.util.Objects",
        "java.util.Set",
        "java.util.concurrent.TimeUnit",
        "java.util.function.Function",
        "java.util.function.Supplier");

    private final Set<String> rooms;
    private final Set<String> poms;
    private final List<String> packages;

    Room(final Set<String> rooms, final Set<String> poms, final List<String> packages)
    {
        this.rooms = rooms;
        this.poms = poms;
        this.packages = packages;
    }

    /** One protocol library, and the package of feeds that may know it. */
    record Protocol(String feed, String libraryPackage)
    {
    }

    private static Set<String> knows(final String... names)
    {
        return Set.of(names);
    }

    private static Set<String> poms(final String... coordinates)
    {
        return Set.of(coordinates);
    }

    private static List<String> packages(final String... patterns)
    {
        return List.of(patterns);
    }

    /** Name of its folder and of its package below {@code fds}. */
    String folder()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Other rooms it may import. */
    Set<String> rooms()
    {
        return rooms;
    }

    /** Rooms its tests may import besides. */
    Set<String> roomsOfTests()
    {
        return this == MARKET || this == TESTKIT ? Set.of() : Set.of("testkit");
    }

    /** Libraries that its pom may list, as {@code group:artifact}. */
    Set<String> libraries()
    {
        return poms;
    }

    /** Its own package. */
    String own()
    {
        return "..fds." + folder() + "..";
    }

    /** Packages that its classes may depend on, all rooms and libraries together. */
    String[] allowed()
    {
        return Stream.of(
            Stream.of(own(), "java.lang", "java.lang.annotation", "java.lang.invoke", "java.lang.runtime"),
            rooms.stream().map(room -> "..fds." + room + ".."),
            packages.stream()).flatMap(part -> part).toArray(String[]::new);
    }

    /**
     * Single classes that it may depend on although their package is closed to it.
     *
     * @return full names; empty for rooms that have the whole JDK.
     */
    Set<String> allowedClasses()
    {
        return this == MARKET || this == PATTERNS || this == RISK ? HOT_CLASSES : Set.of();
    }

    /** What rooms and packages between ring and decision take from the JDK beside java.lang. */
    static Set<String> hotClasses()
    {
        return HOT_CLASSES;
    }

    /** Names of the folders of all rooms. */
    static Set<String> folders()
    {
        return Arrays.stream(values()).map(Room::folder).collect(Collectors.toSet());
    }
}
