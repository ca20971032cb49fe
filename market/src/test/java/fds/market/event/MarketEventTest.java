package fds.market.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import fds.market.codec.event.EventDecoder;
import fds.market.codec.event.EventEncoder;
import fds.market.codec.event.MessageHeaderDecoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class MarketEventTest
{
    /** The hand-written accessors and the generated decoder read the same 128 bytes. */
    @Test
    void shouldLieWhereTheSchemaSays()
    {
        final UnsafeBuffer memory = new UnsafeBuffer(new byte[64 + MarketEvent.LENGTH]);
        final MarketEvent event = new MarketEvent().wrap(memory, 64).clear();
        event.type(Kind.TRADE, Side.SELL, Flags.LAST | Flags.STP, 0x123456)
            .sequence(1).engineTimeNanos(2).venueTimeNanos(3)
            .feedSequence(4).orderId(5).accountId(-6).counterOrderId(7).counterAccountId(8).priceTicks(-9)
            .quantityLots(10)
            .value(11).reference(12).feedId(0xFFFE).venueId(0xFFFD).reasonId(15);

        final EventDecoder decoder = new EventDecoder().wrapAndApplyHeader(memory, 64, new MessageHeaderDecoder());
        assertEquals(MarketEvent.LENGTH, MessageHeaderDecoder.ENCODED_LENGTH + EventEncoder.BLOCK_LENGTH);
        assertEquals(1, decoder.sequence());
        assertEquals(2, decoder.engineTime());
        assertEquals(3, decoder.venueTime());
        assertEquals(4, decoder.feedSequence());
        assertEquals(5, decoder.order());
        assertEquals(-6, decoder.account());
        assertEquals(7, decoder.counterOrder());
        assertEquals(8, decoder.counterAccount());
        assertEquals(-9, decoder.priceTicks());
        assertEquals(10, decoder.quantityLots());
        assertEquals(11, decoder.value());
        assertEquals(12, decoder.reference());
        assertEquals(0x123456, decoder.instrument());
        assertEquals(0xFFFE, decoder.feed());
        assertEquals(0xFFFD, decoder.venue());
        assertEquals(15, decoder.reason());
        assertEquals(Kind.TRADE, decoder.kindRaw());
        assertEquals(Side.SELL, decoder.sideRaw());
        assertTrue(decoder.flags().last() && decoder.flags().stp() && !decoder.flags().ioc());
        assertTrue(MarketEvent.isEvent(memory, 64));
        assertEquals(0xFFFE, event.feedId());
        assertEquals(0xFFFD, event.venueId());
    }

    @Test
    void shouldBeAbsentWhenCleared()
    {
        final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0).clear();

        assertEquals(Absent.VALUE, event.priceTicks());
        assertEquals(Absent.VALUE, event.quantityLots());
        assertEquals(Absent.UNKNOWN_ID, event.accountId());
        assertEquals(Absent.NO_INSTRUMENT, event.instrumentId());
        assertEquals(0, event.kind() + event.side() + event.flags() + event.venueId() + event.reasonId());
    }

    @Test
    void shouldTakeDecimalIdsForThemselvesAndOtherTextForText()
    {
        final InboundEvent inbound = new InboundEvent().clear();
        assertTrue(inbound.id(TextField.ORDER, "9223372036854775807"));
        assertTrue(inbound.id(TextField.ACCOUNT, "9223372036854775808"));
        assertTrue(inbound.id(TextField.COUNTER_ACCOUNT, "007"));
        assertTrue(inbound.id(TextField.COUNTER_ORDER, ""));
        assertTrue(inbound.id(TextField.REASON, "12"));
        assertTrue(inbound.id(TextField.REFERENCE, "한국"));

        assertEquals(Long.MAX_VALUE, inbound.event().orderId());
        assertEquals(Absent.UNKNOWN_ID, inbound.event().accountId());
        assertEquals(1L << TextField.ACCOUNT.ordinal() | 1L << TextField.COUNTER_ACCOUNT.ordinal() |
            1L << TextField.REASON.ordinal() | 1L << TextField.REFERENCE.ordinal(), inbound.texts());
        assertEquals("9223372036854775808", text(inbound, TextField.ACCOUNT));
        assertEquals("007", text(inbound, TextField.COUNTER_ACCOUNT));
        assertEquals("12", text(inbound, TextField.REASON));
        assertEquals("한국", text(inbound, TextField.REFERENCE));
    }

    @Test
    void shouldRefuseTextsThatAreTooLong()
    {
        final InboundEvent inbound = new InboundEvent().clear();
        final String most = "0x" + "a".repeat(64);

        assertTrue(inbound.id(TextField.ACCOUNT, most));
        assertEquals(most, text(inbound, TextField.ACCOUNT));
        assertFalse(inbound.id(TextField.ORDER, most + "b"));
        assertFalse(inbound.id(TextField.ORDER, "한".repeat(23)));
        assertEquals(1L << TextField.ACCOUNT.ordinal(), inbound.texts());
    }

    @Test
    void shouldParseOnlyDecimalsWithoutLeadingZero()
    {
        for (final String text : new String[] {
            "", "0", "01", "-1", "+1", "1a", "99999999999999999999",
            "9223372036854775808", "9999999999999999999", " 1" })
        {
            assertEquals(0, InboundEvent.parseDecimal(text), text);
        }
        assertEquals(1, InboundEvent.parseDecimal("1"));
        assertEquals(1_000_000_000_000_000_000L, InboundEvent.parseDecimal("1000000000000000000"));
    }

    @Test
    void shouldNameEveryFlagAndKindBack()
    {
        for (int kind = 0; kind < Kind.COUNT; kind++)
        {
            if (Kind.nameOf(kind) != null)
            {
                assertEquals(kind, Kind.parse(Kind.nameOf(kind)));
            }
        }
        assertEquals(0, Kind.parse("new"));
        assertEquals("ioc|last", Flags.format(Flags.IOC | Flags.LAST));
        assertEquals(Flags.POST_ONLY, Flags.parse("post_only"));
        assertEquals(0, Flags.parse("nothing"));
    }

    private static String text(final InboundEvent inbound, final TextField field)
    {
        final byte[] bytes = new byte[inbound.textLength(field)];
        inbound.buffer().getBytes(inbound.textOffset(field), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
