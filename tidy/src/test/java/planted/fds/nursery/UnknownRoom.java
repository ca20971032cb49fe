package planted.fds.nursery;

/** Planted: a class in no room of the map. */
public final class UnknownRoom
{
    int answer()
    {
        return 42;
    }
}
