package fds.engine.stage;

import fds.engine.ring.MainRing;
import fds.market.door.FrameSink;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;

/** Hands every event and control record to the event journal, in order, a batch at a time. */
public final class JournalStage implements Stage
{
    private final MainRing ring;
    private final FrameSink journal;
    private final MarketEvent event = new MarketEvent();

    /**
     * Make it.
     *
     * @param ring    to read.
     * @param journal to write to.
     */
    public JournalStage(final MainRing ring, final FrameSink journal)
    {
        this.ring = ring;
        this.journal = journal;
        event.wrap(ring.events(), 0);
    }

    @Override
    public void process(final long from, final long to)
    {
        long runStart = from;
        for (long position = ring.mayHaveControl(from) ? from : to + 1; position <= to; position++)
        {
            if (event.at(ring.offsetOf(position)).kind() == Kind.CONTROL)
            {
                writeRun(runStart, position - 1);
                journal.onFrames(ring.pool(), (int)event.value(), (int)event.reference());
                runStart = position + 1;
            }
        }
        writeRun(runStart, to);
        journal.onBatchEnd();
    }

    private void writeRun(final long from, final long to)
    {
        long position = from;
        while (position <= to)
        {
            final int count = ring.contiguous(position, to);
            journal.onFrames(ring.events(), ring.offsetOf(position), count * MarketEvent.LENGTH);
            position += count;
        }
    }
}
