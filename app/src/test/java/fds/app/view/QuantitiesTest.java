package fds.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;

import fds.market.detector.Unit;
import fds.market.event.Absent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in words. */
class QuantitiesTest
{
    @ParameterizedTest
    @CsvSource({ "0, 0 ns", "999, 999 ns", "1000, 1 µs", "1500, 1.5 µs", "2000000, 2 ms", "1234567890, 1.23456789 s",
        "59999999999, 59.999999999 s", "60000000000, 1 min", "61500000000, 1 min 1.5 s", "3600000000000, 1 h",
        "7500000000000, 2 h 5 min", "86400000000000, 1 d", "90061000000000, 1 d 1 h 1 min 1 s", "-1500, -1.5 µs",
        "-61000000000, -1 min 1 s", "60000000001, 1 min 0.000000001 s" })
    void shouldWriteDurations(final long nanos, final String text)
    {
        assertEquals(text, Quantities.duration(nanos));
    }

    @Test
    void shouldWriteEachUnitOfAnInstrument()
    {
        assertEquals("1,234,567", Quantities.text(Unit.COUNT, 1_234_567, null));
        assertEquals("0.0001 %", Quantities.text(Unit.PPM, 1, null));
        assertEquals("100 %", Quantities.text(Unit.PPM, 1_000_000, null));
        assertEquals("100,000.5 USD", Quantities.text(Unit.TICKS, 200_001, JournalFixture.BTC));
        assertEquals("1.5 BTC", Quantities.text(Unit.LOTS, 1500, JournalFixture.BTC));
        assertEquals("7 ticks", Quantities.text(Unit.TICKS, 7, null));
        assertEquals("10,000 USD", Quantities.text(Unit.USD, 10_000, null));
        assertEquals("5/s", Quantities.text(Unit.PER_SECOND, 5, null));
        assertEquals("yes", Quantities.text(Unit.FLAG, 1, null));
        assertEquals("-", Quantities.text(Unit.COUNT, Absent.VALUE, null));
        // 2^30 ticks by 2^30 lots need 61 bits; 40 are kept, so a unit is 2^21 tick-lots of 0.0005 USD.
        assertEquals("≈1,048.576 USD", Quantities.text(Unit.NOTIONAL, 1, JournalFixture.BTC));
        // The contract's multiplier of 10 counts: 25 ticks of 0.01 by 4 lots of 0.01.
        assertEquals("0.1", Quantities.money(BigInteger.valueOf(100), JournalFixture.ETH));
        assertEquals("0", Quantities.money(BigInteger.ZERO, JournalFixture.ETH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1 | 1", "1234.5678 | 1,234.5678", "-1234567 | -1,234,567",
        "0.12345 | 0.12345", "123456 | 123,456" })
    void shouldGroupThousands(final String plain, final String text)
    {
        assertEquals(text, Quantities.grouped(plain));
    }
}
