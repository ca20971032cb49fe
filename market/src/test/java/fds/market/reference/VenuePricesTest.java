package fds.market.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.slots.StateBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class VenuePricesTest
{
    private static final long NONE = Absent.VALUE;
    private static final long SECOND = 1_000_000_000L;

    private final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);
    private ReferenceData reference = new ReferenceData(256, 64);
    private long timeNanos = 1_000 * SECOND;

    @Test
    void shouldTakeTheMiddleOfOtherVenues()
    {
        define(1, 1, InstrumentType.SPOT, "BTC", "USDT", "", -2);
        define(2, 2, InstrumentType.SPOT, "BTC", "USD", "", -1);
        define(3, 3, InstrumentType.PERP, "XBT", "USDC", "BTC", 0);
        define(4, 1, InstrumentType.PERP, "BTC", "USDT", "", 0);   // the same venue
        define(5, 4, InstrumentType.SPOT, "ETH", "USD", "", -2);   // another underlying
        define(6, 5, InstrumentType.FUTURE, "BTC", "USD", "", -2); // has a basis
        define(7, 6, InstrumentType.SPOT, "BTC", "EUR", "", -2);   // no rate
        assertEquals(NONE, middle(1, SECOND));
        trade(1, 99_00);
        assertEquals(NONE, middle(1, SECOND), "its own price is none of another venue");
        trade(2, 1010);
        assertEquals(101_00, middle(1, SECOND));
        trade(3, 103);
        trade(4, 500);
        trade(5, 1);
        trade(6, 1);
        trade(7, 1_00);
        assertEquals(101_00, middle(1, SECOND), "of two the lower");
        assertEquals(2, reference.venuePrices().venueCount(1, timeNanos, SECOND));
        assertEquals(101, middle(4, SECOND), "of 101 and 103, in its own ticks");
        assertEquals(101, middle(3, SECOND), "of 99, 101 and 500");
    }

    @Test
    void shouldGoByRatesAndForgetOldPrices()
    {
        define(1, 1, InstrumentType.SPOT, "BTC", "USD", "", -2);
        define(2, 2, InstrumentType.SPOT, "BTC", "EUR", "", -2);
        define(3, 2, InstrumentType.ASSET, "EUR", "", "", -4);
        trade(2, 100_00);
        trade(1, 110_00);
        assertEquals(NONE, middle(1, SECOND));
        assertEquals(NONE, middle(2, SECOND));
        rate(3, 1_2500);
        assertEquals(125_00, middle(1, SECOND));
        assertEquals(88_00, middle(2, SECOND));
        timeNanos += SECOND;
        assertEquals(125_00, middle(1, SECOND));
        timeNanos++;
        assertEquals(NONE, middle(1, SECOND));
        trade(2, 101_00);
        define(2, 2, InstrumentType.SPOT, "BTC", "EUR", "", -3);
        assertEquals(NONE, middle(1, SECOND), "old ticks mean nothing in a new version");
        trade(2, 101_000);
        assertEquals(126_25, middle(1, SECOND));
    }

    @Test
    void shouldGoOnTheSameAfterRestore()
    {
        defineMany();
        final Random random = new Random(5);
        for (int i = 0; i < 200; i++)
        {
            trade(1 + random.nextInt(40), 1 + random.nextInt(10_000));
            timeNanos += random.nextInt(1000);
        }
        final StateBuffer state = new StateBuffer();
        reference.write(state);
        final ReferenceData lived = reference;
        reference = new ReferenceData(256, 64);
        defineMany();
        reference.read(state);
        for (int id = 1; id <= 40; id++)
        {
            assertEquals(lived.venuePrices().middleTicks(id, timeNanos, SECOND), middle(id, SECOND));
        }
        assertEquals(VenuePrices.PEERS_MAX, reference.venuePrices().venueCount(1, timeNanos, SECOND));
    }

    @Test
    void shouldAgreeWithPlainMiddle()
    {
        int told = 0;
        for (long seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            reference = new ReferenceData(256, 64);
            final int[] exponents = new int[10];
            for (int id = 1; id < 10; id++)
            {
                exponents[id] = -random.nextInt(6);
                define(id, 1 + random.nextInt(4), InstrumentType.SPOT, "BTC", "USD", "", exponents[id]);
            }
            final long[] last = new long[10];
            for (int i = 0; i < 15; i++)
            {
                final int id = 1 + random.nextInt(9);
                last[id] = 1 + random.nextInt(1_000_000);
                trade(id, last[id]);
            }
            final List<BigDecimal> others = new ArrayList<>();
            for (int id = 2; id < 10; id++)
            {
                if (last[id] > 0 && reference.instrument(id).venueId() != reference.instrument(1).venueId())
                {
                    others.add(BigDecimal.valueOf(last[id], -exponents[id]));
                }
            }
            others.sort(null);
            final long expected = others.isEmpty() ? NONE : others.get((others.size() - 1) / 2)
                .scaleByPowerOfTen(-exponents[1]).setScale(0, RoundingMode.DOWN).longValueExact();
            assertEquals(expected, middle(1, SECOND), "seed " + seed);
            told += others.isEmpty() ? 0 : 1;
        }
        assertTrue(told > 150, "only " + told);
    }

    @Test
    void shouldReckonNotionalInCents()
    {
        define(1, 1, InstrumentType.SPOT, "BTC", "USD", "", -2);
        define(2, 1, InstrumentType.SPOT, "BTC", "EUR", "", -2);
        assertEquals(NONE, reference.usdCentsOfNotional(2, 5));
        assertEquals(0, reference.usdCentsOfNotional(1, 0));
        final long unit = 1L << reference.notionalShift(1); // cents, times lots of one unit
        for (final long notional : new long[]{ 1, 7, 99, 12_345_678_901L, Long.MAX_VALUE })
        {
            final BigInteger exact = BigInteger.valueOf(notional).multiply(BigInteger.valueOf(unit));
            final long expected = exact.bitLength() > 63 ? Long.MAX_VALUE : exact.longValueExact();
            final long actual = reference.usdCentsOfNotional(1, notional);
            assertEquals(expected, actual, notional + " units");
        }
        define(3, 1, InstrumentType.ASSET, "EUR", "", "", -4);
        rate(3, 1_2500);
        assertEquals(1_000 * unit * 5 / 4, reference.usdCentsOfNotional(2, 1_000));
    }

    private void defineMany()
    {
        for (int id = 1; id <= 40; id++)
        {
            define(id, 1 + id % 20, InstrumentType.SPOT, "BTC", "USD", "", -2);
        }
    }

    private long middle(final int id, final long ageNanos)
    {
        return reference.venuePrices().middleTicks(id, timeNanos, ageNanos);
    }

    private void trade(final int id, final long ticks)
    {
        reference.venuePrices().onTrade(event.clear().kind(Kind.TRADE).instrumentId(id).priceTicks(ticks)
            .quantityLots(1).engineTimeNanos(timeNanos));
    }

    private void rate(final int id, final long ticks)
    {
        reference.onEvent(event.clear().kind(Kind.RATE).instrumentId(id).priceTicks(ticks));
    }

    private void define(
        final int id,
        final int venue,
        final InstrumentType type,
        final String base,
        final String quote,
        final String underlying,
        final int tickExponent)
    {
        final int version = reference.instrument(id) == null ? 1 : reference.instrument(id).version() + 1;
        reference.define(new Instrument(id, version, venue, "V" + venue, type == InstrumentType.ASSET ? base : "I" + id,
            type, base, quote, underlying, 1, tickExponent, 1, 0, 1, 0, 1, 1_000_000_000L, 1_000_000L));
    }
}
