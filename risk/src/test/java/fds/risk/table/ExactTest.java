package fds.risk.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Agrees with arithmetic of any size. */
class ExactTest
{
    private static final int ROUNDS = 100_000;
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Test
    void shouldDivideProductsExactly()
    {
        final Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++)
        {
            final long a = random.nextLong() >>> 1 + random.nextInt(62);
            final long b = random.nextLong() >>> 1 + random.nextInt(62);
            final long c = Math.max(1, random.nextLong() >>> 1 + random.nextInt(62));
            final BigInteger expected =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divide(BigInteger.valueOf(c)).min(MOST);
            assertEquals(expected.longValueExact(), Exact.mulDiv(a, b, c), a + " * " + b + " / " + c);
        }
        assertEquals(Long.MAX_VALUE, Exact.mulDiv(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
        assertEquals(Long.MAX_VALUE, Exact.mulDiv(Long.MAX_VALUE, 2, 1));
    }

    @Test
    void shouldTakeRootsRoundedDown()
    {
        final Random random = new Random(2);
        for (int i = 0; i < ROUNDS; i++)
        {
            final long value = random.nextLong() >>> 1 + random.nextInt(62);
            final BigInteger root = BigInteger.valueOf(Exact.squareRoot(value));
            assertTrue(root.multiply(root).compareTo(BigInteger.valueOf(value)) <= 0, () -> "root of " + value);
            final BigInteger next = root.add(BigInteger.ONE);
            assertTrue(next.multiply(next).compareTo(BigInteger.valueOf(value)) > 0, () -> "root of " + value);
        }
        assertEquals(3037000499L, Exact.squareRoot(Long.MAX_VALUE));
    }

    @Test
    void shouldScaleByDecimals()
    {
        assertEquals(123, Exact.scaled(12345, 1, -2));
        assertEquals(1_234_500, Exact.scaled(12345, 1, 2));
        assertEquals(3_200_100_000L, Exact.scaled(320_010, 1, 4));
        assertEquals(61, Exact.scaled(12345, 5, -3));
        assertEquals(Long.MAX_VALUE, Exact.scaled(12345, 1, 30));
        assertEquals(0, Exact.scaled(12345, 1, -30));
        final Random random = new Random(3);
        for (int i = 0; i < 1_000; i++)
        {
            final long value = random.nextInt(1_000_000);
            final int exponent = random.nextInt(13) - 18;
            assertEquals(BigDecimal.valueOf(value * 25).scaleByPowerOfTen(exponent).setScale(0, RoundingMode.DOWN)
                .longValueExact(), Exact.scaled(value, 25, exponent), value + " * 25e" + exponent);
        }
    }

    @Test
    void shouldGivePointsUpToTheThreshold()
    {
        assertEquals(0, Exact.points(-1, 100, 25));
        assertEquals(0, Exact.points(3, 100, 25));
        assertEquals(1, Exact.points(4, 100, 25));
        assertEquals(24, Exact.points(99, 100, 25));
        assertEquals(25, Exact.points(100, 100, 25));
        assertEquals(25, Exact.points(1_000, 100, 25));
        assertEquals(0, Exact.points(1_000, 0, 25), "a threshold of 0 judges nothing");
    }
}
