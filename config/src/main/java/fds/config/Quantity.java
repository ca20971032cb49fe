package fds.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a number is written in a configuration: plain, or with a unit that is reckoned into the base unit. */
public enum Quantity
{
    /** A count; {@code 64Ki}, {@code 1Mi} and {@code 10k} are understood. */
    COUNT("a whole number, such as 64Ki", factors("Ki", 1L << 10, "Mi", 1L << 20, "Gi", 1L << 30, "k", 1_000L, "M",
        1_000_000L)),
    /** Nanoseconds; {@code 50us}, {@code 10ms}, {@code 5s}, {@code 5m}, {@code 24h} and {@code 7d} are understood. */
    NANOS("a time, such as 50us, 5s or 24h", factors("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m",
        60_000_000_000L, "h", 3_600_000_000_000L, "d", 86_400_000_000_000L)),
    /** Parts per million; {@code 0.5%} is understood. */
    PPM("a share, such as 0.5%", factors("%", 10_000L, "ppm", 1L, "x", 1_000_000L)),
    /** Bytes; {@code 64Ki}, {@code 64Mi} and {@code 1Gi} are understood. */
    BYTES("a size, such as 64Mi", factors("Ki", 1L << 10, "Mi", 1L << 20, "Gi", 1L << 30, "B", 1L));

    private final String allowed;
    private final Map<String, Long> factors;

    Quantity(final String allowed, final Map<String, Long> factors)
    {
        this.allowed = allowed;
        this.factors = factors;
    }

    /**
     * What is allowed, in words.
     *
     * @return for messages.
     */
    public String allowed()
    {
        return allowed;
    }

    /**
     * Read a number.
     *
     * @param text as written.
     * @return in the base unit.
     * @throws IllegalArgumentException when it is not one, or not whole in the base unit.
     */
    public long parse(final String text)
    {
        final String trimmed = text.trim().replace("_", "");
        int end = trimmed.length();
        while (end > 0 && !Character.isDigit(trimmed.charAt(end - 1)))
        {
            end--;
        }
        final String unit = trimmed.substring(end).trim();
        final Long factor = unit.isEmpty() ? Long.valueOf(1) : factors.get(unit);
        final String digits = trimmed.substring(0, end);
        if (factor == null || !digits.matches("-?\\d{1,19}(\\.\\d{1,9})?"))
        {
            throw new IllegalArgumentException(text);
        }
        try
        {
            return new BigDecimal(digits).multiply(BigDecimal.valueOf(factor)).longValueExact();
        }
        catch (final ArithmeticException e)
        {
            throw new IllegalArgumentException(text, e);
        }
    }

    /**
     * Write a number in the largest unit that leaves it whole.
     *
     * @param value in the base unit.
     * @return for people; {@link #parse} reads it back.
     */
    public String format(final long value)
    {
        if (this == PPM)
        {
            return BigDecimal.valueOf(value, 4).stripTrailingZeros().toPlainString() + "%";
        }
        String best = Long.toString(value);
        long bestFactor = 1;
        for (final Map.Entry<String, Long> unit : factors.entrySet())
        {
            final long factor = unit.getValue();
            if (value != 0 && value % factor == 0 && factor >= bestFactor &&
                unit.getKey().length() != 1 | this == NANOS)
            {
                best = value / factor + unit.getKey();
                bestFactor = factor;
            }
        }
        return best;
    }

    private static Map<String, Long> factors(final Object... pairs)
    {
        final Map<String, Long> factors = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2)
        {
            factors.put((String)pairs[i], (Long)pairs[i + 1]);
        }
        return factors;
    }
}
