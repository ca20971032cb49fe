package fds.bench.injected;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Trades of ours among recorded ones, at the price of the trade before them: with oneself, within an owner group, to
 * and fro between two, or honest ones. How many, how large and how fast is random.
 */
final class TradeEpisode
{
    /** What may be put among trades. */
    enum Form
    {
        /** One account on both sides. */
        SELF("D01"),
        /** Two accounts of an owner. */
        GROUP("D02"),
        /** Two strangers, to and fro until it matches. */
        PAIR("D03"),
        /** One buys from many. */
        BUYER("");

        private final String detector;

        Form(final String detector)
        {
            this.detector = detector;
        }
    }

    private final Form form;
    private final String name;
    private final double size;
    private final int trades;
    private final double seconds;
    private final List<Long> rows = new ArrayList<>();

    TradeEpisode(final Form form, final int number, final Random random)
    {
        this.form = form;
        name = "injected" + number;
        size = Math.pow(10, -0.3 + 1.6 * random.nextDouble());
        trades = form == Form.SELF || form == Form.GROUP ? 1 + random.nextInt(4) : 6 + random.nextInt(20);
        seconds = Math.pow(10, -1 + 2 * random.nextDouble());
    }

    int trades()
    {
        return trades;
    }

    long gapNanos()
    {
        return (long)(seconds * 1e9 / trades);
    }

    /** One trade, the number counted from 0. */
    String[] trade(final Rows of, final String[] like, final long nanos, final int number, final BigDecimal median,
        final BigDecimal lot)
    {
        final BigDecimal quantity = lot.multiply(BigDecimal.valueOf(
            Math.max(1, Math.round(median.doubleValue() * size / lot.doubleValue()))));
        final String one = name + "a";
        final String other = switch (form)
        {
            case SELF -> one;
            case GROUP, PAIR -> name + "b";
            case BUYER -> name + "-seller" + number;
        };
        final boolean isTurned = form != Form.BUYER && number % 2 == 1;
        return of.row(like, nanos, "kind", "TRADE", "account", isTurned ? one : other, "counter_account",
            isTurned ? other : one, "side", "B", "price", of.cell(like, "price"), "quantity", quantity.toPlainString(),
            "flags", "last");
    }

    void wrote(final long row)
    {
        rows.add(row);
    }

    InjectedLabel label()
    {
        return new InjectedLabel(form.name().toLowerCase(Locale.ROOT), form.detector, List.of(name + "a", name + "b"),
            rows.get(0), rows.get(rows.size() - 1), size, seconds);
    }
}
