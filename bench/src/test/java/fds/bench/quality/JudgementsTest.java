package fds.bench.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class JudgementsTest
{
    private static final String HEADER = "input,alert,verdict,why";

    @Test
    void shouldKeepCommasOfTheReason()
    {
        final Judgements judgements = Judgements.parse(
            List.of(HEADER, "a.csv,00000000000000ff,wrong,small, and filled"));

        assertEquals(
            new Judgements.Judgement("wrong", "small, and filled"), judgements.of("a.csv", "00000000000000ff"));
        assertNull(judgements.of("b.csv", "00000000000000ff"));
        assertEquals(List.of("a.csv 00000000000000ff"), judgements.stale(Set.of("b.csv 00000000000000ff")));
    }

    @Test
    void shouldRefuseWhatIsNoJudgement()
    {
        for (final String row : List.of("a,ff,wrong,x", "a,00000000000000ff,maybe,x", "a,00000000000000ff,right,",
            "00000000000000ff,right,x", "x"))
        {
            assertThrows(IllegalStateException.class, () -> Judgements.parse(List.of(HEADER, row)));
        }
        assertThrows(IllegalStateException.class, () -> Judgements.parse(
            List.of(HEADER, "a,00000000000000ff,right,x", "a,00000000000000ff,wrong,x")));
    }

    @Test
    void shouldReadWhatTheProjectHolds()
    {
        assertEquals("wrong", Judgements.load().of("orders.csv.gz", "6a6d3baf18a1869a").verdict());
    }
}
