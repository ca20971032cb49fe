package fds.app.explain;

import java.util.List;

/**
 * A part of an explanation under its heading.
 *
 * @param title  heading.
 * @param blocks in their order.
 */
record Section(String title, List<Block> blocks)
{
    static Section lines(final String title, final List<String> lines)
    {
        return new Section(title, List.of(new Block.Lines(lines, false)));
    }

    static Section commands(final String title, final String... commands)
    {
        return new Section(title, List.of(new Block.Lines(List.of(commands), true)));
    }

    static Section table(final String title, final List<String> headers, final List<List<Cell>> rows)
    {
        return new Section(title, List.of(new Block.Table(headers, rows)));
    }
}
