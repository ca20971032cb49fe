package fds.feeds.simulator.label;

/** Takes labels one by one, on the thread that reads the feed. */
@FunctionalInterface
public interface LabelSink
{
    /** Forgets what it is told. */
    LabelSink NONE = label ->
    {
    };

    /**
     * An episode is over, and its last row was read from the feed.
     *
     * @param label what happened.
     */
    void onLabel(Label label);
}
