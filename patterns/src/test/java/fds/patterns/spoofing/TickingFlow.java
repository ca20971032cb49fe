package fds.patterns.spoofing;

import java.util.Random;

import fds.testkit.event.EventBuilder;
import fds.testkit.event.Flow;

/** Another flow, and now and then the engine's TICK, without which nothing that waits is ever told. */
final class TickingFlow implements Flow
{
    private static final int ONE_IN = 6;

    private final Flow flow;
    private final int pauseNanosMax;

    TickingFlow(final Flow flow, final int pauseNanosMax)
    {
        this.flow = flow;
        this.pauseNanosMax = pauseNanosMax;
    }

    @Override
    public void next(final Random random, final EventBuilder events)
    {
        if (random.nextInt(ONE_IN) == 0)
        {
            events.after(random.nextInt(pauseNanosMax)).tick();
            return;
        }
        flow.next(random, events);
    }
}
