package fds.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells that a spreadsheet opens without harm. */
class SafeCsvTest
{
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "plain | plain",
        "=1+1 | '=1+1",
        "+cmd | '+cmd",
        "-cmd | '-cmd",
        "@sum | '@sum",
        "-12.5 | -12.5",
        "+3 | +3",
        "=1,2 | \"'=1,2\"",
        "a\"b | \"a\"\"b\"",
        "a,b | \"a,b\"",
        "123456789012345 | 123456789012345",
        "1234567890123456 | '1234567890123456",
        "0012 | '0012",
        "12e5 | '12e5",
        "0x12 | 0x12" })
    void shouldGuardTexts(final String text, final String cell)
    {
        assertEquals("x," + cell + "\r\n", new SafeCsv().text("x").text(text).end());
    }

    @Test
    void shouldKeepLinesAndEmptyCellsTogether()
    {
        final SafeCsv csv = new SafeCsv();
        assertEquals("\"\",\"a\r\nb\",,'\tx\r\n", csv.text("").text("a\r\nb").text(null)
            .text("\tx").end());
        assertEquals("1,-2.50\r\n", csv.number(1).number("-2.50").end());
    }
}
