package fds.app.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest
{
    @Test
    void shouldRoundStepsUpToOneTwoOrFive()
    {
        assertEquals(0.002, Numbers.step(0.0011), 1e-12);
        assertEquals(1, Numbers.step(1), 1e-12);
        assertEquals(5, Numbers.step(2.1), 1e-12);
        assertEquals(10, Numbers.step(5.01), 1e-12);
    }

    @Test
    void shouldGiveMultiplesTheDecimalsOfTheirStep()
    {
        assertEquals("1,234.50", Numbers.stepped(1234.5, 0.05));
        assertEquals("-20", Numbers.stepped(-20, 10));
        assertEquals("0.3", Numbers.stepped(0.1 * 3, 0.1));
    }

    @Test
    void shouldWriteNumbersInFewSigns()
    {
        assertEquals("0", Numbers.compact(0));
        assertEquals("12.3", Numbers.compact(12.34));
        assertEquals("1.23k", Numbers.compact(1_234));
        assertEquals("1M", Numbers.compact(999_999));
        assertEquals("-2.5k", Numbers.compact(-2_500));
        assertEquals("0.001", Numbers.compact(0.001));
        assertEquals("10⁻⁵", Numbers.compact(0.00001));
        assertEquals("2.5·10⁻⁴", Numbers.compact(0.00025));
    }
}
