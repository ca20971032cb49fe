package fds.app.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import fds.app.UsageException;
import fds.app.view.JournalTexts;
import fds.app.view.Moment;
import fds.app.view.Span;
import fds.market.door.FrameSink;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.IdSpace;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import org.agrona.DirectBuffer;

/**
 * The first look at an input: which instruments it has, and from when to when and between which prices the wanted one
 * moves. Of best prices and of trades it keeps a sample ({@link PriceSample}).
 */
final class Survey implements FrameSink
{
    private static final int ACCOUNTS_TOLD = 3;
    private static final int NAMES_TOLD = 8;
    private static final double OUTLYING = 0.01; // share of best prices on either side that may lie outside
    private static final double FAR_TRADES = 0.02; // the like of trades, where there are no best prices
    private static final long USUAL_TICKS_MIN = 20;
    private static final int FAR_FACTOR = 3;       // heights of the usual prices beyond which a price is not drawn

    private final String wanted;
    private final Span span;
    private final Watched watched;
    private final JournalTexts texts = new JournalTexts(JournalTexts.ALERT_SPACES);
    private final MarketEvent event = new MarketEvent();
    private final BookReplica book = new BookReplica(new BookListener()
    {
    });
    private final TreeMap<Integer, Long> counts = new TreeMap<>(); // by instrument
    private final List<Long> accounts = new ArrayList<>();         // some of those on the instrument
    private final PriceSample bids = new PriceSample();
    private final PriceSample asks = new PriceSample();
    private final PriceSample spreads = new PriceSample();
    private final PriceSample trades = new PriceSample();
    private Instrument chosen;
    private String otherVenue; // that has an instrument of the same name
    private long watchedCount;
    private long firstNanos = Absent.VALUE;
    private long lastNanos;
    private long firstInSpanNanos = Absent.VALUE;
    private long lastInSpanNanos;
    private long lowTradeTicks = Long.MAX_VALUE;
    private long highTradeTicks = Long.MIN_VALUE;

    /** Looks for a symbol, or {@code VENUE:SYMBOL}; null to count instruments only. */
    Survey(final String wanted, final Span span, final Watched watched)
    {
        this.wanted = wanted;
        this.span = span;
        this.watched = watched;
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (!MarketEvent.isEvent(buffer, offset))
        {
            texts.accept(buffer, offset);
            watched.learn(buffer, offset);
            choose();
            return;
        }
        for (int at = offset; at < offset + length; at += MarketEvent.LENGTH)
        {
            texts.accept(buffer, at);
            event.wrap(buffer, at);
            if (event.instrumentId() != Absent.NO_INSTRUMENT)
            {
                counts.merge(event.instrumentId(), 1L, Long::sum);
                if (chosen != null && event.instrumentId() == chosen.id())
                {
                    onEvent();
                }
            }
        }
    }

    @Override
    public void onBatchEnd()
    {
        // each frame is taken as it comes
    }

    /** The instrument that was asked for. */
    Instrument instrument(final String input)
    {
        if (chosen == null)
        {
            throw new UsageException((wanted == null ? "--instrument is missing" :
                "--instrument is '" + wanted + "': there is no such instrument in " + input + nearest()) + has());
        }
        if (otherVenue != null)
        {
            throw new UsageException("--instrument is '" + wanted + "', which both " + chosen.venue() + " and " +
                otherVenue + " have: write " + chosen.venue() + ":" + chosen.symbol());
        }
        return chosen;
    }

    /** The only instrument that has events, or null. */
    String only()
    {
        return counts.size() == 1 ? texts.instrument(counts.firstKey(), Long.MAX_VALUE).symbol() : null;
    }

    /**
     * What to draw; prices are added to what was traded and quoted. A span that was only put around something is cut
     * where the recording ends.
     */
    Window window(final String input, final long[] pricesTicks, final boolean isAround)
    {
        if (firstNanos == Absent.VALUE)
        {
            throw new UsageException(input + " has no events of " + chosen.symbol() + has());
        }
        if (firstInSpanNanos == Absent.VALUE)
        {
            throw new UsageException("nothing of " + chosen.symbol() + " lies between --from and --to: its events " +
                "are from " + Moment.text(firstNanos) + " to " + Moment.text(lastNanos));
        }
        final long asked = timeOr(span.from(), firstInSpanNanos);
        final long askedTo = timeOr(span.to(), lastInSpanNanos);
        final long from = isAround ? Math.max(asked, firstNanos) : asked;
        final long to = isAround ? Math.min(askedTo, lastNanos) : askedTo;
        final long[] prices = prices(pricesTicks);
        final long widen = to > from ? 0 : 500_000_000L;
        return new Window(from - widen, to + widen, prices[0], prices[1]);
    }

    private static long timeOr(final Moment end, final long nanos)
    {
        return end == null || end.isSequence() ? nanos : end.value();
    }

