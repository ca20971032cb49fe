package fds.market.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class InboundEventTest
{
    /** Feeds that hold events back copy them into the slot they are given, wherever its event lies. */
    @Test
    void shouldCopyIntoAnEventThatLiesElsewhere()
    {
        final UnsafeBuffer ring = new UnsafeBuffer(new byte[2 * MarketEvent.LENGTH]);
        final InboundEvent inPlace = new InboundEvent(ring);
        inPlace.event().wrap(ring, MarketEvent.LENGTH);
        final InboundEvent held = new InboundEvent();
        held.clear();
        held.event().type(Kind.NEW, Side.BUY, 0, 7).orderId(42);
        held.id(TextField.ACCOUNT, "0xab");

        inPlace.copyFrom(held);

        final MarketEvent copied = new MarketEvent().wrap(ring, MarketEvent.LENGTH);
        assertEquals(Kind.NEW, copied.kind());
        assertEquals(42, copied.orderId());
        final InboundEvent back = new InboundEvent();
        back.copyFrom(inPlace);
        assertEquals(7, back.event().instrumentId());
        assertEquals(held.textLength(TextField.ACCOUNT), back.textLength(TextField.ACCOUNT));
    }
}
