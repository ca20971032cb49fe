package fds.app.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;

class SvgTest
{
    @Test
    void shouldWriteCoordinatesWithAtMostOneDecimal()
    {
        assertEquals("1", Svg.number(1));
        assertEquals("1.3", Svg.number(1.25));
        assertEquals("-0.5", Svg.number(-0.5));
        assertEquals("0", Svg.number(-0.04));
    }

    @Test
    void shouldBeWellFormedWhateverTheTextsSay() throws Exception
    {
        final Svg svg = new Svg(100, 50, "a <b> & \"c\" \u0001\uD800");
        svg.beginClip("clip", 0, 0, 10, 10);
        svg.text(1, 2, "<script>alert('1')</script>", 10, Palette.INK, Svg.Anchor.END);
        svg.upwards(1, 2, "&", 10, Palette.INK);
        svg.endClip();
        svg.path("", "fill=\"none\"");
        final byte[] bytes = svg.bytes();
        assertEquals("svg", DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes)).getDocumentElement().getTagName());
        final String text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.contains("&lt;script&gt;"), text);
        assertTrue(!text.contains("<path"), "an empty path is not written");
    }

    @Test
    void shouldCutTextsThatDoNotFit()
    {
        assertEquals("short", Svg.fitted("short", 10, 100));
        assertEquals("a long…", Svg.fitted("a long sentence", 10, 7 * 5.6 + 1));
    }
}
