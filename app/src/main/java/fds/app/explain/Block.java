package fds.app.explain;

import java.util.List;

/** A piece of a section, in words that a terminal and a page both can show. */
sealed interface Block
{
    /**
     * Lines of text.
     *
     * @param lines  one or more.
     * @param isCode whether they are commands.
     */
    record Lines(List<String> lines, boolean isCode) implements Block
    {
    }

    /**
     * A table.
     *
     * @param headers one a column; one that begins with {@code >} makes its column right-aligned; all empty: none.
     * @param rows    of cells, one a column.
     */
    record Table(List<String> headers, List<List<Cell>> rows) implements Block
    {
    }
}
