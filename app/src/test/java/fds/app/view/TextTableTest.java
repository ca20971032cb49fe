package fds.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Aligned columns. */
class TextTableTest
{
    @Test
    void shouldAlignWideCharactersAndNumbers()
    {
        final TextTable table = new TextTable("name", ">count", "note");
        table.row("계정", "1", "wide");
        table.row("abcdef", "1,000", null);

        assertEquals(List.of("- name    count  note", "- 계정        1  wide", "- abcdef  1,000"), table.lines("- "));
    }

    @Test
    void shouldNotLetATextSteerTheTerminal()
    {
        assertEquals("a?[31mb??", TextTable.printable("a\u001b[31mb\n\u202e"));
    }

    @Test
    void shouldShortenLongNames()
    {
        assertEquals("0xabcd..123456", TextTable.shortened("0xabcdef0123456789abcdef0123456789abcdef0123456", 14));
        assertEquals("short", TextTable.shortened("short", 14));
    }
}
