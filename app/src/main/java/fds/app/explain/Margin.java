package fds.app.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import fds.app.view.AlertView;
import fds.app.view.Quantities;
import fds.market.detector.Predicate;
import fds.market.detector.Unit;
import fds.market.event.Absent;
import fds.market.instrument.Instrument;

/** How far a measured value lies beyond its threshold. */
final class Margin
{
    private Margin()
    {
    }

    /** In the unit and in percent of the threshold; {@code -} where a distance means nothing. */
    static String text(final Predicate declared, final AlertView.Compared compared, final Instrument instrument)
    {
        if (!isDistance(declared, compared))
        {
            return "-";
        }
        final BigInteger distance =
            BigInteger.valueOf(compared.measured()).subtract(BigInteger.valueOf(compared.threshold()));
        if (distance.bitLength() > 62)
        {
            return "-";
        }
        final String amount = Quantities.text(declared.unit(), distance.longValueExact(), instrument);
        final String signed = distance.signum() > 0 ? "+" + amount.replace("≈", "") : amount.replace("≈", "");
        if (compared.threshold() <= 0)
        {
            return signed;
        }
        final BigDecimal percent = new BigDecimal(distance.multiply(BigInteger.valueOf(100)))
            .divide(BigDecimal.valueOf(compared.threshold()), 1, RoundingMode.HALF_UP).stripTrailingZeros();
        return signed + " (" + (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %)";
    }

    /** The measured value as a share of the threshold; NaN where that means nothing. */
    static double ratio(final Predicate declared, final AlertView.Compared compared)
    {
        return isDistance(declared, compared) && compared.threshold() > 0 && compared.measured() >= 0 ?
            (double)compared.measured() / compared.threshold() : Double.NaN;
    }

    private static boolean isDistance(final Predicate declared, final AlertView.Compared compared)
    {
        return declared != null && declared.unit() != Unit.FLAG && !declared.comparison().equals("=") &&
            compared.measured() != Absent.VALUE && compared.threshold() != Absent.VALUE;
    }
}
