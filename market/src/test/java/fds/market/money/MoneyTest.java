package fds.market.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;

import org.junit.jupiter.api.Test;

class MoneyTest
{
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    @Test
    void shouldSumProductsAsBigIntegersDo()
    {
        for (long seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            final Int128 sum = new Int128();
            BigInteger exact = BigInteger.ZERO;
            for (int i = 0; i < 100; i++)
            {
                final long a = number(random);
                final long b = number(random);
                final long half = number(random);
                if (random.nextBoolean())
                {
                    sum.addProduct(a >> 8, b);
                    exact = exact.add(BigInteger.valueOf(a >> 8).multiply(BigInteger.valueOf(b)));
                }
                else
                {
                    sum.subtractProduct(a >> 8, b);
                    exact = exact.subtract(BigInteger.valueOf(a >> 8).multiply(BigInteger.valueOf(b)));
                }
                sum.add(half >> 63, half);
                exact = exact.add(BigInteger.valueOf(half));
                assertEquals(exact, Int128.toBigInteger(sum.high(), sum.low()), "seed " + seed);
            }
            sum.clear();
            assertEquals(BigInteger.ZERO, Int128.toBigInteger(sum.high(), sum.low()));
        }
    }

    @Test
    void shouldCompareRatiosExactly()
    {
        final Random random = new Random(2);
        for (int i = 0; i < 200_000; i++)
        {
            final long part = number(random) >>> 1;
            final long whole = random.nextInt(4) == 0 ? part + random.nextInt(3) : number(random) >>> 1;
            if (whole < 0)
            {
                continue;
            }
            final long ppm = random.nextInt(3_000_000);
            final int compared = BigInteger.valueOf(part).multiply(MILLION)
                .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(ppm)));
            final String message = part + " of " + whole + " against " + ppm;
            assertEquals(compared >= 0, Ppm.atLeast(part, whole, ppm), message);
            assertEquals(compared <= 0, Ppm.atMost(part, whole, ppm), message);
            if (whole > 0)
            {
                final BigInteger ratio = BigInteger.valueOf(part).multiply(MILLION).divide(BigInteger.valueOf(whole));
                final BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
                if (ratio.compareTo(most.subtract(MILLION.multiply(BigInteger.TWO))) < 0)
                {
                    assertEquals(ratio.longValueExact(), Ppm.of(part, whole), message);
                }
                else
                {
                    assertEquals(Long.MAX_VALUE, Ppm.of(part, whole), Ppm.ONE * 3, message);
                }
            }
            final BigInteger share = BigInteger.valueOf(part).multiply(BigInteger.valueOf(ppm)).divide(MILLION);
            if (share.bitLength() < 62)
            {
                assertEquals(share.longValueExact(), Ppm.share(part, ppm), message);
            }
        }
        assertEquals(Long.MAX_VALUE, Ppm.of(1, 0));
        assertEquals(0, Ppm.of(0, 0));
        assertEquals(Long.MAX_VALUE, Ppm.share(Long.MAX_VALUE, 3_000_000));
    }

    private static long number(final Random random)
    {
        return random.nextLong() >> random.nextInt(63);
    }

    @Test
    void shouldCompareProductsThatDoNotFitALong()
    {
        final Random random = new Random(3);
        for (int i = 0; i < 10_000; i++)
        {
            final long a = random.nextLong() >>> 1 + random.nextInt(62);
            final long b = random.nextLong() >>> 1 + random.nextInt(62);
            final long c = random.nextBoolean() ? b : random.nextLong() >>> 1 + random.nextInt(62);
            final long d = random.nextBoolean() ? a : random.nextLong() >>> 1 + random.nextInt(62);
            assertEquals(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b))
                .compareTo(BigInteger.valueOf(c).multiply(BigInteger.valueOf(d))),
                Integer.signum(Int128.compareProducts(a, b, c, d)));
        }
    }
}
