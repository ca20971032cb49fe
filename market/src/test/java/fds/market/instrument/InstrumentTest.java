package fds.market.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InstrumentTest
{
    @Test
    void shouldTakeRangesWhoseProductFits()
    {
        assertEquals(0, instrument(1, 1_000_000, 1_000_000).notionalShift());
        assertEquals(22, instrument(1, 1L << 31, (1L << 31) - 1).notionalShift());
        assertEquals((1L << 40) - 1, instrument(1, 1, (1L << 40) - 1).notional(1, (1L << 40) - 1));
        assertTrue(instrument(1, 1L << 31, (1L << 31) - 1).notional(-(1L << 31), (1L << 31) - 1) < 1L << 40);
    }

    @Test
    void shouldRefuseWhatWouldOverflow()
    {
        assertThrows(IllegalArgumentException.class, () -> instrument(1, 1L << 31, 1L << 31));
        assertThrows(IllegalArgumentException.class, () -> instrument(1, Long.MAX_VALUE, 2));
        assertThrows(IllegalArgumentException.class, () -> instrument(1, 1L << 62, 1));
    }

    @Test
    void shouldRefuseValuesOutOfRange()
    {
        assertThrows(IllegalArgumentException.class, () -> instrument(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> instrument(Instrument.ID_MAX + 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> instrument(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> instrument(1, 1, 0));
        assertEquals(1, Instrument.partitionOf(65));
    }

    private static Instrument instrument(final int id, final long priceMax, final long quantityMax)
    {
        return new Instrument(
            id, 1, 1, "V1", "I1", InstrumentType.SPOT, "BTC", "USD", "", 1, -2, 1, 0, 1, 0, 1, priceMax, quantityMax);
    }
}
