package fds.feeds.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import fds.market.door.Feed;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/**
 * A feed without noise: each message is looked at for what is told twice, too late, out of range, frozen, or by a clock
 * that jumped; what is met is counted, told to a listener, and dropped where the configuration says so. Deterministic
 * from the events' own times and numbers. Owned by the thread that reads.
 * <p>
 * Bounded: for each feed that it joins {@value FeedNumbers#WINDOW} numbers, for each instrument its last prints and
 * four quotes. A dropped event that closed its message leaves it open until the next one closes.
 */
public final class CleanFeed implements Feed
{
    private static final long QUOTES = Kind.mask(Kind.BBO, Kind.BOOK, Kind.MARK, Kind.INDEX);

    private final Feed feed;
    private final CleanConfig config;
    private final CleanListener listener;
    private final List<FeedNumbers> numbers = new ArrayList<>(); // [feedId]
    private final List<FeedClock> clocks = new ArrayList<>();    // [feedId]
    private final PrintBand[] prints;                            // [instrumentId]
    private final QuoteMemory[] quotes;                          // [instrumentId]
    private final long[] counts = new long[CleanRule.values().length];
    private long dropped;

    /**
     * Clean a feed.
     *
     * @param feed     to read.
     * @param config   what to look at.
     * @param listener told of what is met.
     */
    public CleanFeed(final Feed feed, final CleanConfig config, final CleanListener listener)
    {
        this.feed = feed;
        this.config = config;
        this.listener = listener;
        prints = new PrintBand[feed.instruments().size() + 1];
        quotes = new QuoteMemory[feed.instruments().size() + 1];
    }

    @Override
    public List<Instrument> instruments()
    {
        return feed.instruments();
    }

    @Override
    public List<AccountOwner> accounts()
    {
        return feed.accounts();
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        while (feed.next(event))
        {
            if (!isDropped(event))
            {
                return true;
            }
            dropped++;
        }
        return false;
    }

    @Override
    public void close()
    {
        feed.close();
    }

    /**
     * Messages that a rule met.
     *
     * @param rule any.
     * @return messages, dropped or not.
     */
    public long count(final CleanRule rule)
    {
        return counts[rule.ordinal()];
    }

    /**
     * What all rules met together; a message may be met by more than one.
     *
     * @return messages, dropped or not.
     */
    public long met()
    {
        return Arrays.stream(counts).sum();
    }

    /**
     * Messages that did not go on.
     *
     * @return messages.
     */
    public long dropped()
    {
        return dropped;
    }

    /**
     * What was met.
     *
     * @return a sentence for each rule that met something, then one for each feed that has an offset.
     */
    public List<String> notes()
    {
        final List<String> notes = new ArrayList<>();
        for (final CleanRule rule : CleanRule.values())
        {
            if (count(rule) > 0)
            {
                notes.add("cleaning: " + count(rule) + " by the rule '" + rule.word() + "', " +
                    (config.action(rule) == CleanAction.DROP ? "dropped" : "counted and handed on"));
            }
        }
        for (int id = 0; id < clocks.size() && count(CleanRule.CLOCK) > 0; id++)
        {
            if (clocks.get(id) != null && clocks.get(id).hasOffset())
            {
                notes.add("cleaning: feed " + id + ": receive time is at least " + clocks.get(id).offsetNanos() +
                    " ns after venue time in the last window");
            }
        }
        return notes;
    }

