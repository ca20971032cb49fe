package fds.testkit.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.Finding;
import fds.market.partition.Capacity;
import fds.market.slots.StateBuffer;
import fds.testkit.event.EventBuilder;
import fds.testkit.event.Flow;
import fds.testkit.finding.FindingRecorder;
import fds.testkit.finding.RecordedFinding;
import fds.testkit.market.TestMarket;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * What every detector must show. A detector's test extends this, says how it is made, its definition in plain words
 * (the
 * oracle) and a flow in which it finds something, and adds its own fixtures.
 * <p>
 * Proved here: it agrees with the oracle on 200 flows; finds the same after its state was written and read at any
 * point;
 * a reused slot inherits nothing; nothing is allocated; parameters out of range are refused; what it reports is what it
 * declares; it is found by {@link ServiceLoader}.
 *
 * @param <C> type of its parameters.
 */
public abstract class DetectorContract<C extends Record>
{
    private static final int SEEDS = 200;
    private static final int EVENTS = 600;
    private static final long NEWCOMERS = 10_000;
    private static final long PASSERS_BY = 500_000;
    private static final Capacity SMALL = new Capacity(64, 16, 16, 256, 256, 256);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    /**
     * How the detector is made.
     *
     * @return a new factory.
     */
    protected abstract DetectorFactory<C> factory();

    /**
     * Parameters small enough for the flow to cross them both ways.
     *
     * @return as said.
     */
    protected abstract C flowConfig();

    /**
     * The definition said plainly and slowly. It keeps its own lists and finds what the detector must find, word for
     * word.
     *
     * @param config its parameters.
     * @return a new oracle.
     */
    protected abstract Detector oracle(C config);

    /**
     * Events of accounts 1 to 8 in which the detector finds something.
     *
     * @return a new flow.
     */
    protected abstract Flow flow();

    /**
     * Define instruments and owners.
     *
     * @param market to define them in.
     */
    protected void define(final TestMarket market)
    {
        market.define(TestMarket.instrument(1, 1, "USD"));
    }

    /**
     * A market with only this detector, as its own fixtures want it.
     *
     * @param config   its parameters.
     * @param recorder told of its findings.
     * @return a market in which nothing has happened.
     */
    protected final TestMarket market(final C config, final FindingRecorder recorder)
    {
        final TestMarket market = new TestMarket(TestMarket.ROOMY).detector(factory(), config, recorder);
        define(market);
        return market;
    }

    /** The detector and the oracle say the same of every event of 200 flows, and say something. */
    @Test
    void shouldAgreeWithPlainDefinition()
    {
        int found = 0;
        for (long seed = 0; seed < SEEDS; seed++)
        {
            final FindingRecorder actual = new FindingRecorder();
            final FindingRecorder expected = new FindingRecorder();
            try (TestMarket market = marketWithOracle(TestMarket.ROOMY, actual, expected))
            {
                final Random random = new Random(seed);
                final EventBuilder events = new EventBuilder().at(1_000_000_000L * random.nextInt(1000));
                final Flow flow = flow();
                for (int i = 0; i < EVENTS; i++)
                {
                    flow.next(random, events);
                    market.handle(events.event());
                    agree(expected, actual, seed, i);
                }
                assertEquals(0, market.market().table(fds.market.slots.SlotKind.PAIR).evictionCount());
                found += actual.findings().size();
            }
        }
        assertTrue(found > SEEDS, "the flow is too quiet to prove anything: " + found + " findings");
    }

    /** What comes after a point is the same whether the detector lived through what was before, or read its state. */
    @Test
    void shouldFindTheSameAfterRestore()
    {
        for (long seed = 0; seed < SEEDS / 4; seed++)
        {
            final FindingRecorder lived = new FindingRecorder();
            final FindingRecorder restored = new FindingRecorder();
            try (TestMarket one = market(flowConfig(), lived); TestMarket other = market(flowConfig(), restored))
            {
                final Random random = new Random(seed);
                final EventBuilder events = new EventBuilder();
                final Flow flow = flow();
                final int before = random.nextInt(EVENTS);
                for (int i = 0; i < before; i++)
                {
                    flow.next(random, events);
                    one.handle(events.event());
                }
                other.read(one.write());
                lived.findings().clear();
                for (int i = 0; i < EVENTS; i++)
                {
                    flow.next(random, events);
                    one.handle(events.event());
                    other.handle(events.event());
                }
                assertEquals(lived.findings(), restored.findings(), "seed " + seed + ", restored after " + before);
                assertEquals(content(one.write()), content(other.write()), "state, seed " + seed);
            }
        }
    }

