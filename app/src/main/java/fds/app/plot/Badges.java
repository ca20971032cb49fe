package fds.app.plot;

import java.util.ArrayList;
import java.util.List;

import fds.app.draw.Palette;
import fds.app.draw.Svg;

/** Numbered marks that keep out of each other's way, each tied to its point by a line. */
final class Badges
{
    static final double RADIUS = 8;
    private static final double[][] PLACES = {
        { 0, -24 }, { 0, 24 }, { 20, -22 }, { -20, -22 }, { 20, 22 }, { -20, 22 }, { 0, -44 }, { 0, 44 }, { 36, -36 },
        { -36, -36 }, { 36, 36 }, { -36, 36 }, { 40, 0 }, { -40, 0 }, { 0, -64 }, { 0, 64 }, { 56, -56 }, { -56, -56 },
        { 56, 56 }, { -56, 56 }, { 0, -84 }, { 0, 84 } };

    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final List<double[]> taken = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();

    Badges(final double left, final double top, final double right, final double bottom)
    {
        this.left = left + RADIUS;
        this.top = top + RADIUS;
        this.right = right - RADIUS;
        this.bottom = bottom - RADIUS;
    }

    /** Keep badges off a point. */
    void avoid(final double x, final double y)
    {
        points.add(new double[]{ x, y });
    }

    /** Put a number near a point. */
    void put(final Svg svg, final double x, final double y, final int number)
    {
        double[] best = null;
        for (final double[] place : PLACES)
        {
            final double[] at = { x + place[0], y + place[1] };
            final boolean isInside = at[0] >= left && at[0] <= right && at[1] >= top && at[1] <= bottom;
            if (isInside && taken.stream().allMatch(other -> distance(at, other) > 2 * RADIUS + 1) &&
                points.stream().allMatch(point -> distance(at, point) > RADIUS + 3))
            {
                best = at;
                break;
            }
        }
        if (best == null)
        {
            best = new double[]{ Math.max(left, Math.min(right, x)), Math.max(top, Math.min(bottom, y - 24)) };
        }
        taken.add(best);
        svg.line(x, y, best[0], best[1], Palette.INK, 1);
        svg.circle(x, y, 2.2, Palette.INK);
        draw(svg, best[0], best[1], number);
    }

    /** A number in its circle. */
    static void draw(final Svg svg, final double x, final double y, final int number)
    {
        svg.circle(x, y, RADIUS, Palette.INK);
        svg.bold(x, y + 3.6, Integer.toString(number), 10, "#ffffff", Svg.Anchor.MIDDLE);
    }

    private static double distance(final double[] one, final double[] other)
    {
        return Math.hypot(one[0] - other[0], one[1] - other[1]);
    }
}
