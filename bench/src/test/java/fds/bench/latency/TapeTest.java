package fds.bench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.LabelSink;
import fds.market.event.InboundEvent;
import fds.market.event.MarketEvent;
import org.junit.jupiter.api.Test;

/** A recording that can be played for ever. */
class TapeTest
{
    private static final int EVENTS = 5_000;

    @Test
    void shouldGoOnBehindItsEndWithOtherOrdersAndLaterTimes()
    {
        final Tape tape = tape();
        final List<long[]> first = played(tape);
        final List<long[]> second = played(tape);

        assertTrue(second.get(0)[0] > first.get(EVENTS - 1)[0], "time went back");
        assertEquals(EVENTS + 1, second.get(0)[1]);
        for (int i = 0; i < EVENTS; i++)
        {
            assertEquals(first.get(i)[3], second.get(i)[3]);
            if (first.get(i)[2] != 0)
            {
                assertNotEquals(first.get(i)[2], second.get(i)[2]);
            }
        }
        final long newest = first.stream().mapToLong(event -> event[2]).max().orElseThrow();
        assertTrue(second.stream().allMatch(event -> event[2] == 0 || event[2] > newest), "an order's id came again");
    }

    @Test
    void shouldPlayTheSameToAnother()
    {
        final Tape tape = tape();
        final Tape again = tape.again();
        final List<long[]> first = played(tape);
        final List<long[]> second = played(again);

        for (int i = 0; i < EVENTS; i++)
        {
            assertEquals(List.of(first.get(i)[0], first.get(i)[2]), List.of(second.get(i)[0], second.get(i)[2]));
        }
    }

    private static Tape tape()
    {
        try (SimulatorFeed feed = new SimulatorFeed(Flow.CALM.venue(EVENTS), LabelSink.NONE))
        {
            return Tape.record(feed, EVENTS);
        }
    }

    private static List<long[]> played(final Tape tape)
    {
        final List<long[]> events = new ArrayList<>();
        final InboundEvent slot = new InboundEvent();
        for (int i = 0; i < EVENTS; i++)
        {
            tape.next(slot);
            final MarketEvent event = slot.event();
            events.add(new long[]{ event.venueTimeNanos(), event.feedSequence(), event.orderId(), event.kind() });
        }
        return events;
    }
}
