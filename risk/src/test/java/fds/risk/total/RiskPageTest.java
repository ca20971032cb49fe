package fds.risk.total;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.market.finding.Severity;
import org.junit.jupiter.api.Test;

/** The example on the page of the formula, done as the page says it. */
class RiskPageTest
{
    private static final long HOUR = 3_600 * RiskScene.SECOND;
    private static final Pattern ROW =
        Pattern.compile("\\| (\\d+) h \\| (.*?) \\| (.*?) \\| (\\d+) (low|medium|high|critical).*\\|");
    private static final Pattern DEED =
        Pattern.compile(".*D(\\d+)( opens an alert:|,) (low|medium|high|critical), score (\\d+)");

    @Test
    void shouldComeToWhatThePageSays() throws IOException
    {
        final RiskScene scene = new RiskScene(RiskConfig.DEFAULT);
        final List<String> expected = new ArrayList<>();
        final List<String> actual = new ArrayList<>();
        long hours = 0;
        long alert = 0;
        String level = "low";
        for (final String line : Files.readAllLines(Path.of("../docs/risk.md")))
        {
            final Matcher row = ROW.matcher(line);
            if (!row.matches())
            {
                continue;
            }
            scene.after((Long.parseLong(row.group(1)) - hours) * HOUR);
            hours = Long.parseLong(row.group(1));
            final Matcher deed = DEED.matcher(row.group(2));
            if (deed.matches())
            {
                final int detector = Integer.parseInt(deed.group(1));
                final Severity severity = Severity.valueOf(deed.group(3).toUpperCase(Locale.ROOT));
                final int score = Integer.parseInt(deed.group(4));
                if (deed.group(2).equals(","))
                {
                    scene.finding(detector, severity, score, 7);
                }
                else
                {
                    scene.alert(detector, severity, score, 7, ++alert);
                }
            }
            scene.tick();
            if (!row.group(5).equals(level))
            {
                expected.add(level + ">" + row.group(5) + " " + row.group(4));
                level = row.group(5);
            }
            scene.told().forEach(told -> actual.add(told.split(" ")[2] + " " + told.split(" ")[3]));
        }

        assertEquals(List.of("low>medium 40", "medium>high 50", "high>critical 80", "critical>high 40",
            "high>medium 39", "medium>high 51"), expected, "rows of the page");
        assertEquals(expected, actual);
    }
}