    private boolean isDropped(final InboundEvent inbound)
    {
        final MarketEvent event = inbound.event();
        final int feedId = event.feedId();
        boolean drops = false;
        if (config.duplicates() != CleanAction.OFF || config.older() != CleanAction.OFF)
        {
            final CleanRule met = numbersOf(feedId).meets(inbound);
            drops = met != null && meets(met, inbound, event.feedSequence(), met == CleanRule.DUPLICATE ?
                "a number that was not told" : "above " + numbersOf(feedId).newest());
        }
        // What a snapshot tells may be of long ago.
        if (!drops && config.clock() != CleanAction.OFF && !event.has(Flags.SNAPSHOT) &&
            inbound.receiveTimeNanos() != Absent.VALUE && event.venueTimeNanos() != Absent.VALUE)
        {
            final long moved = clockOf(feedId).meets(inbound.receiveTimeNanos(), event.venueTimeNanos());
            if (moved != 0)
            {
                meets(CleanRule.CLOCK, inbound, moved, "within " + config.clockBandNanos() + " ns");
            }
        }
        if (!drops && config.prints() != CleanAction.OFF && event.kind() == Kind.TRADE &&
            event.priceTicks() != Absent.VALUE && isKnown(event))
        {
            final long middle = printsOf(event.instrumentId()).meets(event.priceTicks());
            drops = middle != 0 && meets(CleanRule.PRINT, inbound, event.priceTicks(),
                "within " + config.printBandPpm() + " ppm of " + middle + " ticks");
        }
        return drops || config.quotes() != CleanAction.OFF && (QUOTES >>> event.kind() & 1) != 0 && isKnown(event) &&
            isStale(inbound, event);
    }

    private boolean isStale(final InboundEvent inbound, final MarketEvent event)
    {
        boolean drops = false;
        final long venueNanos = event.venueTimeNanos();
        if (config.quoteAgeNanos() > 0 && !event.has(Flags.SNAPSHOT) && venueNanos != Absent.VALUE)
        {
            final long behind = clockOf(event.feedId()).behind(venueNanos);
            drops = behind > config.quoteAgeNanos() &&
                meets(CleanRule.OLD_QUOTE, inbound, behind, "at most " + config.quoteAgeNanos() + " ns");
        }
        if (!drops && config.quoteSameNanos() > 0 && event.kind() != Kind.BOOK)
        {
            final long time = venueNanos != Absent.VALUE ? venueNanos : inbound.receiveTimeNanos();
            final long same = quotesOf(event.instrumentId())
                .same(quoteOf(event), event.priceTicks(), event.quantityLots(), time);
            drops = same > config.quoteSameNanos() &&
                meets(CleanRule.FROZEN_QUOTE, inbound, same, "at most " + config.quoteSameNanos() + " ns");
        }
        return drops;
    }

    private boolean meets(final CleanRule rule, final InboundEvent event, final long value, final String allowed)
    {
        final CleanAction action = config.action(rule);
        if (action == CleanAction.OFF)
        {
            return false;
        }
        counts[rule.ordinal()]++;
        listener.onMet(rule, event, value, allowed);
        return action == CleanAction.DROP;
    }

    private boolean isKnown(final MarketEvent event)
    {
        return event.instrumentId() > 0 && event.instrumentId() < prints.length;
    }

    private static int quoteOf(final MarketEvent event)
    {
        return event.kind() == Kind.MARK ? QuoteMemory.MARK : event.kind() == Kind.INDEX ? QuoteMemory.INDEX :
            event.side() == Side.BUY ? QuoteMemory.BID : QuoteMemory.ASK;
    }

    private FeedNumbers numbersOf(final int feedId)
    {
        while (numbers.size() <= feedId)
        {
            numbers.add(new FeedNumbers());
        }
        return numbers.get(feedId);
    }

    private FeedClock clockOf(final int feedId)
    {
        while (clocks.size() <= feedId)
        {
            clocks.add(new FeedClock(config.clockWindow(), config.clockBandNanos()));
        }
        return clocks.get(feedId);
    }

    private PrintBand printsOf(final int instrumentId)
    {
        if (prints[instrumentId] == null)
        {
            prints[instrumentId] = new PrintBand(config.printWindow(), config.printBandPpm());
        }
        return prints[instrumentId];
    }

    private QuoteMemory quotesOf(final int instrumentId)
    {
        if (quotes[instrumentId] == null)
        {
            quotes[instrumentId] = new QuoteMemory();
        }
        return quotes[instrumentId];
    }
}
