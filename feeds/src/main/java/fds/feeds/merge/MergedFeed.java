package fds.feeds.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.csv.KindRule;
import fds.feeds.csv.ValueUnit;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/**
 * Several inputs as one, in the order of time (receive time, or venue time where there is none), then argument, then
 * row. An input's own order is never changed: a row whose time lies before that of the row above it comes right behind
 * it. Owned by the thread that reads.
 * <p>
 * Each input's events carry its number, 1 and up, as {@code feedId}; {@code feedSequence} stays the input's own. While
 * a message of several events is open, no other input's event comes between.
 */
public final class MergedFeed implements InputFeed
{
    private final List<InputFeed> inputs;
    private final MergedInstruments merged;
    private final List<AccountOwner> accounts = new ArrayList<>();
    private final InboundEvent[] heads; // [input]
    private final long[] times; // [input], of the head
    private final boolean[] isFilled; // [input]
    private final boolean[] isEnded; // [input]
    private int openInput = -1;

    /**
     * Merge.
     *
     * @param inputs in the order of the arguments; closed with this.
     * @throws BadInputException when two of them contradict each other about an instrument or an account.
     */
    public MergedFeed(final List<? extends InputFeed> inputs)
    {
        this.inputs = List.copyOf(inputs);
        merged = new MergedInstruments(this.inputs);
        mergeAccounts();
        heads = new InboundEvent[inputs.size()];
        times = new long[inputs.size()];
        isFilled = new boolean[inputs.size()];
        isEnded = new boolean[inputs.size()];
        for (int i = 0; i < heads.length; i++)
        {
            heads[i] = new InboundEvent();
        }
    }

    @Override
    public List<Instrument> instruments()
    {
        return merged.instruments();
    }

    @Override
    public List<AccountOwner> accounts()
    {
        return Collections.unmodifiableList(accounts);
    }

    @Override
    public List<String> venues()
    {
        return merged.venues();
    }

    @Override
    public List<String> notes()
    {
        final List<String> notes = new ArrayList<>();
        inputs.forEach(input -> notes.addAll(input.notes()));
        return notes;
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        int first = -1;
        for (int i = 0; i < heads.length; i++)
        {
            if (!isFilled[i] && !isEnded[i])
            {
                fill(i);
            }
            if (isFilled[i] && (first < 0 || times[i] < times[first]))
            {
                first = i;
            }
        }
        if (openInput >= 0 && isFilled[openInput])
        {
            first = openInput;
        }
        if (first < 0)
        {
            return false;
        }
        event.copyFrom(heads[first]);
        isFilled[first] = false;
        openInput = (event.event().flags() & Flags.LAST) == 0 ? first : -1;
        return true;
    }

    @Override
    public void close()
    {
        inputs.forEach(InputFeed::close);
    }

    private void fill(final int input)
    {
        final InboundEvent head = heads[input];
        if (!inputs.get(input).next(head))
        {
            isEnded[input] = true;
            return;
        }
        final MarketEvent fields = head.event();
        fields.feedId(input + 1);
        fields.venueId(merged.venueId(input, fields.venueId()));
        final int own = fields.instrumentId();
        if (own != Absent.NO_INSTRUMENT)
        {
            fields.instrumentId(merged.instrumentId(input, own));
            rescale(fields, merged.priceFactor(input, own), merged.quantityFactor(input, own), input);
        }
        times[input] = head.receiveTimeNanos() != Absent.VALUE ? head.receiveTimeNanos() : fields.venueTimeNanos();
        isFilled[input] = true;
    }

    private void rescale(
        final MarketEvent fields, final long priceFactor, final long quantityFactor, final int input)
    {
        if (priceFactor == 1 && quantityFactor == 1)
        {
            return;
        }
        final Instrument instrument = merged.instruments().get(fields.instrumentId() - 1);
        final ValueUnit unit = KindRule.of(fields.kind()).valueUnit();
        fields.priceTicks(
            scaled(fields.priceTicks(), priceFactor, instrument.priceMaxTicks(), "price", fields, input));
        fields.quantityLots(
            scaled(fields.quantityLots(), quantityFactor, instrument.quantityMaxLots(), "quantity", fields, input));
        if (unit == ValueUnit.TICKS)
        {
            fields.value(scaled(fields.value(), priceFactor, instrument.priceMaxTicks(), "value", fields, input));
        }
        else if (unit == ValueUnit.LOTS)
        {
            fields.value(
                scaled(fields.value(), quantityFactor, instrument.quantityMaxLots(), "value", fields, input));
        }
    }

    private static long scaled(final long value, final long factor, final long max, final String field,
        final MarketEvent fields, final int input)
    {
        if (value == Absent.VALUE)
        {
            return value;
        }
        if (Math.multiplyHigh(value, factor) != value * factor >> 63 || Math.abs(value * factor) > max)
        {
            throw new BadInputException("input " + (input + 1), fields.feedSequence(), field, Long.toString(value),
                "at most " + max / factor + " units, so that it fits the other inputs' finer unit");
        }
        return value * factor;
    }

    private void mergeAccounts()
    {
        final Map<String, AccountOwner> known = new HashMap<>();
        for (final InputFeed input : inputs)
        {
            for (final AccountOwner account : input.accounts())
            {
                final AccountOwner before = known.putIfAbsent(account.venue() + '\n' + account.account(), account);
                if (before == null)
                {
                    accounts.add(account);
                }
                else if (!before.equals(account))
                {
                    throw new BadInputException("accounts", 1, "owner_group", account.account() + " on " +
                        account.venue(), "the same group and role in every input");
                }
            }
        }
    }
}
