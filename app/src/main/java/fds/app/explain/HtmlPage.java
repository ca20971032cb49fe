package fds.app.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import fds.app.view.TextTable;
import fds.market.finding.Severity;

/** A story as one file for browsers: its style and picture are in it, and it asks for nothing else. */
final class HtmlPage
{
    private static final double RATIO_MAX = 2; // thresholds stand in the middle of a bar

    private final PrintWriter out;

    HtmlPage(final PrintWriter out)
    {
        this.out = out;
    }

    void print(final Story story, final Picture picture)
    {
        out.println("<!DOCTYPE html>");
        out.println("<html lang=\"" + story.language().code() + "\">");
        out.println("<head>");
        out.println("<meta charset=\"utf-8\">");
        out.println("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.println("<meta http-equiv=\"Content-Security-Policy\" " +
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        out.println("<title>" + escaped(story.title()) + "</title>");
        out.println("<style>");
        out.print(style());
        out.println("</style>");
        out.println("</head>");
        out.println("<body>");
        head(story);
        section(story.happened());
        picture(story, picture);
        story.sections(picture).forEach(this::section);
        out.println("</body>");
        out.println("</html>");
    }

    private void head(final Story story)
    {
        final Severity severity = story.told().alert().severity();
        out.println("<header class=\"" + severity.name().toLowerCase(Locale.ROOT) + "\">");
        out.println("<h1>" + escaped(story.title()) + "</h1>");
        boolean isFirst = true;
        for (final String summary : story.summaries())
        {
            final String language = isFirst ? story.language().code() :
                story.language() == Language.EN ? Language.KO.code() : Language.EN.code();
            out.println("<p lang=\"" + language + "\"" + (isFirst ? " class=\"lead\"" : "") + ">" +
                escaped(summary) + "</p>");
            isFirst = false;
        }
        blocks(story.facts());
        out.println("</header>");
    }

    private void picture(final Story story, final Picture picture)
    {
        out.println("<section class=\"picture\">");
        out.println("<h2>" + escaped(story.word(Label.PICTURE)) + "</h2>");
        if (picture.svg().isEmpty())
        {
            out.println("<p>" + escaped(picture.missing()) + "</p>");
        }
        else
        {
            out.println("<figure>");
            out.print(picture.svg());
            out.println("</figure>");
        }
        out.println("</section>");
    }

    private void section(final Section section)
    {
        out.println("<section>");
        out.println("<h2>" + escaped(section.title()) + "</h2>");
        blocks(section);
        out.println("</section>");
    }

    private void blocks(final Section section)
    {
        for (final Block block : section.blocks())
        {
            if (block instanceof Block.Lines lines)
            {
                final String tag = lines.isCode() ? "pre" : "p";
                lines.lines().forEach(text -> out.println("<" + tag + ">" + escaped(text) + "</" + tag + ">"));
            }
            else if (block instanceof Block.Table table)
            {
                table(table);
            }
        }
    }

    private void table(final Block.Table table)
    {
        out.println("<div class=\"wide\"><table>");
        final List<String> headers = table.headers();
        if (headers.stream().anyMatch(header -> !header.isEmpty()))
        {
            out.print("<thead><tr>");
            headers.forEach(header -> out.print("<th" + (header.startsWith(">") ? " class=\"right\"" : "") + ">" +
                escaped(header.replaceFirst("^>", "")) + "</th>"));
            out.println("</tr></thead>");
        }
        out.println("<tbody>");
        for (final List<Cell> row : table.rows())
        {
            out.print("<tr>");
            for (int i = 0; i < row.size(); i++)
            {
                cell(row.get(i), headers.get(i).startsWith(">"));
            }
            out.println("</tr>");
        }
        out.println("</tbody></table></div>");
    }

    private void cell(final Cell cell, final boolean isRight)
    {
        final String tone = cell.tone() == Cell.Tone.PLAIN ? "" : cell.tone().name().toLowerCase(Locale.ROOT);
        final String classes = (tone + (isRight ? " right" : "")).strip();
        out.print("<td" + (classes.isEmpty() ? "" : " class=\"" + classes + "\"") + ">");
        final String text = Arrays.stream(cell.text() == null ? new String[0] : cell.text().split("\n"))
            .map(HtmlPage::escaped).collect(Collectors.joining("<br>"));
        out.print(cell.tone() == Cell.Tone.BADGE && !text.isEmpty() ? "<span>" + text + "</span>" : text);
        if (!Double.isNaN(cell.ratio()))
        {
            out.print(String.format(Locale.ROOT, "<div class=\"bar\"><i style=\"width:%.1f%%\"></i></div>",
                100 * Math.min(1, cell.ratio() / RATIO_MAX)));
        }
        out.print("</td>");
    }

    /** As text of a page, whatever a source that nobody checked put into it. */
    static String escaped(final String text)
    {
        return TextTable.printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            .replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String style()
    {
        try (InputStream resource = HtmlPage.class.getResourceAsStream("/explain.css"))
        {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("explain.css cannot be read", e);
        }
    }
}