    /** Tables of 16: others push out all that was known; newcomers in the same slots are judged as newcomers. */
    @Test
    void shouldForgetWhenSlotIsReused()
    {
        for (long seed = 0; seed < SEEDS / 4; seed++)
        {
            final FindingRecorder actual = new FindingRecorder();
            final FindingRecorder expected = new FindingRecorder();
            try (TestMarket market = marketWithOracle(SMALL, actual, expected))
            {
                final Random random = new Random(seed);
                final EventBuilder events = new EventBuilder();
                run(market, flow(), random, events, EVENTS);
                for (int i = 0; i < 64; i++)
                {
                    final long order = PASSERS_BY + 4L * i;
                    market.handle(events.order(Kind.NEW, order, PASSERS_BY + i, Side.BUY, 90, 1));
                    market.handle(events.trade(order, PASSERS_BY + i, 0, 2 * PASSERS_BY + i, Side.SELL, 100, 1));
                }
                actual.findings().clear();
                expected.findings().clear();
                final Flow newcomers = flow();
                events.idOffset(NEWCOMERS);
                for (int i = 0; i < EVENTS; i++)
                {
                    newcomers.next(random, events);
                    market.handle(events.event());
                    agree(expected, actual, seed, i);
                }
                assertTrue(market.market().table(fds.market.slots.SlotKind.PAIR).evictionCount() > 0);
            }
        }
    }

