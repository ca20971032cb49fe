package fds.market.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SizableOrdersTest
{
    private static final int AT = 8;

    /** An order as one would note it on paper. */
    private static final class Noted
    {
        private final long sequence;
        private long price;
        private long lots;
        private long endSequence;
        private long withdrawn;

        private Noted(final long sequence, final long price, final long lots)
        {
            this.sequence = sequence;
            this.price = price;
            this.lots = lots;
        }
    }

    private final UnsafeBuffer memory = new UnsafeBuffer(new byte[AT + SizableOrders.WORDS * 8]);

    @Test
    void shouldHaveNoneAtFirst()
    {
        assertEquals(-1, SizableOrders.order(memory, AT, 0));
        assertEquals(0, SizableOrders.lotsLiveBefore(memory, AT, 5, true));
    }

    @Test
    void shouldTellWhatWasLiveBeforeAnEvent()
    {
        SizableOrders.add(memory, AT, 0, 10, 1, 1, 100, 7);
        SizableOrders.add(memory, AT, 64, 11, 1, 1, 101, -5);
        SizableOrders.add(memory, AT, 128, 12, 1, 1, 99, 3);
        SizableOrders.end(memory, AT, 0, 20, 2, 7);

        assertEquals(0, SizableOrders.lotsLiveBefore(memory, AT, 10, true));
        assertEquals(7, SizableOrders.lotsLiveBefore(memory, AT, 11, true));
        assertEquals(10, SizableOrders.lotsLiveBefore(memory, AT, 20, true));
        assertEquals(3, SizableOrders.lotsLiveBefore(memory, AT, 21, true));
        assertEquals(5, SizableOrders.lotsLiveBefore(memory, AT, 20, false));
    }

    /** Its account was given up and its end not told; its record now holds another order. */
    @Test
    void shouldTakeAnOrderForGoneWhenItsRecordHoldsAnother()
    {
        SizableOrders.add(memory, AT, 64, 10, 1, 1, 100, 7);
        SizableOrders.add(memory, AT, 64, 15, 1, 1, 100, 2);

        assertEquals(2, SizableOrders.lotsLiveBefore(memory, AT, 16, true));
        assertEquals(7, SizableOrders.lotsLiveBefore(memory, AT, 15, true));
    }

    @Test
    void shouldAgreeWithAListOfOrders()
    {
        for (long seed = 0; seed < 200; seed++)
        {
            memory.setMemory(0, memory.capacity(), (byte)0);
            final Random random = new Random(seed);
            final Noted[] places = new Noted[SizableOrders.COUNT];
            int next = 0;
            final Map<Integer, Noted> live = new HashMap<>();
            for (long sequence = 1; sequence <= 300; sequence++)
            {
                final int record = 64 * random.nextInt(24);
                final Noted there = live.get(record);
                if (there == null)
                {
                    final Noted order = new Noted(sequence, random.nextInt(50), 1 + random.nextInt(9));
                    order.lots *= random.nextBoolean() ? 1 : -1;
                    live.put(record, order);
                    next = placeOf(places, next);
                    places[next++] = order;
                    SizableOrders.add(
                        memory, AT, record, sequence, sequence, -sequence, order.price, order.lots);
                }
                else if (random.nextInt(3) == 0)
                {
                    there.price = random.nextInt(50);
                    there.lots = Long.signum(there.lots) * (1L + random.nextInt(9));
                    SizableOrders.change(memory, AT, record, there.price, Math.abs(there.lots));
                }
                else
                {
                    there.endSequence = sequence;
                    there.withdrawn = random.nextInt(9);
                    live.remove(record);
                    SizableOrders.end(memory, AT, record, sequence, sequence, there.withdrawn);
                }
                agree(places, seed);
            }
        }
    }

    /** The next one in turn that is free or ended, or the next. */
    private static int placeOf(final Noted[] places, final int next)
    {
        for (int i = next; i < next + places.length; i++)
        {
            final Noted there = places[i % places.length];
            if (there == null || there.endSequence != 0)
            {
                return i % places.length;
            }
        }
        return next % places.length;
    }

    private void agree(final Noted[] places, final long seed)
    {
        for (int place = 0; place < places.length; place++)
        {
            final Noted noted = places[place];
            final int order = SizableOrders.order(memory, AT, place);
            final String message = "seed " + seed + ", place " + place;
            if (noted == null)
            {
                assertEquals(-1, order, message);
                continue;
            }
            assertEquals(noted.sequence, memory.getLong(order + SizableOrders.SEQUENCE), message);
            assertEquals(-noted.sequence, memory.getLong(order + SizableOrders.VENUE_TIME), message);
            assertEquals(noted.price, memory.getLong(order + SizableOrders.PRICE), message);
            assertEquals(noted.lots, memory.getLong(order + SizableOrders.LOTS), message);
            assertEquals(noted.endSequence, memory.getLong(order + SizableOrders.END_SEQUENCE), message);
            assertEquals(noted.withdrawn, memory.getLong(order + SizableOrders.WITHDRAWN), message);
        }
    }
}
