package fds.market.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Where reserved words lie: by lines, as lines are what memory costs. */
class StateLayoutTest
{
    private final StateLayout layout = new StateLayout(64, 128, 64, 256);

    @Test
    void shouldBeginALineForALineOrMore()
    {
        assertEquals(128, layout.reserve(SlotKind.PAIR, 1));
        assertEquals(192, layout.reserve(SlotKind.PAIR, 8));
        assertEquals(256, layout.reserve(SlotKind.PAIR, 3));
        assertEquals(320, layout.recordBytes(SlotKind.PAIR));
    }

    @Test
    void shouldPutTheFewWordsOfInstrumentsTogether()
    {
        assertEquals(256, layout.reserve(SlotKind.INSTRUMENT, 6));
        assertEquals(320, layout.reserve(SlotKind.INSTRUMENT, 35));
        assertEquals(640, layout.reserve(SlotKind.INSTRUMENT, 3), "no room in the first such line");
        assertEquals(304, layout.reserve(SlotKind.INSTRUMENT, 1), "room in the first");
        assertEquals(664, layout.reserve(SlotKind.INSTRUMENT, 5));
        assertEquals(312, layout.reserve(SlotKind.INSTRUMENT, 1));
        assertEquals(704, layout.reserve(SlotKind.INSTRUMENT, 1), "both are full");
        assertEquals(768, layout.recordBytes(SlotKind.INSTRUMENT));
    }

    @Test
    void shouldRefuseWhatComesTooLateOrIsNothing()
    {
        assertThrows(IllegalStateException.class, () -> layout.reserve(SlotKind.INSTRUMENT, 0));
        assertThrows(IllegalArgumentException.class, () -> layout.reserveCold(SlotKind.INSTRUMENT, 1));
        layout.recordBytes(SlotKind.INSTRUMENT);
        assertThrows(IllegalStateException.class, () -> layout.reserve(SlotKind.INSTRUMENT, 1));
    }
}
