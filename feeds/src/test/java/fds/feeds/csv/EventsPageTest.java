package fds.feeds.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fds.market.event.Kind;
import org.junit.jupiter.api.Test;

/** Holds the table of {@code market/EVENTS.md} to the table in the code. */
class EventsPageTest
{
    @Test
    void shouldSayWhatTheCodeDoes() throws Exception
    {
        final List<String> lines = Files.readAllLines(page());
        final List<String> missing = new ArrayList<>();
        for (int kind = 0; kind < Kind.COUNT; kind++)
        {
            final KindRule rule = KindRule.of(kind);
            if (rule != null)
            {
                final String row = "| " + Kind.nameOf(kind) + " | " + kind + " | " + names(rule.required()) + " | " +
                    names(rule.optional()) + " | " + quantity(rule) + " | " +
                    unit(rule) + " |";
                if (lines.stream().noneMatch(line -> line.startsWith(row)))
                {
                    missing.add(row);
                }
            }
        }
        assertEquals("", String.join("\n", missing));
    }

    private static String unit(final KindRule rule)
    {
        return rule.valueUnit() == ValueUnit.NONE ? "–" : rule.valueUnit().name().toLowerCase(Locale.ROOT);
    }

    private static String quantity(final KindRule rule)
    {
        return ((rule.required() | rule.optional()) & Column.QUANTITY.bit()) == 0 ? "–" :
            rule.quantityPositive() ? "> 0" : "≥ 0";
    }

    private static String names(final int bits)
    {
        final List<String> names = new ArrayList<>();
        for (final Column column : Column.values())
        {
            if ((bits & column.bit()) != 0)
            {
                names.add(column.header());
            }
        }
        return names.isEmpty() ? "–" : String.join(" ", names);
    }

    private static Path page()
    {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
        {
            if (Files.isRegularFile(at.resolve("market/EVENTS.md")))
            {
                return at.resolve("market/EVENTS.md");
            }
        }
        throw new IllegalStateException("market/EVENTS.md is not there");
    }
}
