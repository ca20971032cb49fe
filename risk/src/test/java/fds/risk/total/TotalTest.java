package fds.risk.total;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import fds.risk.table.Parts;
import org.junit.jupiter.api.Test;

class TotalTest
{
    private static final TotalConfig CONFIG = TotalConfig.DEFAULT;

    private final Total total = new Total(CONFIG);
    private final Parts parts = new Parts();

    @Test
    void shouldTakeTheWeightedShareOfWhatIsLeft()
    {
        assertEquals(0, of(0, 0, 0, 0));
        assertEquals(40, of(40, 0, 0, 0));
        assertEquals(100, of(100, 0, 0, 0));
        assertEquals(25, of(0, 0, 50, 0), "positions weigh half");
        assertEquals(30, of(0, 0, 0, 100), "markets weigh 30 %");
        assertEquals(64, of(40, 40, 0, 0), "40, and 40 % of 60");
        assertEquals(100, of(100, 100, 100, 100));
    }

    @Test
    void shouldAddUp()
    {
        final Random random = new Random(1);
        for (int i = 0; i < 10_000; i++)
        {
            final int points = of(random.nextInt(101), random.nextInt(101), random.nextInt(101), random.nextInt(101));
            int sum = 0;
            for (int part = 0; part < parts.count(); part++)
            {
                sum += parts.contribution(part);
            }
            assertEquals(points, sum / 10_000);
            assertTrue(points >= 0 && points <= 100);
        }
    }

    @Test
    void shouldRiseAtTheBeginningOfALevelAndFallBelowItLess()
    {
        assertEquals(0, CONFIG.levelOf(0, 24));
        assertEquals(1, CONFIG.levelOf(0, 25));
        assertEquals(1, CONFIG.levelOf(1, 15));
        assertEquals(0, CONFIG.levelOf(1, 14));
        assertEquals(2, CONFIG.levelOf(1, 50));
        assertEquals(2, CONFIG.levelOf(2, 40));
        assertEquals(1, CONFIG.levelOf(2, 39));
        assertEquals(3, CONFIG.levelOf(0, 80));
        assertEquals(3, CONFIG.levelOf(3, 70));
        assertEquals(2, CONFIG.levelOf(3, 69));
        assertEquals(0, CONFIG.levelOf(3, 0));
    }

    @Test
    void shouldRefuseLevelsThatDoNotRise()
    {
        final IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
            () -> new TotalConfig(1, 1, 1, 1, 50, 50, 80, 10));
        assertEquals("medium_total is 50, high_total 50, critical_total 80: each must be above the one before",
            refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new TotalConfig(1_000_001, 1, 1, 1, 25, 50, 80, 10));
        assertThrows(IllegalArgumentException.class, () -> new TotalConfig(1, 1, 1, 1, 0, 50, 80, 10));
    }

    private int of(final int pattern, final int compliance, final int position, final int market)
    {
        parts.clear();
        return total.of(pattern, compliance, position, market, parts);
    }
}
