package fds.app.plot;

import fds.market.door.FrameSink;

/** What can be gone through more than once, always in the same order. */
public interface FrameInput
{
    /**
     * Go through it from the beginning to the end.
     *
     * @param sink shown every frame.
     * @throws fds.market.door.BadInputException when it cannot be opened, or at a bad row that is not to be skipped.
     */
    void read(FrameSink sink);

    /**
     * Its name for people.
     *
     * @return file names without their directories.
     */
    String name();
}