    /** Refuses an account that did nothing on the instrument. */
    void requireWatched(final String account, final String input)
    {
        if (watchedCount == 0)
        {
            throw new UsageException("--account is '" + account + "': it has no events of " + chosen.symbol() + " in " +
                input + (accounts.isEmpty() ? ", which names no accounts" : "; accounts there are, for example, " +
                String.join(", ", accounts.stream()
                    .map(id -> texts.text(chosen.venueId(), IdSpace.ACCOUNT, id)).toList())));
        }
    }

    private void choose()
    {
        if (wanted == null)
        {
            return;
        }
        for (final Instrument instrument : texts.instruments())
        {
            if (isWanted(instrument) && chosen == null)
            {
                chosen = instrument;
            }
            else if (isWanted(instrument) && chosen.id() != instrument.id())
            {
                otherVenue = instrument.venue();
            }
        }
    }

    private boolean isWanted(final Instrument instrument)
    {
        return wanted.equals(instrument.symbol()) || wanted.equals(instrument.venue() + ":" + instrument.symbol());
    }

    private void onEvent()
    {
        final long time = event.engineTimeNanos();
        firstNanos = firstNanos == Absent.VALUE ? time : firstNanos;
        lastNanos = time;
        book.accept(event);
        noteAccount(event.accountId());
        noteAccount(event.counterAccountId());
        if (!span.contains(event.sequence(), time))
        {
            return;
        }
        firstInSpanNanos = firstInSpanNanos == Absent.VALUE ? time : firstInSpanNanos;
        lastInSpanNanos = time;
        if (event.kind() == Kind.TRADE || event.kind() == Kind.SWAP)
        {
            lowTradeTicks = Math.min(lowTradeTicks, event.priceTicks());
            highTradeTicks = Math.max(highTradeTicks, event.priceTicks());
            trades.add(event.priceTicks());
        }
        if (event.has(Flags.LAST) && book.hasSpread())
        {
            bids.add(book.bestBidTicks());
            asks.add(book.bestAskTicks());
            spreads.add(book.bestAskTicks() - book.bestBidTicks());
        }
    }

    private void noteAccount(final long account)
    {
        watchedCount += watched.has(account) ? 1 : 0;
        if (account != Absent.UNKNOWN_ID && accounts.size() < ACCOUNTS_TOLD && !accounts.contains(account))
        {
            accounts.add(account);
        }
    }

    /**
     * The usual prices: nearly every best price, else nearly every trade. Trades and evidence are added unless they
     * are so far off that the usual ones would be a flat line; and some room.
     */
    private long[] prices(final long[] more)
    {
        long low = bids.isEmpty() ? trades.low(FAR_TRADES, Long.MAX_VALUE) : bids.low(OUTLYING, 0);
        long high = bids.isEmpty() ? trades.high(FAR_TRADES, Long.MIN_VALUE) : asks.high(OUTLYING, 0);
        final long spread = spreads.isEmpty() ? 0 : spreads.low(0.5, 0);
        if (low > high)
        {
            low = Arrays.stream(more).min().orElse(Long.MAX_VALUE);
            high = Arrays.stream(more).max().orElse(Long.MIN_VALUE);
        }
        if (low > high)
        {
            throw new UsageException("there is no price of " + chosen.symbol() +
                " to draw: no trade, no book and no best price");
        }
        final long far = FAR_FACTOR * Math.max(Math.max(high - low, 2 * spread), USUAL_TICKS_MIN);
        final long lowest = low - far;
        final long highest = high + far;
        final long[] others = Arrays.copyOf(more, more.length + 2);
        others[more.length] = lowTradeTicks;
        others[more.length + 1] = highTradeTicks;
        for (final long ticks : others)
        {
            if (ticks >= lowest && ticks <= highest)
            {
                low = Math.min(low, ticks);
                high = Math.max(high, ticks);
            }
        }
        final long room = Math.max(Math.max((high - low) / 8, 2 * spread), 5);
        return new long[]{ low >= 0 ? Math.max(0, low - room) : low - room, high + room };
    }

    private String has()
    {
        final List<String> names = counts.entrySet().stream()
            .sorted(Comparator.comparingLong(entry -> -entry.getValue()))
            .limit(NAMES_TOLD).map(entry -> texts.instrument(entry.getKey(), Long.MAX_VALUE).symbol()).toList();
        return names.isEmpty() ? "; it has no instrument with events" : "; most events have " +
            String.join(", ", names) + (counts.size() > names.size() ? ", … (" + counts.size() + " in all)" : "");
    }

    private String nearest()
    {
        return texts.instruments().stream().map(Instrument::symbol)
            .min(Comparator.comparingInt(symbol -> Likeness.distance(wanted, symbol)))
            .filter(symbol -> Likeness.distance(wanted, symbol) <= Math.max(2, wanted.length() / 2))
            .map(symbol -> " (nearest: " + symbol + ")").orElse("");
    }
}
