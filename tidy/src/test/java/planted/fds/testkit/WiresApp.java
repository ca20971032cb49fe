package planted.fds.testkit;

import fds.app.Fds;

/** Planted: the kit of tests knows the product. */
public final class WiresApp
{
    Class<?> product()
    {
        return Fds.class;
    }
}
