package fds.bench.injected;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A recording with episodes in it: rows, and what was put into them. */
final class Injection
{
    private static final int BEFORE_FIRST = 400; // rows, after which something is usual
    private static final long PAUSE_NANOS = 15_000_000_000L; // between two of one instrument
    private static final int RECENT = 50; // trades whose middle is usual

    private final Rows rows;
    private final List<String> lines = new ArrayList<>();
    private final List<InjectedLabel> labels = new ArrayList<>();
    private long spoilt;

    private Injection(final String header)
    {
        rows = new Rows(header);
        lines.add(header);
    }

    /**
     * Put episodes into a book that is told order by order.
     *
     * @param background lines of a normalized CSV of one instrument.
     * @param tick       of prices.
     * @param lot        of quantities.
     * @param seed       of chance.
     */
    static Injection intoOrders(
        final List<String> background, final BigDecimal tick, final BigDecimal lot, final long seed)
    {
        final Injection injection = new Injection(background.get(0));
        final Random random = new Random(seed);
        final BackgroundBook book = new BackgroundBook(injection.rows);
        final OrderEpisode.Form[] forms = OrderEpisode.Form.values();
        OrderEpisode episode = null;
        long start = 0;
        long free = Long.MIN_VALUE;
        int number = 0;
        String[] before = null;
        for (final String[] row : Rows.split(background.subList(1, background.size())))
        {
            final long now = injection.rows.timeNanos(row);
            final boolean isBetween = before != null && injection.rows.isLast(before);
            if (isBetween && episode != null)
            {
                injection.write(episode, episode.until(now - start, before,
                    injection.rows.timeNanos(before) - start));
                if (episode.isMetBy(row))
                {
                    injection.write(episode, episode.giveUp(before));
                }
                if (episode.isOver())
                {
                    injection.end(episode);
                    episode = null;
                    free = now + (long)(PAUSE_NANOS * (0.5 + random.nextDouble()));
                }
            }
            if (isBetween && episode == null && injection.lines.size() > BEFORE_FIRST && now >= free &&
                isOpen(book, tick))
            {
                episode = new OrderEpisode(forms[number % forms.length], injection.rows, book, tick, lot, random,
                    ++number);
                start = now;
            }
            injection.lines.add(Rows.line(row));
            book.apply(row);
            before = row;
        }
        if (episode != null && before != null)
        {
            injection.write(episode, episode.giveUp(before));
            injection.end(episode);
        }
        return injection;
    }

    /**
     * Put episodes among trades.
     *
     * @param background lines of a normalized CSV.
     * @param lots       by instrument.
     * @param seed       of chance.
     * @param share      of trades beside which one may begin.
     */
    static Injection intoTrades(
        final List<String> background, final Map<String, BigDecimal> lots, final long seed,
        final double share)
    {
        final Injection injection = new Injection(background.get(0));
        final Random random = new Random(seed);
        final TreeMap<Long, List<Runnable>> due = new TreeMap<>();
        final TreeMap<String, List<BigDecimal>> recent = new TreeMap<>();
        final TradeEpisode.Form[] forms = TradeEpisode.Form.values();
        int number = 0;
        for (final String[] row : Rows.split(background.subList(1, background.size())))
        {
            final long now = injection.rows.timeNanos(row);
            while (!due.isEmpty() && due.firstKey() <= now)
            {
                due.pollFirstEntry().getValue().forEach(Runnable::run);
            }
            injection.lines.add(Rows.line(row));
            final String instrument = injection.rows.cell(row, "instrument");
            if (!injection.rows.cell(row, "kind").equals("TRADE"))
            {
                continue;
            }
            final List<BigDecimal> sizes = recent.computeIfAbsent(instrument, name -> new ArrayList<>());
            sizes.add(new BigDecimal(injection.rows.cell(row, "quantity")));
            if (sizes.size() > RECENT)
            {
                sizes.remove(0);
            }
            if (sizes.size() >= 5 && random.nextDouble() < share)
            {
                final TradeEpisode episode = new TradeEpisode(forms[number % forms.length], ++number, random);
                final BigDecimal[] sorted = sizes.toArray(new BigDecimal[0]);
                Arrays.sort(sorted);
                injection.plan(episode, row, now, sorted[sorted.length / 2], lots.get(instrument), due);
            }
        }
        due.values().forEach(each -> each.forEach(Runnable::run));
        return injection;
    }

    private void plan(final TradeEpisode episode, final String[] like, final long now, final BigDecimal median,
        final BigDecimal lot, final TreeMap<Long, List<Runnable>> due)
    {
        for (int i = 0; i < episode.trades(); i++)
        {
            final int number = i;
            final long after = 1 + episode.gapNanos() * i;
            due.computeIfAbsent(now + after, at -> new ArrayList<>()).add(() ->
            {
                lines.add(Rows.line(episode.trade(rows, like, after, number, median, lot)));
                episode.wrote(lines.size() - 1);
                if (number == episode.trades() - 1)
                {
                    labels.add(episode.label());
                }
            });
        }
    }

    List<String> lines()
    {
        return lines;
    }

    List<InjectedLabel> labels()
    {
        return labels;
    }

    /** Episodes that were taken back because the recording would have met them. */
    long spoilt()
    {
        return spoilt;
    }

    private static boolean isOpen(final BackgroundBook book, final BigDecimal tick)
    {
        return book.best(true) != null && book.best(false) != null && book.best(false).subtract(book.best(true))
            .compareTo(tick.multiply(BigDecimal.valueOf(3))) >= 0 && book.meanQuantity() > 0;
    }

    private void write(final OrderEpisode episode, final List<String[]> made)
    {
        for (final String[] row : made)
        {
            lines.add(Rows.line(row));
            episode.wrote(lines.size() - 1);
        }
    }

    private void end(final OrderEpisode episode)
    {
        final InjectedLabel label = episode.label();
        spoilt += label == null ? 1 : 0;
        if (label != null)
        {
            labels.add(label);
        }
    }
}
