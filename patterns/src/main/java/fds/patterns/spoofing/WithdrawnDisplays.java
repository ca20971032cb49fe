package fds.patterns.spoofing;

import fds.market.detector.DetectorInfo;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.Finding;
import fds.market.finding.FindingSink;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * Findings about orders that were taken back, held back until it is sure that they are gone: who shows as much again,
 * on the same side and near, has quoted anew and withdrawn nothing. What an owner enters or moves there meanwhile is
 * added up; at the first TICK behind the time a finding is told, or dropped.
 * <p>
 * One list a partition, the oldest first, since all wait as long. When it is full the oldest is judged before its time,
 * by what is known. Owned by the partition's thread.
 */
final class WithdrawnDisplays
{
    /** Findings that wait at once. */
    static final int CAPACITY = 16;

    private static final int NOT_RESTING = Flags.IOC | Flags.FOK | Flags.MARKET;
    private static final int DUE = 0;
    private static final int INSTRUMENT = 1;
    private static final int SIDE = 2;
    private static final int GROUP_KIND = 3;
    private static final int GROUP = 4;
    private static final int LOW = 5;
    private static final int HIGH = 6;
    private static final int WITHDRAWN = 7;
    private static final int SHOWN = 8;
    private static final int LIMIT = 9;
    private static final int WORDS = 10;

    private final Finding[] findings = new Finding[CAPACITY];
    private final long[] words = new long[CAPACITY * WORDS]; // [place * WORDS]
    private final int predicate;
    private int first;
    private int count;

    /**
     * With none.
     *
     * @param info           of the detector whose findings they are.
     * @param parametersHash of the parameters in force.
     * @param predicate      index of the one that says how much was shown again.
     */
    WithdrawnDisplays(final DetectorInfo info, final long parametersHash, final int predicate)
    {
        this.predicate = predicate;
        for (int i = 0; i < CAPACITY; i++)
        {
            findings[i] = new Finding(info, parametersHash);
        }
    }

    /** Whether an order rests when it comes: it is not to trade at once or never. */
    static boolean rests(final Market market, final int order)
    {
        final long price = market.orderPriceTicks(order);
        if (price == Absent.VALUE || (market.orderFlags(order) & NOT_RESTING) != 0)
        {
            return false;
        }
        final boolean buys = market.orderSide(order) == Side.BUY;
        final long opposite = buys ? market.askBeforeTicks() : market.bidBeforeTicks();
        return opposite == Absent.VALUE || (buys ? price < opposite : price > opposite);
    }

    /** A finding to be written and then held. */
    Finding next(final MarketEvent event, final FindingSink sink)
    {
        if (count == CAPACITY)
        {
            judge(event, sink);
        }
        return findings[(first + count) % CAPACITY];
    }

    /**
     * Hold what {@link #next} gave.
     *
     * @param market    slots of the event by which the orders went.
     * @param event     that one.
     * @param side      of the orders.
     * @param lowTicks  from which an order is near.
     * @param highTicks to which an order is near.
     * @param withdrawn lots.
     * @param shown     lots that the owner has shown again already.
     * @param limitPpm  most that may be shown again, against those withdrawn.
     * @param waitNanos until it is judged.
     */
    void hold(
        final Market market,
        final MarketEvent event,
        final int side,
        final long lowTicks,
        final long highTicks,
        final long withdrawn,
        final long shown,
        final long limitPpm,
        final long waitNanos)
    {
        final int at = (first + count) % CAPACITY * WORDS;
        words[at + DUE] = event.engineTimeNanos() + waitNanos;
        words[at + INSTRUMENT] = event.instrumentId();
        words[at + SIDE] = side;
        words[at + GROUP_KIND] = market.ownerGroupKindOf(market.pairSlot());
        words[at + GROUP] = market.ownerGroupOf(market.pairSlot());
        words[at + LOW] = lowTicks;
        words[at + HIGH] = highTicks;
        words[at + WITHDRAWN] = withdrawn;
        words[at + SHOWN] = shown;
        words[at + LIMIT] = limitPpm;
        count++;
    }

    /** An order came, or was moved: count it where its owner's orders went. */
    void onShown(final MarketEvent event, final Market market, final int order)
    {
        for (int i = 0; i < count; i++)
        {
            final int at = (first + i) % CAPACITY * WORDS;
            final long price = market.orderPriceTicks(order);
            if (words[at + INSTRUMENT] == event.instrumentId() && words[at + SIDE] == market.orderSide(order) &&
                price >= words[at + LOW] && price <= words[at + HIGH] &&
                words[at + GROUP] == market.ownerGroupOf(market.pairSlot()) &&
                words[at + GROUP_KIND] == market.ownerGroupKindOf(market.pairSlot()) && rests(market, order))
            {
                words[at + SHOWN] += market.orderOpenLots(order);
            }
        }
    }

    /** Judge those that have waited long enough. */
    void onTick(final MarketEvent tick, final FindingSink sink)
    {
        while (count > 0 && words[first * WORDS + DUE] <= tick.engineTimeNanos())
        {
            judge(tick, sink);
        }
    }

    private void judge(final MarketEvent now, final FindingSink sink)
    {
        final int at = first * WORDS;
        final Finding finding = findings[first];
        first = (first + 1) % CAPACITY;
        count--;
        if (Ppm.atMost(words[at + SHOWN], words[at + WITHDRAWN], words[at + LIMIT]))
        {
            sink.onFinding(finding.told(now).predicate(
                predicate, Ppm.of(words[at + SHOWN], words[at + WITHDRAWN]), words[at + LIMIT], true));
        }
    }

    void write(final StateWriter state)
    {
        state.putLong(count);
        for (int i = 0; i < count; i++)
        {
            final int place = (first + i) % CAPACITY;
            for (int word = 0; word < WORDS; word++)
            {
                state.putLong(words[place * WORDS + word]);
            }
            findings[place].write(state);
        }
    }

    void read(final StateReader state)
    {
        first = 0;
        count = (int)state.getLong();
        for (int i = 0; i < count; i++)
        {
            for (int word = 0; word < WORDS; word++)
            {
                words[i * WORDS + word] = state.getLong();
            }
            findings[i].read(state);
        }
    }
}
