package fds.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fds.market.detector.Detector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import planted.fds.actions.file.KnowsJournal;
import planted.fds.actions.policy.AsksTheTime;
import planted.fds.actions.policy.RemembersInAList;
import planted.fds.anchors.file.TouchesFrames;
import planted.fds.app.StartsBenchmark;
import planted.fds.app.manager.TellsNothing;
import planted.fds.bench.ReadsYaml;
import planted.fds.config.KnowsMarket;
import planted.fds.engine.KnowsDetector;
import planted.fds.engine.OpensJournal;
import planted.fds.engine.ring.AsksThread;
import planted.fds.engine.sequencer.WalksHashMap;
import planted.fds.engine.stage.ReadsClock;
import planted.fds.engine.stage.WritesFile;
import planted.fds.feeds.csv.ParsesJson;
import planted.fds.feeds.hyperliquid.HasMain;
import planted.fds.feeds.hyperliquid.KnowsQueue;
import planted.fds.journal.KnowsRing;
import planted.fds.market.book.AveragesPrices;
import planted.fds.market.book.KnowsEngine;
import planted.fds.market.book.OpensSocket;
import planted.fds.market.event.AsksInstant;
import planted.fds.nursery.UnknownRoom;
import planted.fds.patterns.ramping.CastsToDouble;
import planted.fds.patterns.ramping.KeepsRatio;
import planted.fds.patterns.ramping.KnowsNeighbour;
import planted.fds.patterns.ramping.KnowsOtherDetector;
import planted.fds.patterns.ramping.RollsDice;
import planted.fds.patterns.ramping.UsesArrayList;
import planted.fds.patterns.ramping.UsesHashMap;
import planted.fds.risk.total.ReadsDetector;
import planted.fds.testkit.WiresApp;

/** All rules about classes. Package patterns begin with two dots, so that they fit the planted classes as well. */
final class HouseRules
{
    /** The two places beside the path that read a clock: they feed the latency metric, which decides nothing. */
    static final Set<String> CLOCK_READERS = Set.of(
        "fds.engine.ring.MainRing.stampIntake()",
        "fds.engine.stage.AccountStage.recordLatency(long, long)");

    /** Writes a chain of detectors as a class of its own, once, when the engine is wired. */
    private static final String CLASS_WRITER = "fds.engine.stage.DetectorGroups";

    private static final String[] PATH = {
        "..fds.market..", "..fds.patterns..", "..fds.risk..", "..fds.actions.policy..", "..fds.engine.stage..",
        "..fds.engine.sequencer..", "..fds.engine.ring.."};

    private static final Pattern CLOCK = Pattern.compile(
        "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)|java\\.time\\.[A-Za-z]+\\.now|java\\.time\\.Clock\\..*|" +
        "java\\.util\\.Date\\.<init>|org\\.agrona\\.concurrent\\.[A-Za-z]*Clock\\..*");
    private static final Pattern DICE = Pattern.compile(
        "java\\.util\\.(Random|SplittableRandom|UUID|concurrent\\.ThreadLocalRandom)|java\\.security\\.SecureRandom|" +
        "java\\.util\\.random\\..*");
    private static final Pattern IDENTITY = Pattern.compile(
        "java\\.lang\\.Thread\\.(getId|threadId|getName|hashCode)|java\\.lang\\.ThreadLocal\\..*|" +
        "java\\.lang\\.System\\.identityHashCode|java\\.lang\\.Object\\.hashCode|java\\.lang\\.Math\\.random");
    private static final Pattern HASH_WALK = Pattern.compile(
        "(java\\.util\\.(Map|HashMap|IdentityHashMap|WeakHashMap|Set|HashSet|concurrent\\.ConcurrentHashMap)|" +
        "org\\.agrona\\.collections\\.[A-Za-z0-9]*(HashMap|HashSet|CounterMap))" +
        "\\.(iterator|forEach|keySet|values|entrySet|stream|toArray|longForEach|intForEach)");

    private HouseRules()
    {
    }

