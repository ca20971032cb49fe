package fds.engine.stage;

/** Work on a run of positions of the main ring. Owned by one thread. */
public interface Stage
{
    /**
     * Handle positions in order.
     *
     * @param from first position.
     * @param to   last position.
     */
    void process(long from, long to);
}
