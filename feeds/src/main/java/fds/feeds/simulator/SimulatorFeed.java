package fds.feeds.simulator;

import java.util.List;
import java.util.stream.IntStream;

import fds.feeds.simulator.abuse.AbuseCatalog;
import fds.feeds.simulator.agent.AgentLoop;
import fds.feeds.simulator.agent.Population;
import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.book.RowQueue;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.decoy.DecoyCatalog;
import fds.feeds.simulator.episode.EpisodeDirector;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.label.LabelSink;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.margin.Funding;
import fds.feeds.simulator.margin.Liquidator;
import fds.feeds.simulator.margin.PriceBoard;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.Endowment;
import fds.feeds.simulator.venue.InstrumentCatalog;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.feeds.simulator.venue.Treasury;
import fds.market.door.Feed;
import fds.market.event.Absent;
import fds.market.event.InboundEvent;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/**
 * A simulated venue as a feed: a seeded order flow through a real price-time book, with abuse and decoys in it whose
 * labels go to a sink as they end. The same configuration gives the same bytes on any machine and JDK.
 * <p>
 * Rows are made when they are asked for; memory is bounded by the books. Venue time only; the rate is one of simulated
 * time, and a caller who wants wall time paces itself. Owned by the thread that reads.
 */
public final class SimulatorFeed implements Feed
{
    /** The value of FUNDING is a rate in units of {@code 10^FUNDING_VALUE_EXPONENT}. */
    public static final int FUNDING_VALUE_EXPONENT = -9;

    private static final long ROWS_PER_REQUEST = 3_000;

    private final SimulatorConfig config;
    private final MarketSet markets;
    private final AccountRoster roster;
    private final SimulatedVenue venue;
    private final Liquidator liquidator;
    private final PriceBoard board;
    private final AgentLoop flow;
    private final EpisodeDirector director;
    private final UuidText orderText;
    private long nowNanos;
    private long row;
    private boolean isClosed;

    /**
     * A venue that has not opened yet.
     *
     * @param config what it is like.
     * @param labels takes the labels, on the thread that calls {@link #next} or {@link #close}.
     */
    public SimulatorFeed(final SimulatorConfig config, final LabelSink labels)
    {
        this.config = config;
        roster = new AccountRoster(config.seed(), config.accounts(), config.venues(), config.textIds());
        markets = new MarketSet(config.seed(), config.instruments(), config.venues(), roster.count());
        final Ledger ledger = markets.ledger(roster);
        Endowment.give(roster, markets.markets(), ledger, SimulatorRandom.of(config.seed(), 5));
        venue = new SimulatedVenue(roster, ledger, markets.markets(), config.events());
        final Funding funding = new Funding(venue, markets);
        liquidator = new Liquidator(venue, funding);
        board = new PriceBoard(venue, markets, funding, SimulatorRandom.of(config.seed(), 6), config.ratePerSecond(),
            config.startTimeNanos());
        final Treasury treasury = new Treasury(venue, markets);
        flow = Population.settle(venue, markets, treasury, board, config.seed(), config.ratePerSecond(),
            config.startTimeNanos());
        final Stage stage = new Stage(venue, treasury, markets, flow, SimulatorRandom.of(config.seed(), 4));
        director = new EpisodeDirector(stage, AbuseCatalog.all(), config.perMillion(), DecoyCatalog.REQUESTED_ORDER,
            ROWS_PER_REQUEST, 250L * markets.markets().length, labels);
        venue.participants(director);
        orderText = new UuidText(config.seed());
        nowNanos = config.startTimeNanos();
    }

    @Override
    public List<Instrument> instruments()
    {
        return markets.instruments();
    }

    /**
     * Names of the venues.
     *
     * @return the one with dense number n at n - 1.
     */
    public List<String> venues()
    {
        return IntStream.range(0, config.venues()).mapToObj(InstrumentCatalog::venue).toList();
    }

