package fds.feeds.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

class DecimalUnitTest
{
    private static final DecimalUnit HALF = DecimalUnit.parse("0.5");
    private static final DecimalUnit CENT = DecimalUnit.parse("0.01");

    @Test
    void shouldConvertExactly()
    {
        assertEquals(23647, CENT.units("236.47"));
        assertEquals(23647, CENT.units("236.4700000000000000000000"));
        assertEquals(-23647, CENT.units("-0236.47"));
        assertEquals(100, CENT.units("1"));
        assertEquals(100, CENT.units("1e0"));
        assertEquals(5, CENT.units("5E-2"));
        assertEquals(50, CENT.units(".5"));
        assertEquals(500, CENT.units("+5."));
        assertEquals(0, CENT.units("0"));
        assertEquals(0, CENT.units("-0.000"));
        assertEquals(3, HALF.units("1.5"));
        assertEquals(1_000_000_000_000_000_000L, DecimalUnit.ONE.units("1000000000000000000"));
        assertEquals(1234567890123456789L, DecimalUnit.ONE.units("1234567890123456789.0"));
    }

    @Test
    void shouldTellErrorsApart()
    {
        assertEquals(DecimalUnit.OFF_STEP, CENT.units("1.001"));
        assertEquals(DecimalUnit.OFF_STEP, HALF.units("1.2"));
        assertEquals(DecimalUnit.OFF_STEP, CENT.units("1.0000000000000000000000001"));
        assertEquals(DecimalUnit.OVERFLOW, CENT.units("99999999999999999999"));
        assertEquals(DecimalUnit.OVERFLOW, DecimalUnit.ONE.units("4611686018427387904"));
        assertEquals(4611686018427387903L, DecimalUnit.ONE.units("4611686018427387903"));
        assertEquals(DecimalUnit.OVERFLOW, DecimalUnit.ONE.units("-4611686018427387904"));
        for (final String text : new String[]{
            "", "-", ".", "+.", "1.2.3", "1,2", "0x10", "NaN", "1e", "1e+", "e5", "1e1000", "1-", "--1", " 1", "1 ",
            "Infinity", "١", "1".repeat(101), "1e5.5" })
        {
            assertEquals(DecimalUnit.NOT_A_NUMBER, CENT.units(text), text);
        }
    }

    @Test
    void shouldRoundRatesHalfEven()
    {
        assertEquals(1, DecimalUnit.NANO.roundedUnits("0.0000000012"));
        assertEquals(2, DecimalUnit.NANO.roundedUnits("0.0000000015"));
        assertEquals(2, DecimalUnit.NANO.roundedUnits("0.0000000025"));
        assertEquals(-100_000, DecimalUnit.NANO.roundedUnits("-1e-4"));
    }

    @Test
    void shouldRefuseSizesThatAreNone()
    {
        assertNull(DecimalUnit.parse("0"));
        assertNull(DecimalUnit.parse("-1"));
        assertNull(DecimalUnit.parse("x"));
        assertNull(DecimalUnit.parse("1e-19"));
        assertEquals(new DecimalUnit(25, -2), DecimalUnit.parse("0.250"));
        assertEquals(new DecimalUnit(1, 3), DecimalUnit.parse("1000"));
    }

    @Test
    void shouldAgreeWithBigDecimal()
    {
        final Random random = new Random(7);
        for (int i = 0; i < 200_000; i++)
        {
            final DecimalUnit unit = new DecimalUnit(
                new long[]{ 1, 1, 1, 5, 25, 3, 125 }[random.nextInt(7)], random.nextInt(22) - 18);
            final BigDecimal value = value(random, unit);
            final String text = text(random, value);
            final BigDecimal[] parts = value.divideAndRemainder(unit.size());
            final BigInteger whole = parts[0].toBigInteger();
            final long expected = parts[1].signum() != 0 ? DecimalUnit.OFF_STEP :
                whole.abs().bitLength() > 62 ? DecimalUnit.OVERFLOW : whole.longValueExact();
            final String message = text + " in " + unit;
            assertEquals(expected, unit.units(text), message);
            if (!DecimalUnit.isError(expected))
            {
                final String back = unit.text(expected);
                assertEquals(0, value.compareTo(new BigDecimal(back)), message + " back " + back);
                assertEquals(expected, unit.units(back), message);
                assertEquals(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString(), back, message);
            }
        }
    }

    @Test
    void shouldNotAllocateOnTheCommonPath()
    {
        final ThreadMXBean threads =
            (ThreadMXBean)ManagementFactory.getThreadMXBean();
        long sum = 0;
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++)
        {
            final long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 50_000; i++)
            {
                sum += CENT.units("12345.67");
            }
            allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }
        assertEquals(1234567L * 500_000, sum);
        assertTrue(allocated < 1024, "allocated " + allocated);
    }

    private static BigDecimal value(final Random random, final DecimalUnit unit)
    {
        final long units = random.nextLong() >> random.nextInt(64);
        final BigDecimal value = BigDecimal.valueOf(units).multiply(unit.size());
        return switch (random.nextInt(4))
        {
            case 0 -> value.add(BigDecimal.valueOf(random.nextInt(100), random.nextInt(25)));
            case 1 -> BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20));
            default -> value;
        };
    }

    private static String text(final Random random, final BigDecimal value)
    {
        final String plain = value.toPlainString();
        return switch (random.nextInt(4))
        {
            case 0 -> value.toString().length() < 40 && value.toString().matches(".*E.\\d{1,2}") ?
                value.toString() : plain;
            case 1 -> plain.contains(".") ? plain + "000" : plain + ".0";
            case 2 -> plain.startsWith("-") ? "-00" + plain.substring(1) : "+0" + plain;
            default -> plain;
        };
    }
}