    /** Every rule with what was planted against it, arrows first. */
    static List<HouseRule> all()
    {
        final List<HouseRule> rules = new ArrayList<>();
        rules.add(HouseRule.of(everyClassHasARoom(), UnknownRoom.class));
        rules.add(arrow(Room.MARKET, KnowsEngine.class, OpensSocket.class));
        rules.add(arrow(Room.TESTKIT, WiresApp.class));
        rules.add(arrow(Room.PATTERNS, UsesHashMap.class, UsesArrayList.class, RollsDice.class));
        rules.add(arrow(Room.RISK, ReadsDetector.class));
        rules.add(arrow(Room.ACTIONS, KnowsJournal.class));
        rules.add(HouseRule.of(policyTakesLittle(), RemembersInAList.class));
        rules.add(arrow(Room.JOURNAL, KnowsRing.class));
        rules.add(arrow(Room.ANCHORS, TouchesFrames.class));
        rules.add(arrow(Room.FEEDS, KnowsQueue.class));
        rules.add(arrow(Room.ENGINE, KnowsDetector.class, OpensJournal.class));
        rules.add(arrow(Room.CONFIG, KnowsMarket.class));
        rules.add(arrow(Room.APP, StartsBenchmark.class));
        rules.add(arrow(Room.BENCH, ReadsYaml.class));
        rules.add(HouseRule.of(protocolLibrariesStayInTheirPackages(), ParsesJson.class));
        rules.add(HouseRule.of(pathTouchesNoFile(), WritesFile.class, OpensSocket.class));
        rules.add(HouseRule.of(pathReadsNoClock(), ReadsClock.class, AsksInstant.class, AsksTheTime.class));
        rules.add(HouseRule.of(pathRollsNoDice(), RollsDice.class));
        rules.add(HouseRule.of(pathAsksForNoIdentity(), AsksThread.class));
        rules.add(HouseRule.of(pathWalksNoHash(), WalksHashMap.class));
        rules.add(HouseRule.of(pathCountsInIntegers(), AveragesPrices.class, KeepsRatio.class, CastsToDouble.class));
        rules.add(HouseRule.of(typologiesAreStrangers(), KnowsNeighbour.class));
        rules.add(HouseRule.of(detectorsAreStrangers(), KnowsOtherDetector.class));
        rules.add(HouseRule.of(onlyAppAndBenchHaveMain(), HasMain.class));
        rules.add(HouseRule.of(packagesNameTheirSubject(), TellsNothing.class));
        return rules;
    }

    private static ArchRule everyClassHasARoom()
    {
        return classes().should().resideInAnyPackage(Stream.of(Room.values()).map(Room::own).toArray(String[]::new))
            .as("every class lives in a room of the map");
    }

    private static HouseRule arrow(final Room room, final Class<?>... planted)
    {
        final DescribedPredicate<JavaClass> single =
            describe("single classes", type -> room.allowedClasses().contains(type.getBaseComponentType().getName()));
        final DescribedPredicate<JavaClass> primitive =
            describe("primitive", type -> type.getBaseComponentType().isPrimitive());
        return HouseRule.of(
            classes().that().resideInAPackage(room.own())
                .should().onlyDependOnClassesThat(resideInAnyPackage(room.allowed()).or(single).or(primitive))
                .as(room.folder() + " imports only what its row of the map allows"),
            planted);
    }

    /** The room of actions has the whole JDK for its executors; its policy is as hot as a detector. */
    private static ArchRule policyTakesLittle()
    {
        return classes().that().resideInAnyPackage("..fds.actions.policy..", "..fds.actions.notice..")
            .should().onlyDependOnClassesThat(resideInAnyPackage("..fds.actions.policy..", "..fds.actions.notice..",
                "..fds.market..", "org.agrona..", "java.lang", "java.lang.annotation", "java.lang.invoke",
                "java.lang.runtime")
                .or(describe("single classes",
                    type -> Room.hotClasses().contains(type.getBaseComponentType().getName())))
                .or(describe("primitive", type -> type.getBaseComponentType().isPrimitive())))
            .as("the response policy takes from the JDK no more than a detector, and knows no executor");
    }

    private static ArchRule protocolLibrariesStayInTheirPackages()
    {
        final ArchCondition<JavaClass> condition = new ArchCondition<>("know at most their own protocol library")
        {
            @Override
            public void check(final JavaClass type, final ConditionEvents events)
            {
                final Predicate<JavaClass> isLibrary = resideInAnyPackage(
                    Room.PROTOCOLS.stream().map(Room.Protocol::libraryPackage).toArray(String[]::new));
                final Predicate<JavaClass> isOwn = resideInAnyPackage(
                    Room.PROTOCOLS.stream()
                        .filter(protocol -> resideInAPackage("..fds.feeds." + protocol.feed() + "..").test(type))
                        .map(Room.Protocol::libraryPackage).toArray(String[]::new));
                type.getDirectDependenciesFromSelf().stream()
                    .filter(arrow -> isLibrary.test(arrow.getTargetClass()) && !isOwn.test(arrow.getTargetClass()))
                    .forEach(arrow -> events.add(SimpleConditionEvent.violated(type, arrow.getDescription())));
            }
        };
        return classes().that().resideInAPackage("..fds.feeds..").should(condition)
            .as("a protocol library is known to one package of feeds");
    }

