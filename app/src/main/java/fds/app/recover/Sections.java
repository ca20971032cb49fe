package fds.app.recover;

/** Kinds of a snapshot's sections. Those of the engine are its parts' ordinals, below 16. */
final class Sections
{
    static final int HISTORY = 16;
    static final int HASH = 17;
    static final int KEEPSAKES = 18; // numbered

    private Sections()
    {
    }
}
