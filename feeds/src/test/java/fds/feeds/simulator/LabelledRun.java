package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import fds.feeds.simulator.PlainVenue.Row;
import fds.feeds.simulator.label.Label;
import fds.market.event.Absent;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.Side;

/** A simulation with some sorts of episodes, its labels, and what can be read in its rows by a label alone. */
final class LabelledRun
{
    final List<Label> labels = new ArrayList<>();
    final PlainVenue venue;
    private final Map<Long, Long> handedIn = new HashMap<>(); // [label id], rows that had been read
    private long rowsRead;
    private final Map<String, Integer> instruments = new HashMap<>();

    LabelledRun(final SimulatorConfig config)
    {
        final InboundEvent event = new InboundEvent();
        try (SimulatorFeed feed = new SimulatorFeed(config, this::onLabel))
        {
            venue = new PlainVenue(feed);
            feed.instruments().forEach(i -> instruments.put(i.venue() + "/" + i.symbol(), i.id()));
            while (feed.next(event))
            {
                venue.onEvent(event);
                rowsRead++;
            }
            venue.onEnd();
            assertFalse(feed.next(event));
        }
    }

    static LabelledRun of(final SimulatorConfig config, final String kind, final int perMillion)
    {
        return new LabelledRun(config.withEpisodes(Map.of(kind, perMillion)));
    }

    static LabelledRun of(final long seed, final long events, final String kind, final int perMillion)
    {
        return new LabelledRun(SimulatorConfig.defaults(seed, events).withEpisodes(Map.of(kind, perMillion)));
    }

    private void onLabel(final Label label)
    {
        labels.add(label);
        handedIn.put(label.id(), rowsRead);
    }

    /** Labels whose episode was over before the flow was. */
    List<Label> whole()
    {
        return labels.stream().filter(label -> handedIn.get(label.id()) < venue.rows.size()).toList();
    }

    int instrument(final Label label)
    {
        return instruments.get(label.venue() + "/" + label.instrument());
    }

    /** What the label counts, on its instrument. */
    List<Row> rows(final Label label)
    {
        return rows(label, instrument(label));
    }

    List<Row> rows(final Label label, final int instrument)
    {
        final List<Row> found = new ArrayList<>();
        label.rows().forEach(number ->
        {
            final Row row = venue.rows.get((int)number - 1);
            if (row.instrument() == instrument)
            {
                found.add(row);
            }
        });
        return found;
    }

    /** All rows on an instrument between two rows. */
    List<Row> between(final long firstRow, final long lastRow, final int instrument)
    {
        return venue.rows.subList((int)firstRow - 1, (int)Math.min(lastRow, venue.rows.size())).stream()
            .filter(row -> row.instrument() == instrument).toList();
    }

    /** Another instrument that the label says it acts on. */
    int alsoOn(final Label label)
    {
        return instruments.get(label.also().get(0));
    }

    /** Every row while the label lasts. */
    List<Row> during(final Label label)
    {
        return venue.rows.subList((int)label.firstRow() - 1, (int)label.lastRow());
    }

    static boolean isOf(final Label label, final long account)
    {
        return label.accounts().contains(Long.toString(account));
    }

    /** How a label's accounts came to a position on an instrument, and what became of the price. */
    Story story(final Label label, final int instrument)
    {
        final Story story = new Story();
        for (final Row row : rows(label, instrument))
        {
            story.startTicks = story.startTicks == 0 ? mid(row) : story.startTicks;
            if (row.kind() == Kind.TRADE)
            {
                final int taker = row.side() == Side.BUY ? 1 : -1;
                final boolean isTaking = isOf(label, row.counterAccount());
                final boolean isResting = isOf(label, row.account());
                if (isTaking != isResting)
                {
                    story.trade(row, isTaking ? taker : -taker, isTaking);
                }
            }
            story.endTicks = mid(row);
        }
        return story;
    }

    Story story(final Label label)
    {
        return story(label, instrument(label));
    }

    /**
     * How many of ten of the labels that are whole are what they say; a line for each. Chance may spoil an episode,
     * and its label still says what it was meant to be.
     */
    int rightOfTen(final int least, final BiPredicate<Label, Story> isSo)
    {
        final List<Label> whole = whole();
        long right = 0;
        for (final Label label : whole)
        {
            final Story story = story(label);
            final boolean isRight = isSo.test(label, story);
            right += isRight ? 1 : 0;
            System.out.println((isRight ? "  " : "! ") + label.typology() + ' ' + label.instrument() + ' ' +
                label.accounts() + ' ' + (label.lastTimestampNanos() - label.firstTimestampNanos()) / 1_000_000 +
                " ms events=" + label.events() + " gain=" + label.gainUnits() / 1e8 + ' ' + story);
        }
        assertTrue(whole.size() >= least, "labels: " + whole.size());
        return (int)(right * 10 / whole.size());
    }

    static long mid(final Row row)
    {
        return row.bestBid() == Absent.VALUE || row.bestAsk() == Absent.VALUE ? row.priceTicks() :
            (row.bestBid() + row.bestAsk()) / 2;
    }

    /** Lots and prices. */
    static final class Story
    {
        long startTicks;
        long endTicks;
        long peakTicks; // where the position was largest
        long peakRow;
        long lots;
        long peakLots; // signed
        long boughtLots;
        long soldLots;
        long takenLots;
        int trades;
        private double boughtMoney;
        private double soldMoney;

        private void trade(final Row row, final int sign, final boolean isTaking)
        {
            trades++;
            lots += sign * row.quantityLots();
            takenLots += isTaking ? row.quantityLots() : 0;
            boughtLots += sign > 0 ? row.quantityLots() : 0;
            soldLots += sign < 0 ? row.quantityLots() : 0;
            boughtMoney += sign > 0 ? (double)row.quantityLots() * row.priceTicks() : 0;
            soldMoney += sign < 0 ? (double)row.quantityLots() * row.priceTicks() : 0;
            if (Math.abs(lots) > Math.abs(peakLots))
            {
                peakLots = lots;
                peakTicks = row.priceTicks();
                peakRow = row.row();
            }
        }

        /** From the start to the largest position, in the direction of the position: parts per million. */
        long runPpm()
        {
            return startTicks == 0 ? 0 : (peakTicks - startTicks) * 1_000_000 / startTicks * Long.signum(peakLots);
        }

        double soldAt()
        {
            return soldMoney / soldLots;
        }

        double boughtAt()
        {
            return boughtMoney / boughtLots;
        }

        @Override
        public String toString()
        {
            return "trades=" + trades + " peak=" + peakLots + " end=" + lots + " run=" + runPpm() + "ppm bought=" +
                boughtLots + " at " + boughtAt() + " sold=" + soldLots + " at " + soldAt();
        }
    }
}
