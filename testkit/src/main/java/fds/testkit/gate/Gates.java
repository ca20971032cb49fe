package fds.testkit.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fds.market.detector.Parameters;
import fds.market.detector.Predicate;
import fds.market.detector.Tiered;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.testkit.event.EventBuilder;
import fds.testkit.finding.FindingRecorder;
import fds.testkit.finding.RecordedFinding;
import fds.testkit.market.TestMarket;

/**
 * What a listed detector must pass: it fires with exactly its evidence; without any one cause it is silent; each
 * parameter that decides does so to the unit; honest look-alikes are let alone; ten ordinary messages for each of its
 * own change nothing; the same events give the same finding.
 */
public final class Gates
{
    private static final long START_NANOS = 1_000_000_000_000L;
    private static final long TICK_NANOS = 100_000_000L;
    private static final int TICKS_BEHIND = 50;
    private static final int[] ORDINARY = { 0, 1, 10 }; // messages of others for each of the fixture
    private static final long PASSER_BY = 700_000;
    private static final long FAR_TICKS = 10; // a price far from any best one

    private Gates()
    {
    }

    /** What came of a run: findings, and the step of each sequence. */
    private record Run(List<RecordedFinding> findings, Map<Long, String> steps)
    {
        private List<String> evidence()
        {
            return findings.get(0).evidence().stream().map(named ->
            {
                final String[] parts = named.split(" ");
                return parts[0] + " " + steps.getOrDefault(Long.parseLong(parts[1]), "of others");
            }).sorted().collect(Collectors.toList());
        }
    }

    /**
     * All gates.
     *
     * @param gate of a detector.
     * @param <C>  type of its parameters.
     */
    public static <C extends Record> void pass(final Gate<C> gate)
    {
        fires(gate);
        twinsAreSilent(gate);
        limitsDecideToTheUnit(gate);
        controlsAreSilent(gate);
        replaysEqual(gate);
    }

    /**
     * One finding, with exactly the evidence, at every rate of ordinary messages.
     *
     * @param gate of a detector.
     * @param <C>  type of its parameters.
     */
    public static <C extends Record> void fires(final Gate<C> gate)
    {
        for (final int ordinary : ORDINARY)
        {
            final Run run = run(gate, gate.config(), gate.fixture(), ordinary);
            assertEquals(1, run.findings().size(), gate + ", findings among " + ordinary + " ordinary messages each");
            assertEquals(gate.evidence().stream().sorted().toList(), run.evidence(), gate + ", evidence");
        }
    }

    /**
     * Nothing, when one cause is taken away.
     *
     * @param gate of a detector.
     * @param <C>  type of its parameters.
     */
    public static <C extends Record> void twinsAreSilent(final Gate<C> gate)
    {
        assertTrue(!gate.causes().isEmpty(), gate + " lists no cause");
        for (final String cause : gate.causes())
        {
            final List<Step> twin = gate.fixture().stream().filter(step -> !step.name().equals(cause)).toList();
            assertTrue(twin.size() < gate.fixture().size(), gate + ": there is no step " + cause);
            assertEquals(List.of(), run(gate, gate.config(), twin, 0).findings(), gate + " without " + cause);
        }
    }

    /**
     * A parameter of just what was measured lets it fire; one unit more is asked for, and it is silent.
     *
     * @param gate of a detector.
     * @param <C>  type of its parameters.
     */
    public static <C extends Record> void limitsDecideToTheUnit(final Gate<C> gate)
    {
        final RecordedFinding found = run(gate, gate.config(), gate.fixture(), 0).findings().get(0);
        gate.limits().forEach((predicate, key) ->
        {
            final Predicate declared = gate.factory().info().predicates().stream()
                .filter(each -> each.name().equals(predicate)).findFirst().orElse(null);
            assertNotNull(declared, gate + " declares no predicate " + predicate);
            final long measured =
                found.compared(gate.factory().info().predicates().indexOf(declared)).measured();
            final long beyond = declared.comparison().startsWith(">") ? measured + 1 : measured - 1;
            assertEquals(1, run(gate, with(gate.config(), key, measured), gate.fixture(), 0).findings().size(),
                gate + ", " + key + " of just the measured " + measured);
            assertEquals(List.of(), run(gate, with(gate.config(), key, beyond), gate.fixture(), 0).findings(),
                gate + ", " + key + " of " + beyond + ", measured was " + measured);
        });
    }

    /**
     * Nothing on honest look-alikes.
     *
     * @param gate of a detector.
     * @param <C>  type of its parameters.
     */
    public static <C extends Record> void controlsAreSilent(final Gate<C> gate)
    {
        for (int i = 0; i < gate.controls().size(); i++)
        {
            assertEquals(List.of(), run(gate, gate.config(), gate.controls().get(i), 0).findings(),
                gate + ", control " + (i + 1));
        }
    }

    /**
     * Word for word the same finding again.
     *
     * @param gate of a detector.
     * @param <C>  type of its parameters.
     */
    public static <C extends Record> void replaysEqual(final Gate<C> gate)
    {
        assertEquals(run(gate, gate.config(), gate.fixture(), 1).findings(),
            run(gate, gate.config(), gate.fixture(), 1).findings(), gate + ", told again");
    }

    private static <C extends Record> Run run(
        final Gate<C> gate, final C config, final List<Step> steps, final int ordinary)
    {
        final FindingRecorder recorder = new FindingRecorder();
        final Map<Long, String> names = new HashMap<>();
        try (TestMarket market = new TestMarket(TestMarket.ROOMY).detector(gate.factory(), config, recorder))
        {
            gate.market().accept(market);
            final EventBuilder events = new EventBuilder().at(START_NANOS);
            long passersBy = PASSER_BY;
            for (final Step step : steps)
            {
                for (int i = 0; i < ordinary; i++)
                {
                    passersBy++;
                    market.handle(events.with(Flags.LAST).order(i % 2 == 0 ? Kind.NEW : Kind.CANCEL,
                        passersBy - i % 2, passersBy - i % 2, Side.BUY, FAR_TICKS, 100));
                }
                events.after(step.afterNanos());
                final MarketEvent event = step.act().apply(events);
                if (!step.name().isEmpty())
                {
                    names.put(event.sequence(), step.name());
                }
                market.handle(event);
            }
            for (int i = 0; i < TICKS_BEHIND; i++)
            {
                events.after(TICK_NANOS);
                market.handle(events.tick());
            }
        }
        return new Run(new ArrayList<>(recorder.findings()), names);
    }

    /** The same parameters but for one. */
    private static <C extends Record> C with(final C config, final String key, final long value)
    {
        final RecordComponent[] components = config.getClass().getRecordComponents();
        final Class<?>[] types = new Class<?>[components.length];
        final Object[] values = new Object[components.length];
        boolean isFound = false;
        try
        {
            for (int i = 0; i < components.length; i++)
            {
                types[i] = components[i].getType();
                values[i] = components[i].getAccessor().invoke(config);
                if (Parameters.keyOf(components[i]).equals(key))
                {
                    isFound = true;
                    values[i] = types[i] == Tiered.class ? Tiered.of(value) :
                        types[i] == int.class ? (Object)Math.toIntExact(value) : (Object)value;
                }
            }
            assertTrue(isFound, "there is no parameter " + key);
            @SuppressWarnings("unchecked")
            final C changed = (C)config.getClass().getDeclaredConstructor(types).newInstance(values);
            return changed;
        }
        catch (final ReflectiveOperationException e)
        {
            throw new AssertionError(key + " = " + value + ": " + e.getCause(), e);
        }
    }
}
