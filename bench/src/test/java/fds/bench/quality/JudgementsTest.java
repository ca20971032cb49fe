package fds.bench.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class JudgementsTest
{
    private static final String HEADER = "alert,verdict,why";

    @Test
    void shouldKeepCommasOfTheReason()
    {
        final Judgements judgements = Judgements.parse(List.of(HEADER, "00000000000000ff,wrong,small, and filled"));

        assertEquals(new Judgements.Judgement("wrong", "small, and filled"), judgements.of("00000000000000ff"));
        assertNull(judgements.of("00000000000000fe"));
        assertEquals(List.of("00000000000000ff"), judgements.stale(Set.of("00000000000000fe")));
    }

    @Test
    void shouldRefuseWhatIsNoJudgement()
    {
        for (final String row : List.of("ff,wrong,x", "00000000000000ff,maybe,x", "00000000000000ff,right,", "x"))
        {
            assertThrows(IllegalStateException.class, () -> Judgements.parse(List.of(HEADER, row)));
        }
        assertThrows(IllegalStateException.class, () -> Judgements.parse(
            List.of(HEADER, "00000000000000ff,right,x", "00000000000000ff,wrong,x")));
    }

    @Test
    void shouldReadWhatTheProjectHolds()
    {
        assertEquals("wrong", Judgements.load().of("6a6d3baf18a1869a").verdict());
    }
}
