package fds.feeds.lobster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import org.agrona.collections.LongHashSet;

/**
 * Reads a LOBSTER message file. Owned by the thread that reads.
 * <p>
 * <b>Rows.</b> 1 is a NEW; 2 a CANCEL of a part, 3 of the rest. 4 is a TRADE against the resting order it names; the
 * aggressor is not told, only its side, which is the other one. 5 is a TRADE against a hidden order, which has no id,
 * with the flag {@code hidden}; 6 a TRADE of an auction, which has no aggressor at all ({@value #REASON_CROSS}).
 * 7 is a HALT: price −1 halts, 0 lets quotes in again while trading stays halted ({@value #REASON_QUOTING}), 1 ends
 * it. Every row is a message of its own.
 * <p>
 * <b>Orders that rested before the recording</b> are in no row 1: their cancels and fills are handed on under the ids
 * they have, and counted. No order is invented for them, so the book made of these events lacks what rested before.
 */
public final class LobsterFeed implements InputFeed
{
    /** Name of the venue. */
    public static final String VENUE = "NASDAQ";

    static final String REASON_CROSS = "auction";
    static final String REASON_QUOTING = "quoting resumed";

    private static final int SUBMIT = 1;
    private static final int REDUCE = 2;
    private static final int DELETE = 3;
    private static final int EXECUTE = 4;
    private static final int EXECUTE_HIDDEN = 5;
    private static final int CROSS = 6;
    private static final int HALT = 7;
    private static final int SEEN_MAX = 1 << 22;

    /** Hidden orders trade between cents, and LOBSTER tells prices in this unit. */
    private static final DecimalUnit TICK = new DecimalUnit(1, -4);
    private static final DecimalUnit LOT = DecimalUnit.ONE;
    private static final long PRICE_MAX_TICKS = 2_000_000_000L;
    private static final long QUANTITY_MAX_LOTS = 1_000_000_000L;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final String sourceName;
    private final RecordedDay day;
    private final MessageRow row;
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final List<String> notes = new ArrayList<>();
    private final LongHashSet seen = new LongHashSet();
    private long rowCount;
    private long olderCount;
    private boolean isEnded;

    /**
     * Open a message file.
     *
     * @param source named as LOBSTER names it.
     * @throws fds.market.door.BadInputException when its name does not tell symbol and day, or it cannot be read.
     */
    public LobsterFeed(final ByteSource source)
    {
        sourceName = source.name();
        day = RecordedDay.of(source);
        catalog.addVenue(VENUE);
        catalog.add(new Instrument(1, 1, 1, VENUE, day.symbol(), InstrumentType.SPOT, day.symbol(), "USD", "",
            TICK.mantissa(), TICK.exponent(), LOT.mantissa(), LOT.exponent(), 1, 0, 1,
            PRICE_MAX_TICKS, QUANTITY_MAX_LOTS));
        row = new MessageRow(source, source.open());
        notes.add(sourceName + ": " + day.symbol() + " on " + VENUE + ", tick 0.0001, lot 1, price up to 200000, " +
            "quantity up to 1000000000; aggressors and accounts are not told");
    }

    @Override
    public List<Instrument> instruments()
    {
        return catalog.instruments();
    }

    @Override
    public List<String> venues()
    {
        return catalog.venues();
    }

    @Override
    public List<String> notes()
    {
        return Collections.unmodifiableList(notes);
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        if (!row.next())
        {
            if (!isEnded)
            {
                isEnded = true;
                notes.add(sourceName + ": " + rowCount + " messages, " + olderCount +
                    " of orders that rested before the recording" +
                    (seen.size() < SEEN_MAX ? "" : " or came after the first " + SEEN_MAX));
            }
            return false;
        }
        final int type = (int)row.number(MessageRow.TYPE, DecimalUnit.ONE, SUBMIT, HALT, "1 to 7");
        final long direction = row.number(MessageRow.DIRECTION, DecimalUnit.ONE, -1, 1, "1 or -1");
        final long time = row.number(
            MessageRow.TIME, DecimalUnit.NANO, 0, DAY_NANOS - 1, "seconds after midnight, to the nanosecond");
        final MarketEvent fields = event.clear().event();
        fields.feedId(1).feedSequence(row.line()).venueId(1).instrumentId(1).flags(Flags.LAST)
            .venueTimeNanos(day.midnightNanos() + time);
        if (type == HALT)
        {
            halt(event);
        }
        else
        {
            order(event, type, side(direction));
        }
        rowCount++;
        return true;
    }

    private int side(final long direction)
    {
        return direction == 1 ? Side.BUY : direction == -1 ? Side.SELL :
            (int)row.number(MessageRow.DIRECTION, DecimalUnit.ONE, 1, 1, "1 or -1");
    }

    private void halt(final InboundEvent event)
    {
        final long state = row.number(MessageRow.PRICE, DecimalUnit.ONE, -1, 1, "-1, 0 or 1 of a halt");
        event.event().kind(Kind.HALT).value(state == 1 ? 0 : 1);
        if (state == 0)
        {
            event.id(TextField.REASON, REASON_QUOTING);
        }
    }

    private void order(final InboundEvent event, final int type, final int side)
    {
        final long quantity = row.number(MessageRow.SIZE, DecimalUnit.ONE, 1, QUANTITY_MAX_LOTS, "1 to 1000000000");
        final long price = row.number(MessageRow.PRICE, DecimalUnit.ONE, 1, PRICE_MAX_TICKS,
            "a price from 0.0001 to 200000, in 0.0001");
        final MarketEvent fields = event.event();
        fields.priceTicks(price).quantityLots(quantity);
        if (type == EXECUTE_HIDDEN || type == CROSS)
        {
            fields.kind(Kind.TRADE);
            if (type == CROSS)
            {
                event.id(TextField.REASON, REASON_CROSS);
            }
            else
            {
                fields.side(opposite(side)).flags(Flags.LAST | Flags.HIDDEN);
            }
            return;
        }
        final long id = row.number(MessageRow.ORDER, DecimalUnit.ONE, 1, DecimalUnit.UNITS_MAX, "an order's number");
        fields.orderId(id).kind(type == SUBMIT ? Kind.NEW : type == EXECUTE ? Kind.TRADE : Kind.CANCEL)
            .side(type == EXECUTE ? opposite(side) : side);
        if (type == SUBMIT)
        {
            if (seen.size() < SEEN_MAX)
            {
                seen.add(id);
            }
        }
        else if (!seen.contains(id))
        {
            olderCount++;
        }
    }

    private static int opposite(final int side)
    {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }

    @Override
    public void close()
    {
        row.close();
    }
}
