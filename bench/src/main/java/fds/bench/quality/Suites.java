package fds.bench.quality;

import java.nio.file.Path;
import java.util.List;

import fds.bench.incident.IncidentSuite;
import fds.bench.injected.InjectedSuite;
import fds.bench.labelled.CascadeSuite;
import fds.bench.labelled.ChainSuite;
import fds.bench.labelled.PumpSuite;
import fds.bench.labelled.WordsSuite;
import fds.bench.suite.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The suites that any engine can answer, each as a command. */
final class Suites
{
    /** All of them, in the order of the page. */
    static final List<String> NAMES = List.of("incidents", "injected", "pump", "chain", "cascade", "words");

    private Suites()
    {
    }

    /** {@code fds evaluate incidents}. */
    @Command(name = "incidents", description = "Real incidents, each beside its twin without one cause, and honest " +
        "look-alikes, inside ordinary flow of a tenth of, once and ten times its rate.")
    static final class Incidents extends SuiteCommand
    {
        @Option(names = "--out", paramLabel = "DIR", description = "Keep each case, and its twins, as normalized CSV.")
        private Path out;

        @Override
        Suite suite()
        {
            final IncidentSuite suite = new IncidentSuite(MeasuredPage.home().resolve("bench/suites/incidents"));
            suite.keepIn(out);
            return suite;
        }
    }

    /** {@code fds evaluate injected}. */
    @Command(name = "injected", description = "Labelled episodes put into real recordings, consistent " +
        "with their books.")
    static final class Injected extends SuiteCommand
    {
        @Override
        Suite suite()
        {
            return new InjectedSuite();
        }
    }

    /** {@code fds evaluate pump}. */
    @Command(name = "pump", description = "Prints about pumps, by the protocol that came with them.")
    static final class Pump extends SuiteCommand
    {
        @Override
        Suite suite()
        {
            return new PumpSuite();
        }
    }

    /** {@code fds evaluate chain}. */
    @Command(name = "chain", description = "Sandwiches on a chain.")
    static final class Chain extends SuiteCommand
    {
        @Override
        Suite suite()
        {
            return new ChainSuite();
        }
    }

    /** {@code fds evaluate cascade}. */
    @Command(name = "cascade", description = "Cascades of liquidations.")
    static final class Cascade extends SuiteCommand
    {
        @Override
        Suite suite()
        {
            return new CascadeSuite();
        }
    }

    /** {@code fds evaluate words}. */
    @Command(name = "words", description = "Messages and counts of messages about pumps.")
    static final class Words extends SuiteCommand
    {
        @Override
        Suite suite()
        {
            return new WordsSuite();
        }
    }
}
