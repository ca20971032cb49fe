package fds.app.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class TimeAxisTest
{
    @Test
    void shouldLabelRoundMomentsOfTheDay()
    {
        assertEquals(List.of("12:00:10", "12:00:20", "12:00:30"),
            labels("2024-08-09T12:00:01Z", "2024-08-09T12:00:31Z", 4));
        assertEquals(List.of("00:15", "00:30", "00:45"), labels("2024-08-09T00:00:01Z", "2024-08-09T00:59:00Z", 4));
    }

    @Test
    void shouldNameTheDateAtMidnight()
    {
        assertEquals(List.of("2024-08-09", "06:00", "12:00", "18:00", "2024-08-10"),
            labels("2024-08-09T00:00:00Z", "2024-08-10T00:00:00Z", 4));
    }

    @Test
    void shouldGoBelowASecond()
    {
        assertEquals(List.of("12:00:00.000", "12:00:00.002", "12:00:00.004"),
            labels("2024-08-09T12:00:00Z", "2024-08-09T12:00:00.005Z", 3));
    }

    private static List<String> labels(final String from, final String to, final int most)
    {
        return TimeAxis.moments(nanos(from), nanos(to), most).stream().map(TimeAxis.Moment::label).toList();
    }

    private static long nanos(final String time)
    {
        final Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
