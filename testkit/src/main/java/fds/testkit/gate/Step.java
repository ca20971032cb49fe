package fds.testkit.gate;

import java.util.function.Function;

import fds.market.event.MarketEvent;
import fds.testkit.event.EventBuilder;

/**
 * An event of a fixture.
 *
 * @param name       by which evidence and causes speak of it; empty: scenery.
 * @param afterNanos from the event before.
 * @param act        writes it.
 */
public record Step(String name, long afterNanos, Function<EventBuilder, MarketEvent> act)
{
    /**
     * Scenery, at the time of the event before.
     *
     * @param act writes it.
     * @return as said.
     */
    public static Step scenery(final Function<EventBuilder, MarketEvent> act)
    {
        return new Step("", 0, act);
    }
}