    /** After warming up, not one byte in 100,000 events with findings among them. */
    @Test
    void shouldNotAllocate()
    {
        final int count = 100_000;
        final UnsafeBuffer memory = new UnsafeBuffer(new byte[count * MarketEvent.LENGTH]);
        final EventBuilder events = new EventBuilder();
        final Random random = new Random(1);
        final Flow flow = flow();
        for (int i = 0; i < count; i++)
        {
            flow.next(random, events);
            events.event().copyTo(memory, i * MarketEvent.LENGTH);
        }
        final long[] findings = new long[1];
        final MarketEvent event = new MarketEvent().wrap(memory, 0);
        final long span = events.timeNanos() - event.engineTimeNanos() + 1;
        final var bean = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final long[] allocatedBytes = new long[6];
        try (TestMarket market = new TestMarket(TestMarket.ROOMY).detector(
            factory(), flowConfig(), finding -> findings[0] += finding.evidenceCount()))
        {
            define(market.quiet());
            for (int round = 0; round < allocatedBytes.length; round++)
            {
                final long before = bean.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < count; i++)
                {
                    event.at(i * MarketEvent.LENGTH);
                    event.sequence(event.sequence() + (round == 0 ? 0 : count));
                    event.engineTimeNanos(event.engineTimeNanos() + (round == 0 ? 0 : span));
                    market.handle(event);
                }
                allocatedBytes[round] = bean.getCurrentThreadAllocatedBytes() - before;
            }
        }
        assertNotEquals(0, findings[0], "the flow has no findings");
        // The JVM itself may allocate a few hundred bytes whenever it compiles anew, on a busy machine late. What
        // allocates by itself does so in each round; one of the last three must be silent.
        final int judged = allocatedBytes.length - 3;
        assertEquals(0, Arrays.stream(allocatedBytes, judged, allocatedBytes.length).min().orElseThrow(),
            "bytes by round: " + Arrays.toString(allocatedBytes));
    }

    /** Each parameter one below its least and one above its most. */
    @Test
    void shouldRefuseParametersOutOfRange() throws Exception
    {
        final C defaults = factory().defaults();
        final RecordComponent[] components = defaults.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++)
        {
            final Parameter parameter = components[i].getAnnotation(Parameter.class);
            assertTrue(parameter != null, components[i].getName() + " declares no parameter");
            assertFalse(parameter.doc().isBlank(), components[i].getName() + " has no meaning");
            if (components[i].getType() != boolean.class)
            {
                if (parameter.min() != Long.MIN_VALUE)
                {
                    refused(defaults, components, i, parameter.min() - 1);
                }
                if (parameter.max() != Long.MAX_VALUE)
                {
                    refused(defaults, components, i, parameter.max() + 1);
                }
            }
        }
    }

    /** Whatever it reports is declared, adds up and can be recomputed. */
    @Test
    void shouldReportWhatItDeclares()
    {
        final DetectorInfo info = factory().info();
        final FindingRecorder recorder = new FindingRecorder();
        try (TestMarket market = market(flowConfig(), recorder))
        {
            run(market, flow(), new Random(7), new EventBuilder(), 20 * EVENTS);
        }
        assertFalse(recorder.findings().isEmpty(), "the flow has no findings");
        for (final RecordedFinding finding : recorder.findings())
        {
            final Set<Integer> seen = new HashSet<>();
            for (final RecordedFinding.Compared compared : finding.predicates())
            {
                assertTrue(compared.predicate() < info.predicates().size() && seen.add(compared.predicate()),
                    () -> "predicate " + compared.predicate() + " of " + finding);
                assertEquals(holds(info.predicates().get(compared.predicate()).comparison(), compared),
                    compared.passed(), () -> info.predicates().get(compared.predicate()) + " of " + finding);
            }
            int sum = 0;
            for (final RecordedFinding.ScorePart part : finding.scoreParts())
            {
                assertTrue(part.part() < info.scoreParts().size(), () -> "score part of " + finding);
                sum += part.points();
            }
            assertEquals(Math.min(100, sum), finding.score(), () -> "score of " + finding);
            assertEquals(finding.evidence().size(), new HashSet<>(finding.evidence()).size(), finding::toString);
            assertTrue(finding.evidence().contains("CAUSE " + finding.causeSequence()), finding::toString);
            for (final String evidence : finding.evidence())
            {
                final long sequence = Long.parseLong(evidence.substring(evidence.indexOf(' ') + 1));
                assertTrue(sequence > 0 && sequence <= finding.causeSequence(), finding::toString);
            }
            assertTrue(finding.firstSequence() <= finding.causeSequence(), finding::toString);
        }
    }

    /** Its words in both languages name only what an alert has. */
    @Test
    void shouldSummariseWithDeclaredNames()
    {
        final DetectorInfo info = factory().info();
        final Set<String> names = new HashSet<>(Set.of("accounts", "instrument", "owner_group"));
        info.predicates().forEach(predicate -> names.add(predicate.name()));
        for (final String summary : List.of(info.summaryEn(), info.summaryKo()))
        {
            final Matcher matcher = PLACEHOLDER.matcher(summary);
            while (matcher.find())
            {
                assertTrue(names.contains(matcher.group(1)), matcher.group() + " is not declared: " + summary);
            }
        }
        assertTrue(info.summaryKo().codePoints().anyMatch(point -> point >= 0xAC00 && point <= 0xD7A3));
        assertFalse(info.source().isBlank());
        assertNotEquals(0, info.tags());
        assertNotEquals(0, info.kinds());
        assertTrue(info.predicates().size() <= Finding.PREDICATES_MAX);
        assertTrue(info.scoreParts().size() <= Finding.SCORE_PARTS_MAX);
    }

    /** A user's or our own: detectors are found by their service file. */
    @Test
    void shouldBeFoundByServiceLoader()
    {
        final List<String> found = new ArrayList<>();
        ServiceLoader.load(DetectorFactory.class).forEach(factory -> found.add(factory.getClass().getName()));
        assertTrue(found.contains(factory().getClass().getName()), found::toString);
    }

    private TestMarket marketWithOracle(
        final Capacity capacity, final FindingRecorder actual, final FindingRecorder expected)
    {
        final TestMarket market = new TestMarket(capacity)
            .detector(factory(), flowConfig(), actual)
            .detector(oracle(flowConfig()), factory().info().kinds(), expected);
        define(market);
        return market;
    }

    private static void run(
        final TestMarket market, final Flow flow, final Random random, final EventBuilder events, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            flow.next(random, events);
            market.handle(events.event());
        }
    }

    private static void agree(
        final FindingRecorder expected, final FindingRecorder actual, final long seed, final int index)
    {
        final int size = expected.findings().size();
        assertEquals(size, actual.findings().size(), () -> "findings, seed " + seed + ", event " + index);
        if (size > 0)
        {
            assertEquals(expected.findings().get(size - 1), actual.findings().get(size - 1),
                () -> "seed " + seed + ", event " + index);
        }
    }

    private static List<Long> content(final StateBuffer state)
    {
        final List<Long> words = new ArrayList<>();
        for (int read = 0; read + Long.BYTES <= state.writtenBytes(); read += Long.BYTES)
        {
            words.add(state.getLong());
        }
        return words;
    }

    private static boolean holds(final String comparison, final RecordedFinding.Compared compared)
    {
        if (compared.measured() == Absent.VALUE || compared.threshold() == Absent.VALUE)
        {
            return false; // could not be measured: reported, and never passed
        }
        return switch (comparison)
        {
            case ">=" -> compared.measured() >= compared.threshold();
            case ">" -> compared.measured() > compared.threshold();
            case "<=" -> compared.measured() <= compared.threshold();
            case "<" -> compared.measured() < compared.threshold();
            default -> compared.measured() == compared.threshold();
        };
    }

    private static void refused(
        final Record defaults, final RecordComponent[] components, final int index, final long bad) throws Exception
    {
        final Object value = components[index].getAccessor().invoke(defaults);
        final List<Object> wrong = new ArrayList<>();
        if (value instanceof Tiered tiered)
        {
            wrong.add(new Tiered(bad, tiered.mid(), tiered.longTail()));
            wrong.add(new Tiered(tiered.majors(), bad, tiered.longTail()));
            wrong.add(new Tiered(tiered.majors(), tiered.mid(), bad));
        }
        else if (value instanceof Integer)
        {
            wrong.add(Math.toIntExact(bad));
        }
        else
        {
            wrong.add(bad);
        }
        final Object[] arguments = new Object[components.length];
        final Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++)
        {
            arguments[i] = components[i].getAccessor().invoke(defaults);
            types[i] = components[i].getType();
        }
        final Constructor<? extends Record> constructor = defaults.getClass().getDeclaredConstructor(types);
        for (final Object each : wrong)
        {
            arguments[index] = each;
            try
            {
                constructor.newInstance(arguments);
                fail(components[index].getName() + " took " + each);
            }
            catch (final InvocationTargetException refusal)
            {
                assertTrue(refusal.getCause() instanceof IllegalArgumentException, () -> "" + refusal.getCause());
                final String message = refusal.getCause().getMessage();
                assertTrue(message.contains(Parameters.keyOf(components[index])), message);
                assertTrue(message.contains("" + bad), message);
            }
        }
    }
}
