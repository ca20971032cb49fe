package planted.fds.app.manager;

/** Planted: a package that is named for nothing. */
public final class TellsNothing
{
    int answer()
    {
        return 42;
    }
}
