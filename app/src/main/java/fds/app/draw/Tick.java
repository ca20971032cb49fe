package fds.app.draw;

/**
 * A mark on an axis.
 *
 * @param value where, in the axis's unit.
 * @param label beside it; empty for a mark without one.
 */
public record Tick(double value, String label)
{
}
