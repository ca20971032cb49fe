package fds.app.recover;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/** Something beside the engine that a restart must know, and would else have to read the whole journal for. */
public interface Keepsake
{
    /**
     * Which one it is: the number of its section in a snapshot.
     *
     * @return 0 or more, another for each.
     */
    int number();

    /**
     * Write it.
     *
     * @param state to write to.
     */
    void write(StateWriter state);

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    void read(StateReader state);
}
