package fds.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fds.app.UsageException;
import fds.market.event.Absent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in a journal, as users write them. */
class MomentTest
{
    @ParameterizedTest
    @CsvSource({
        "#123, true, 123",
        "#0, true, 0",
        "1767323045000000001, false, 1767323045000000001",
        "2026-01-02T03:04:05Z, false, 1767323045000000000",
        "2026-01-02T03:04:05.000000001Z, false, 1767323045000000001",
        "2026-01-02T12:04:05+09:00, false, 1767323045000000000",
        "2026-01-02T03:04:05, false, 1767323045000000000",
        "2026-01-02 03:04:05, false, 1767323045000000000",
        "2026-01-02T03:04, false, 1767323040000000000",
        "2026-01-02, false, 1767312000000000000" })
    void shouldReadTimesAndSequences(final String text, final boolean isSequence, final long value)
    {
        assertEquals(new Moment(isSequence, value), Moment.from("--from", text));
    }

    @Test
    void shouldEndADayWithItsLastNanosecond()
    {
        assertEquals(new Moment(false, 1767398399999999999L), Moment.to("--to", "2026-01-02"));
        assertEquals(new Moment(false, 1767323045000000000L), Moment.to("--to", "2026-01-02T03:04:05Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "now", "#", "#-1", "#1x", "-5", "2026-13-01", "2026-01-02T25:00",
        "9999-01-01T00:00:00Z", "99999999999999999999", "9999999999999999999", "2026-01-02T03:04:05+99:00", "12:30" })
    void shouldRefuseWhatIsNeither(final String text)
    {
        final UsageException refused = assertThrows(UsageException.class, () -> Moment.from("--from", text));
        assertEquals("--from is '" + text + "': must be an ISO-8601 time (UTC unless it says otherwise), nanoseconds " +
            "since 1970, or a sequence as #123", refused.getMessage());
    }

    @Test
    void shouldWriteTimes()
    {
        assertEquals("2026-01-02T03:04:05.000000001Z", Moment.text(1767323045000000001L));
        assertEquals("2026-01-02 03:04:05.000001", Moment.shortText(1767323045000001999L));
        assertEquals("-", Moment.text(Absent.VALUE));
        assertEquals("1969-12-31T23:59:59.999999999Z", Moment.text(-1));
    }
}
