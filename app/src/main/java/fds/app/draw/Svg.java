package fds.app.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An SVG document that grows by one shape a call. Coordinates are pixels from the upper left corner, written with at
 * most one decimal. Text is left to the viewer's fonts, so that the bytes depend on no font of this machine.
 */
public final class Svg
{
    /** How far a glyph of the sans-serif fonts named in the document advances, in parts of the font's size. */
    private static final double ADVANCE = 0.56;

    private static final String FONTS = "Segoe UI,Helvetica,Arial,Liberation Sans,DejaVu Sans,sans-serif";

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Where a text stands with regard to its point. */
    public enum Anchor
    {
        /** To the right of it. */
        START,
        /** Around it. */
        MIDDLE,
        /** To the left of it. */
        END
    }

    /**
     * Begin a document on white.
     *
     * @param width  pixels.
     * @param height pixels.
     * @param title  read out to those who cannot see the picture.
     */
    public Svg(final int width, final int height, final String title)
    {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width).append("\" height=\"")
            .append(height).append("\" viewBox=\"0 0 ").append(width).append(' ').append(height)
            .append("\" role=\"img\" font-family=\"").append(FONTS).append("\">\n");
        out.append("<title>").append(escaped(title)).append("</title>\n");
        rect(0, 0, width, height, "#ffffff");
    }

    /**
     * A filled rectangle.
     *
     * @param x      left.
     * @param y      top.
     * @param width  pixels.
     * @param height pixels.
     * @param fill   colour.
     */
    public void rect(final double x, final double y, final double width, final double height, final String fill)
    {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"")
            .append(number(width)).append("\" height=\"").append(number(height)).append("\" fill=\"").append(fill)
            .append("\"/>\n");
    }

    /**
     * An outline.
     *
     * @param x      left.
     * @param y      top.
     * @param width  pixels.
     * @param height pixels.
     * @param stroke colour.
     */
    public void frame(final double x, final double y, final double width, final double height, final String stroke)
    {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"")
            .append(number(width)).append("\" height=\"").append(number(height))
            .append("\" fill=\"none\" stroke=\"").append(stroke).append("\"/>\n");
    }

    /**
     * A straight line.
     *
     * @param x1     begin.
     * @param y1     begin.
     * @param x2     end.
     * @param y2     end.
     * @param stroke colour.
     * @param width  pixels.
     */
    public void line(
        final double x1, final double y1, final double x2, final double y2, final String stroke, final double width)
    {
        out.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1)).append("\" x2=\"")
            .append(number(x2)).append("\" y2=\"").append(number(y2)).append("\" stroke=\"").append(stroke)
            .append("\" stroke-width=\"").append(number(width)).append("\"/>\n");
    }

    /**
     * A filled circle.
     *
     * @param x      centre.
     * @param y      centre.
     * @param radius pixels.
     * @param fill   colour.
     */
    public void circle(final double x, final double y, final double radius, final String fill)
    {
        out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"")
            .append(number(radius)).append("\" fill=\"").append(fill).append("\"/>\n");
    }

    /**
     * A path.
     *
     * @param data       of its {@code d}; nothing is drawn when it is empty.
     * @param attributes as in SVG, for example {@code fill="none" stroke="#000"}.
     */
    public void path(final CharSequence data, final String attributes)
    {
        if (!data.isEmpty())
        {
            out.append("<path ").append(attributes).append(" d=\"").append(data).append("\"/>\n");
        }
    }

    /**
     * A line of text.
     *
     * @param x      of its point.
     * @param y      of its base line.
     * @param text   any.
     * @param size   of the font in pixels.
     * @param fill   colour.
     * @param anchor where it stands.
     */
    public void text(
        final double x, final double y, final String text, final double size, final String fill, final Anchor anchor)
    {
        text(x, y, text, size, fill, anchor, "");
    }

    /**
     * A line of text in bold.
     *
     * @param x      of its point.
     * @param y      of its base line.
     * @param text   any.
     * @param size   of the font in pixels.
     * @param fill   colour.
     * @param anchor where it stands.
     */
    public void bold(
        final double x, final double y, final String text, final double size, final String fill, final Anchor anchor)
    {
        text(x, y, text, size, fill, anchor, " font-weight=\"600\"");
    }

    /**
     * A line of text that reads upwards.
     *
     * @param x    of its middle.
     * @param y    of its middle.
     * @param text any.
     * @param size of the font in pixels.
     * @param fill colour.
     */
    public void upwards(final double x, final double y, final String text, final double size, final String fill)
    {
        text(x, y, text, size, fill, Anchor.MIDDLE,
            " transform=\"rotate(-90 " + number(x) + " " + number(y) + ")\"");
    }

    /**
     * Begin to cut off what lies outside of a rectangle; ended by {@link #endClip}.
     *
     * @param id     of the rectangle, once in a document.
     * @param x      left.
     * @param y      top.
     * @param width  pixels.
     * @param height pixels.
     */
    public void beginClip(final String id, final double x, final double y, final double width, final double height)
    {
        out.append("<clipPath id=\"").append(id).append("\"><rect x=\"").append(number(x)).append("\" y=\"")
            .append(number(y)).append("\" width=\"").append(number(width)).append("\" height=\"")
            .append(number(height)).append("\"/></clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
    }

    /** End {@link #beginClip}. */
    public void endClip()
    {
        out.append("</g>\n");
    }

    /**
     * The document.
     *
     * @return its bytes; nothing can be added any more.
     */
    public byte[] bytes()
    {
        return out.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A coordinate as it is written.
     *
     * @param pixels any finite number.
     * @return with at most one decimal, never {@code -0}.
     */
    public static String number(final double pixels)
    {
        final long tenths = Math.round(pixels * 10);
        final long whole = Math.abs(tenths) / 10;
        final long rest = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    /**
     * About how wide a text will be.
     *
     * @param text any.
     * @param size of the font in pixels.
     * @return pixels.
     */
    public static double width(final String text, final double size)
    {
        return text.codePointCount(0, text.length()) * size * ADVANCE;
    }

    /**
     * A text that fits.
     *
     * @param text  any.
     * @param size  of the font in pixels.
     * @param width pixels there are.
     * @return the text, or its beginning and an ellipsis.
     */
    public static String fitted(final String text, final double size, final double width)
    {
        final int most = Math.max(1, (int)(width / (size * ADVANCE)));
        return text.codePointCount(0, text.length()) <= most ? text :
            text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /**
     * A text in lines that fit, broken between words; only what has room on no line is cut.
     *
     * @param text  any.
     * @param size  of the font in pixels.
     * @param width pixels there are.
     * @param most  lines, 1 or more; the last of them ends in an ellipsis when there is more.
     * @return one or more lines.
     */
    public static List<String> wrapped(final String text, final double size, final double width, final int most)
    {
        final List<String> lines = new ArrayList<>();
        String rest = text;
        while (lines.size() < most - 1 && width(rest, size) > width)
        {
            final int room = rest.offsetByCodePoints(0, Math.max(1, (int)(width / (size * ADVANCE))));
            final int blank = rest.lastIndexOf(' ', room);
            final int cut = blank > 0 ? blank : room;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(fitted(rest, size, width));
        return lines;
    }

    private void text(
        final double x,
        final double y,
        final String text,
        final double size,
        final String fill,
        final Anchor anchor,
        final String more)
    {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" font-size=\"")
            .append(number(size)).append("\" fill=\"").append(fill).append('"').append(switch (anchor)
            {
                case START -> "";
                case MIDDLE -> " text-anchor=\"middle\"";
                case END -> " text-anchor=\"end\"";
            }).append(more).append('>').append(escaped(text)).append("</text>\n");
    }

    /** Control characters are not allowed in XML at all. */
    private static String escaped(final String text)
    {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
            .replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF\\p{Cs}]", "?");
    }
}