    @Override
    public List<AccountOwner> accounts()
    {
        return roster.owners();
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        if (isClosed || venue.rows.isEmpty() && !produce())
        {
            return false;
        }
        emit(event, venue.rows.take());
        return true;
    }

    /** The episodes that are not over yet end here, with what was read of them. */
    @Override
    public void close()
    {
        if (!isClosed)
        {
            isClosed = true;
            director.finish();
        }
    }

    /** For tests: what everybody owns. */
    Ledger ledger()
    {
        return venue.ledger;
    }

    /** For tests: books and prices. */
    MarketSet markets()
    {
        return markets;
    }

    private boolean produce()
    {
        director.settle();
        while (venue.rows.isEmpty())
        {
            if (venue.rowsLeft() == 0)
            {
                director.finish();
                return false;
            }
            director.start(nowNanos);
            final long flowNanos = flow.nextNanos();
            final long episodeNanos = director.nextNanos();
            final long boardNanos = board.nextNanos();
            if (liquidator.hasWork())
            {
                liquidator.step();
                continue;
            }
            nowNanos = Math.max(nowNanos, Math.min(boardNanos, Math.min(flowNanos, episodeNanos)));
            if (boardNanos <= flowNanos && boardNanos <= episodeNanos)
            {
                board.step(nowNanos);
                liquidator.look();
            }
            else if (episodeNanos <= flowNanos)
            {
                director.step(nowNanos);
            }
            else
            {
                flow.step(nowNanos);
            }
        }
        return true;
    }

    private void emit(final InboundEvent event, final int at)
    {
        final RowQueue rows = venue.rows;
        event.clear();
        row++;
        event.event()
            .type(rows.kind[at], rows.side[at], rows.flags[at], rows.instrument[at])
            .venueId(venueOf(rows.instrument[at], rows.account[at]) + 1)
            .venueTimeNanos(nowNanos)
            .feedSequence(row)
            .priceTicks(rows.priceTicks[at])
            .quantityLots(rows.quantityLots[at])
            .value(rows.value[at])
            .reference(rows.trade[at]);
        order(event, TextField.ORDER, rows.order[at]);
        order(event, TextField.COUNTER_ORDER, rows.counterOrder[at]);
        account(event, TextField.ACCOUNT, rows.account[at]);
        account(event, TextField.COUNTER_ACCOUNT, rows.counterAccount[at]);
        if (rows.reason[at] != Reasons.NONE)
        {
            event.id(TextField.REASON, Reasons.text(rows.reason[at]));
        }
        else if (rows.reasonText[at] != null)
        {
            event.id(TextField.REASON, rows.reasonText[at]);
        }
        if (rows.referenceText[at] != null)
        {
            event.id(TextField.REFERENCE, rows.referenceText[at]);
        }

        final int tag = rows.tag[at];
        final int counterTag = rows.counterTag[at];
        if (tag != 0 && tag != counterTag)
        {
            director.onRow(tag, rows.kind[at], rows.instrument[at], false, row, nowNanos);
        }
        if (counterTag != 0)
        {
            director.onRow(counterTag, rows.kind[at], rows.instrument[at], rows.isMeeting[at], row, nowNanos);
        }
    }

    private int venueOf(final int instrument, final int account)
    {
        return instrument > 0 ? markets.instruments().get(instrument - 1).venueId() - 1 :
            account == MatchingBook.NONE ? 0 : roster.venueOf(account);
    }

    private void order(final InboundEvent event, final TextField field, final long number)
    {
        if (number != Absent.UNKNOWN_ID)
        {
            if (config.textIds())
            {
                event.id(field, orderText.of(number));
            }
            else
            {
                event.set(field, number);
            }
        }
    }

    private void account(final InboundEvent event, final TextField field, final int account)
    {
        if (account != MatchingBook.NONE)
        {
            if (config.textIds())
            {
                event.id(field, roster.text(account));
            }
            else
            {
                event.set(field, roster.id(account));
            }
        }
    }
}
