package fds.bench.realism;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;

import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.engine.Threading;
import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.LabelSink;
import org.junit.jupiter.api.Test;

class RealismPageTest
{
    @Test
    void shouldDrawTheSamePageOfTheSameFlows() throws Exception
    {
        final List<String> names = List.of("simulator", "other <one>");
        final byte[] page = RealismPage.svg(names, List.of(flow(1), flow(2)));
        assertArrayEquals(page, RealismPage.svg(names, List.of(flow(1), flow(2))));
        assertTrue(page.length < 300_000, page.length + " bytes");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page));
        final String text = new String(page, StandardCharsets.UTF_8);
        assertFalse(text.contains("NaN") || text.contains("Infinity"), text);
        assertTrue(text.contains("other &lt;one&gt;"), text);
    }

    @Test
    void shouldSayWhereTheFirstStandsAmongTheOthers()
    {
        final Measure measure = new Measure("events", "%.0f", 1, flow -> flow.events());
        final FlowStatistics none = new FlowStatistics("none");
        final FlowStatistics some = flow(1);
        assertEquals("**below** all", measure.verdict(none, List.of(some)));
        assertEquals("**above** all", measure.verdict(some, List.of(none)));
        assertEquals("within", measure.verdict(some, List.of(none, some)));
        final Measure untold = new Measure("untold", "%.0f", 1, flow -> Double.NaN);
        assertEquals("–", untold.text(some));
        assertEquals("not comparable", untold.verdict(some, List.of(none)));
        final List<String> table = RealismPage.table(List.of("simulator", "other"), List.of(some, none));
        assertEquals(3 + Measure.ALL.size(), table.size());
        assertTrue(table.stream().allMatch(line -> line.chars().filter(sign -> sign == '|').count() == 5), "" + table);
    }

    private static FlowStatistics flow(final long seed)
    {
        final Settings settings = Settings.read(null, Map.of(), List.of());
        final FlowStatistics flow = new FlowStatistics("BTC-USDT");
        try (SimulatorFeed feed = new SimulatorFeed(SimulatorConfig.defaults(seed, 100_000), LabelSink.NONE);
            StopSignal stop = new StopSignal();
            Session session = Session.onlyShowing(
                settings.with(settings.engine().with(Threading.parse("inline"))), flow,
                Rejects.stopping()))
        {
            session.introduce(feed);
            session.read(feed, stop, 0);
        }
        assertTrue(flow.finish().events() > 1_000, "the simulated venue is silent on BTC-USDT");
        return flow;
    }
}
