package fds.market.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.OwnerGroups;
import fds.market.slots.StateBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ReferenceDataTest
{
    private final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);
    private final ReferenceData reference = new ReferenceData(8, 4);

    @Test
    void shouldReckonDollarsOnlyWithARate()
    {
        reference.define(instrument(1, "USDT", InstrumentType.SPOT, -2));
        reference.define(instrument(2, "KRW", InstrumentType.SPOT, 0));
        reference.define(instrument(3, "", InstrumentType.ASSET, -7));
        assertEquals(1_000_000, reference.notionalOfUsd(1, 10_000));
        assertEquals(Absent.VALUE, reference.notionalOfUsd(2, 10_000));
        rate(3, 7_000); // 0.0007 USD for a won
        assertEquals(14_285_714, reference.notionalOfUsd(2, 10_000), 10);

        reference.define(instrument(2, "KRW", InstrumentType.SPOT, 0));
        assertEquals(14_285_714, reference.notionalOfUsd(2, 10_000), 10);
        reference.define(instrument(4, "KRW", InstrumentType.SPOT, 0));
        assertEquals(14_285_714, reference.notionalOfUsd(4, 10_000), 10);
        rate(3, -1);
        assertEquals(14_285_714, reference.notionalOfUsd(4, 10_000), 10);
    }

    @Test
    void shouldReadWhatItWrote()
    {
        final ReferenceData copy = new ReferenceData(8, 4);
        for (final ReferenceData each : new ReferenceData[] { reference, copy })
        {
            each.define(instrument(1, "KRW", InstrumentType.SPOT, 0));
            each.define(instrument(2, "", InstrumentType.ASSET, -7));
        }
        rate(2, 7_000);
        assertTrue(reference.owners().put(1, 5, 9, 2));
        final StateBuffer state = new StateBuffer();
        reference.write(state);
        copy.read(state);
        copy.define(instrument(3, "KRW", InstrumentType.SPOT, 0));

        assertEquals(reference.notionalOfUsd(1, 77), copy.notionalOfUsd(1, 77));
        assertEquals(reference.notionalOfUsd(1, 77), copy.notionalOfUsd(3, 77));
        assertEquals(9, copy.owners().groupOf(1, 5));
        assertEquals(2, copy.owners().roleOf(1, 5));
        assertEquals(1, copy.owners().version());
    }

    @Test
    void shouldKeepAccountsOfVenuesApartAndRefuseWhenFull()
    {
        final OwnerGroups owners = reference.owners();
        assertTrue(owners.put(1, 5, 9, 1));
        assertTrue(owners.put(2, 5, 8, -1));
        assertTrue(owners.put(1, -6, 9, -1));
        assertTrue(owners.put(1, 7, 9, -1));
        assertFalse(owners.put(1, 8, 9, -1));
        assertTrue(owners.put(1, 5, 7, -1));

        assertEquals(7, owners.groupOf(1, 5));
        assertEquals(1, owners.roleOf(1, 5));
        assertEquals(8, owners.groupOf(2, 5));
        assertEquals(9, owners.groupOf(1, -6));
        assertEquals(Absent.UNKNOWN_ID, owners.groupOf(1, 8));
        assertEquals(Absent.UNKNOWN_ID, owners.groupOf(1, Absent.UNKNOWN_ID));
        assertEquals(1, owners.refusedCount());
        assertEquals(5, owners.version());
    }

    private void rate(final int asset, final long ticks)
    {
        reference.onEvent(event.clear().type(Kind.RATE, Side.NONE, 0, asset).priceTicks(ticks));
    }

    private static Instrument instrument(
        final int id, final String quote, final InstrumentType type, final int tickExponent)
    {
        return new Instrument(id, 1, 1, "V1", type == InstrumentType.ASSET ? "KRW" : "I" + id, type, "BTC", quote, "",
            1, tickExponent, 1, 0, 1, 0, 1, 1_000_000, 1_000_000);
    }
}
