package fds.bench.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import fds.app.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedSetsTest
{
    private final SeedSets sets = SeedSets.load();

    @Test
    void shouldReportOnReportSeeds()
    {
        assertEquals("report", sets.nameOf(sets.choose(null)));
        assertEquals(20, sets.choose(null).seeds().size());
    }

    @Test
    void shouldKeepTheSetsApart()
    {
        assertTrue(sets.tune().last() < sets.report().first());
        assertEquals("tune", sets.nameOf(sets.choose("2..3")));
        assertEquals("other", sets.nameOf(sets.choose("9..11")));
        assertEquals(List.of(7L), sets.choose("7").seeds());
    }

    @ParameterizedTest
    @ValueSource(strings = { "1..101", "120..121", "5..4", "1..2000", "-1", "a", "1..", "" })
    void shouldRefuse(final String seeds)
    {
        assertThrows(UsageException.class, () -> sets.choose(seeds));
    }
}