    private static ArchRule pathTouchesNoFile()
    {
        return noClasses().that().resideInAnyPackage(PATH)
            .and(not(describe("which writes classes, at start", type -> CLASS_WRITER.equals(type.getName()))))
            .should().dependOnClassesThat(resideInAnyPackage(
                "java.io", "java.net..", "java.nio.file..", "java.nio.channels..", "java.util.logging..",
                "org.slf4j.."))
            .as("between ring and decision there is no file, socket or logger");
    }

    private static ArchRule pathReadsNoClock()
    {
        return noClasses().that().resideInAnyPackage(PATH)
            .should().accessTargetWhere(describe("a clock", access -> CLOCK.matcher(target(access)).matches() &&
                !CLOCK_READERS.contains(access.getOrigin().getFullName())))
            .as("between ring and decision nobody reads a clock");
    }

    private static ArchRule pathRollsNoDice()
    {
        return noClasses().that().resideInAnyPackage(PATH)
            .should().dependOnClassesThat(
                describe("a source of chance", type -> DICE.matcher(type.getName()).matches()))
            .as("between ring and decision there is no random number");
    }

    private static ArchRule pathAsksForNoIdentity()
    {
        return noClasses().that().resideInAnyPackage(PATH)
            .should().accessTargetWhere(describe("a thread's or object's identity",
                access -> IDENTITY.matcher(target(access)).matches()))
            .as("between ring and decision nothing depends on a thread's or an object's identity");
    }

    private static ArchRule pathWalksNoHash()
    {
        return noClasses().that().resideInAnyPackage(PATH)
            .should().accessTargetWhere(describe("a walk", access -> HASH_WALK.matcher(target(access)).matches()))
            .as("between ring and decision nobody walks in hash order");
    }

    private static ArchRule pathCountsInIntegers()
    {
        // The generated codecs carry getters for types that our schemas do not use; they are not ours to change.
        return classes().that().resideInAnyPackage(PATH).and().resideOutsideOfPackage("..fds.market.codec..")
            .should(new NoFloatingPoint())
            .as("between ring and decision all numbers are whole");
    }

    private static ArchRule typologiesAreStrangers()
    {
        return slices().matching("..fds.patterns.(*)..").should().notDependOnEachOther()
            .as("no typology knows another: what two need moves down into market");
    }

    private static ArchRule detectorsAreStrangers()
    {
        final DescribedPredicate<JavaClass> detector =
            assignableTo(Detector.class).and(resideInAPackage("..fds.patterns.."));
        final ArchCondition<JavaClass> condition = new ArchCondition<>("not know another detector")
        {
            @Override
            public void check(final JavaClass type, final ConditionEvents events)
            {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(arrow -> detector.test(arrow.getTargetClass()) && !arrow.getTargetClass().equals(type))
                    .forEach(arrow -> events.add(SimpleConditionEvent.violated(type, arrow.getDescription())));
            }
        };
        return classes().that(detector).should(condition).as("no detector knows another");
    }

    private static ArchRule onlyAppAndBenchHaveMain()
    {
        return noMethods().that(describe("are main", HouseRules::isMain))
            .should().beDeclaredInClassesThat(not(resideInAnyPackage("..fds.app..", "..fds.bench..")))
            .as("only app and bench have a main");
    }

    private static ArchRule packagesNameTheirSubject()
    {
        return noClasses().should().resideInAnyPackage(
            Stream.of("common", "util", "utils", "core", "impl", "helper", "helpers", "manager", "misc")
                .map(name -> "..fds.." + name + "..").toArray(String[]::new))
            .as("no package is named for what it is not about");
    }

    private static boolean isMain(final JavaMethod method)
    {
        return method.getName().equals("main") && method.getModifiers().contains(JavaModifier.STATIC) &&
            method.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static String target(final JavaAccess<?> access)
    {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }
}
