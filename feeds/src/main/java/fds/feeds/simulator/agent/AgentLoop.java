package fds.feeds.simulator.agent;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.venue.Crowd;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;

/**
 * Lets every honest participant act when its time has come. Owned by the simulator's thread; the order of those who are
 * due at the same time is the order in which they were made.
 */
public final class AgentLoop implements Crowd
{
    private final SimulatedVenue venue;
    private final Activity activity;
    private final Crowd crowd;
    private final Agent[] agents;
    private final long[] due; // [agent], nanoseconds of activity
    private final int[] heap; // agents, the next one first

    AgentLoop(final SimulatedVenue venue, final Activity activity, final Crowd crowd, final List<Due> all)
    {
        this.venue = venue;
        this.activity = activity;
        this.crowd = crowd;
        final List<Due> known = new ArrayList<>(all);
        agents = new Agent[known.size()];
        due = new long[agents.length];
        heap = new int[agents.length];
        for (int i = 0; i < agents.length; i++)
        {
            agents[i] = known.get(i).agent();
            due[i] = known.get(i).activeNanos();
            heap[i] = i;
        }
        for (int i = agents.length / 2; i >= 0; i--)
        {
            sink(i);
        }
    }

    /**
     * An agent that has not acted yet.
     *
     * @param agent       who.
     * @param activeNanos when it acts first.
     */
    record Due(Agent agent, long activeNanos)
    {
    }

    /**
     * When somebody acts next.
     *
     * @return UTC nanoseconds since 1970.
     */
    public long nextNanos()
    {
        return activity.realOf(due[heap[0]]);
    }

    /**
     * Let the next one act.
     *
     * @param nowNanos {@link #nextNanos} or later.
     */
    public void step(final long nowNanos)
    {
        final int agent = heap[0];
        final long active = due[agent];
        final long before = venue.rowsMade();
        due[agent] = active + Math.max(1, agents[agent].step(nowNanos));
        activity.onStep(active, nowNanos, venue.rowsMade() - before);
        sink(0);
    }

    @Override
    public void take(final SimulatedMarket market, final int account)
    {
        crowd.take(market, account);
    }

    @Override
    public long usualLots(final SimulatedMarket market, final int account)
    {
        return crowd.usualLots(market, account);
    }

    private void sink(final int from)
    {
        if (from >= heap.length)
        {
            return;
        }
        int at = from;
        final int agent = heap[at];
        while (2 * at + 1 < heap.length)
        {
            int child = 2 * at + 1;
            if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child]))
            {
                child++;
            }
            if (!isBefore(heap[child], agent))
            {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = agent;
    }

    private boolean isBefore(final int agent, final int other)
    {
        return due[agent] < due[other] || due[agent] == due[other] && agent < other;
    }
}
