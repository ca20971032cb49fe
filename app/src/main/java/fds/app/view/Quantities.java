package fds.app.view;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

import fds.feeds.text.DecimalUnit;
import fds.market.detector.Unit;
import fds.market.event.Absent;
import fds.market.instrument.Instrument;

/**
 * Numbers of the journal as people write them. Nothing is rounded here; {@code ≈} stands before a notional that the
 * engine keeps in units coarser than a tick-lot.
 */
public final class Quantities
{
    private static final long MICROSECOND = 1_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Quantities()
    {
    }

    /**
     * A value with its unit.
     *
     * @param unit       of the value, or null: not known.
     * @param value      as in the journal, or {@link Absent#VALUE}.
     * @param instrument whose ticks and lots it counts, or null: not known.
     * @return for example {@code 1.5 ms}, {@code 12.5 %}, {@code 1,234.5 USDT}; {@code -} when absent.
     */
    public static String text(final Unit unit, final long value, final Instrument instrument)
    {
        if (value == Absent.VALUE)
        {
            return "-";
        }
        if (unit == null)
        {
            return grouped(value);
        }
        return switch (unit)
        {
            case COUNT -> grouped(value);
            case NANOS -> duration(value);
            case PPM -> percent(value);
            case TICKS -> instrument == null ? grouped(value) + " ticks" : withAsset(price(value, instrument),
                instrument.quote());
            case LOTS -> instrument == null ? grouped(value) + " lots" : withAsset(quantity(value, instrument),
                instrument.base());
            case USD -> grouped(value) + " USD";
            case NOTIONAL -> instrument == null ? grouped(value) + " " + unit.symbol() :
                (instrument.notionalShift() == 0 ? "" : "≈") + withAsset(
                    money(BigInteger.valueOf(value).shiftLeft(instrument.notionalShift()), instrument),
                    instrument.quote());
            case PER_SECOND -> grouped(value) + "/s";
            case FLAG -> value == 0 ? "no" : value == 1 ? "yes" : grouped(value);
        };
    }

    /**
     * A length of time.
     *
     * @param nanos any.
     * @return in the largest units that it fills, for example {@code 850 ns}, {@code 1.5 s}, {@code 2 h 5 min}.
     */
    public static String duration(final long nanos)
    {
        if (nanos == Long.MIN_VALUE)
        {
            return grouped(nanos) + " ns";
        }
        final long size = Math.abs(nanos);
        final String sign = nanos < 0 ? "-" : "";
        if (size < MICROSECOND)
        {
            return sign + size + " ns";
        }
        if (size < MINUTE)
        {
            return sign + (size < MILLISECOND ? scaled(size, 3) + " µs" :
                size < SECOND ? scaled(size, 6) + " ms" : scaled(size, 9) + " s");
        }
        final StringBuilder text = new StringBuilder(sign);
        part(size / DAY, " d", text);
        part(size % DAY / HOUR, " h", text);
        part(size % HOUR / MINUTE, " min", text);
        if (size % MINUTE != 0)
        {
            text.append(text.length() > sign.length() ? " " : "").append(scaled(size % MINUTE, 9)).append(" s");
        }
        return text.toString();
    }

    /**
     * A price.
     *
     * @param ticks      any.
     * @param instrument whose ticks they are.
     * @return decimal in quote units.
     */
    public static String price(final long ticks, final Instrument instrument)
    {
        return DecimalUnit.tickOf(instrument).text(ticks);
    }

    /**
     * A quantity.
     *
     * @param lots       any.
     * @param instrument whose lots they are.
     * @return decimal in base units.
     */
    public static String quantity(final long lots, final Instrument instrument)
    {
        return DecimalUnit.lotOf(instrument).text(lots);
    }

    /**
     * An amount of money.
     *
     * @param tickLots   price times quantity, summed.
     * @param instrument whose ticks and lots they are.
     * @return decimal in quote units, the contract's multiplier counted.
     */
    public static String money(final BigInteger tickLots, final Instrument instrument)
    {
        final BigDecimal amount = new BigDecimal(tickLots)
            .multiply(DecimalUnit.tickOf(instrument).size())
            .multiply(DecimalUnit.lotOf(instrument).size())
            .multiply(new DecimalUnit(instrument.multiplierMantissa(), instrument.multiplierExponent()).size());
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /**
     * A share.
     *
     * @param ppm parts per million.
     * @return in percent.
     */
    public static String percent(final long ppm)
    {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + " %";
    }

    /**
     * A whole number with commas between thousands.
     *
     * @param value any.
     * @return text.
     */
    public static String grouped(final long value)
    {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * A decimal with commas between the thousands before its point.
     *
     * @param plain decimal text without exponent.
     * @return text.
     */
    public static String grouped(final String plain)
    {
        final int point = plain.indexOf('.');
        final String whole = point < 0 ? plain : plain.substring(0, point);
        final String fraction = point < 0 ? "" : plain.substring(point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + fraction;
    }

    private static String withAsset(final String amount, final String asset)
    {
        return asset.isEmpty() ? grouped(amount) : grouped(amount) + " " + asset;
    }

    private static String scaled(final long value, final int decimals)
    {
        return BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
    }

    private static void part(final long count, final String unit, final StringBuilder text)
    {
        if (count > 0)
        {
            final boolean isFirst = text.length() == 0 || text.charAt(text.length() - 1) == '-';
            text.append(isFirst ? "" : " ").append(count).append(unit);
        }
    }
}
