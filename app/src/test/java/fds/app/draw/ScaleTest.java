package fds.app.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class ScaleTest
{
    @Test
    void shouldPlaceValuesEvenly()
    {
        final Scale scale = Scale.linear(10, 20, 100, 0);
        assertEquals(100, scale.at(10), 1e-9);
        assertEquals(50, scale.at(15), 1e-9);
        assertEquals(0, scale.at(20), 1e-9);
        assertEquals(List.of(new Tick(10, "10"), new Tick(15, "15"), new Tick(20, "20")), scale.ticks(3));
    }

    @Test
    void shouldPlaceValuesByPowersOfTen()
    {
        final Scale scale = Scale.log(0.1, 1_000, 0, 400);
        assertEquals(100, scale.at(1), 1e-9);
        assertEquals(300, scale.at(100), 1e-9);
        assertEquals(List.of("0.1", "1", "10", "100", "1k"), scale.ticks(5).stream().map(Tick::label).toList());
        assertEquals(List.of("", "1", "", "100", ""), scale.ticks(3).stream().map(Tick::label).toList());
    }

    @Test
    void shouldRefuseWhatDoesNotAscend()
    {
        assertThrows(IllegalArgumentException.class, () -> Scale.linear(1, 1, 0, 100));
        assertThrows(IllegalArgumentException.class, () -> Scale.log(0, 1, 0, 100));
        assertThrows(IllegalArgumentException.class, () -> Scale.linear(Double.NaN, 1, 0, 100));
    }
}
