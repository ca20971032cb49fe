package fds.market.door;

import org.agrona.DirectBuffer;

/** Sinks that any room may use. */
public final class FrameSinks
{
    /** Takes frames and keeps none. */
    public static final FrameSink NOWHERE = new FrameSink()
    {
        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            // kept nowhere
        }

        @Override
        public void onBatchEnd()
        {
            // kept nowhere
        }
    };

    private FrameSinks()
    {
    }

    /**
     * Two sinks as one.
     *
     * @param first  told first.
     * @param second told then.
     * @return tells both.
     */
    public static FrameSink tee(final FrameSink first, final FrameSink second)
    {
        return new FrameSink()
        {
            @Override
            public void onFrames(final DirectBuffer buffer, final int offset, final int length)
            {
                first.onFrames(buffer, offset, length);
                second.onFrames(buffer, offset, length);
            }

            @Override
            public void onBatchEnd()
            {
                first.onBatchEnd();
                second.onBatchEnd();
            }
        };
    }
}
