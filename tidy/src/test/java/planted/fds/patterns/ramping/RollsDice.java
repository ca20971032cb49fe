package planted.fds.patterns.ramping;

import java.util.Random;

/** Planted: chance. */
public final class RollsDice
{
    int roll()
    {
        return new Random().nextInt();
    }
}
