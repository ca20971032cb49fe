package planted.fds.actions.policy;

import java.util.ArrayList;

/** Planted: a list that grows between ring and decision. */
public final class RemembersInAList
{
    boolean keep(final ArrayList<Long> kept, final long value)
    {
        return kept.add(value);
    }
}
