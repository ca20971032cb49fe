package fds.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/** Writes the files that stand beside a normalized CSV. */
public final class Companions
{
    private Companions()
    {
    }

    /**
     * Write {@code instruments.csv} and {@code accounts.csv}.
     *
     * @param directory   of the CSV.
     * @param instruments by ascending id.
     * @param accounts    with owner groups and roles.
     * @throws IOException when they cannot be written.
     */
    public static void write(
        final Path directory, final List<Instrument> instruments, final List<AccountOwner> accounts) throws IOException
    {
        final StringBuilder rows = new StringBuilder(
            "instrument,venue,type,base,quote,tick_size,lot_size,multiplier,tier,underlying,price_max,quantity_max\n");
        for (final Instrument i : instruments)
        {
            rows.append(String.join(",", i.symbol(), i.venue(), i.type().word(), i.base(), i.quote(),
                decimal(i.tickMantissa(), i.tickExponent()), decimal(i.lotMantissa(), i.lotExponent()),
                decimal(i.multiplierMantissa(), i.multiplierExponent()), Integer.toString(i.tier()), i.underlying(),
                product(i.priceMaxTicks(), i.tickMantissa(), i.tickExponent()),
                product(i.quantityMaxLots(), i.lotMantissa(), i.lotExponent()))).append('\n');
        }
        Files.writeString(directory.resolve("instruments.csv"), rows, StandardCharsets.UTF_8);
        rows.setLength(0);
        rows.append("account,venue,owner_group,role\n");
        for (final AccountOwner a : accounts)
        {
            rows.append(String.join(",", a.account(), a.venue(), a.ownerGroup(), a.role())).append('\n');
        }
        Files.writeString(directory.resolve("accounts.csv"), rows, StandardCharsets.UTF_8);
    }

    private static String decimal(final long mantissa, final int exponent)
    {
        return java.math.BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent).toPlainString();
    }

    private static String product(final long count, final long mantissa, final int exponent)
    {
        return java.math.BigDecimal.valueOf(count).multiply(java.math.BigDecimal.valueOf(mantissa))
            .scaleByPowerOfTen(exponent).toPlainString();
    }
}
