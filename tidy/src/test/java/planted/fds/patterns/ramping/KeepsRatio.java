package planted.fds.patterns.ramping;

/** Planted: a ratio as a field. */
public final class KeepsRatio
{
    float ratio;
}
