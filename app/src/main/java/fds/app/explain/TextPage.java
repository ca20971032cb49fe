package fds.app.explain;

import java.io.PrintWriter;
import java.util.Map;

import fds.app.view.TextTable;

/** A story on a terminal. */
final class TextPage
{
    private static final String INDENT = "  ";

    private final PrintWriter out;

    TextPage(final PrintWriter out)
    {
        this.out = out;
    }

    void print(final Story story)
    {
        line(story.title());
        out.println();
        story.summaries().forEach(summary -> line(INDENT + summary));
        out.println();
        blocks(story.facts());
        section(story.happened());
        story.sections(new Picture("", Map.of(), "")).forEach(this::section);
    }

    private void section(final Section section)
    {
        out.println();
        line(section.title());
        blocks(section);
    }

    private void blocks(final Section section)
    {
        for (final Block block : section.blocks())
        {
            if (block instanceof Block.Lines lines)
            {
                lines.lines().forEach(text -> line(INDENT + text));
            }
            else if (block instanceof Block.Table table)
            {
                table(table);
            }
        }
    }

    private void table(final Block.Table table)
    {
        final TextTable text = new TextTable(table.headers().toArray(String[]::new));
        table.rows().forEach(row -> text.row(row.stream().map(Cell::text).toArray(String[]::new)));
        final boolean hasHeader = table.headers().stream().anyMatch(header -> !header.isEmpty());
        text.lines(INDENT).stream().skip(hasHeader ? 0 : 1).forEach(out::println);
    }

    private void line(final String text)
    {
        out.println(TextTable.printable(text));
    }
}
