package fds.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrecisionRecallTest
{
    private final PrecisionRecall curve = new PrecisionRecall();

    @Test
    void shouldBeWholeWhenTheBestScoresAreRight()
    {
        curve.add(90, true);
        curve.add(80, true);
        curve.add(10, false);

        assertEquals(1.0, curve.area(2), 1e-12);
        assertEquals(0.5, curve.area(4), 1e-12, "two of four were never told");
    }

    @Test
    void shouldTakeEqualScoresTogether()
    {
        curve.add(50, true);
        curve.add(50, false);
        curve.add(40, true);

        assertEquals(0.5 * 0.5 + 0.5 * 2 / 3, curve.area(2), 1e-12);
    }

    @Test
    void shouldNotBeANumberWithoutLabels()
    {
        assertEquals(Double.NaN, curve.area(0));
    }
}
