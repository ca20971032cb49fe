package fds.bench.realism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class AutocorrelationTest
{
    @Test
    void shouldSeeWhatAlternates()
    {
        final Autocorrelation series = new Autocorrelation(3);
        for (int i = 0; i < 10_000; i++)
        {
            series.add(i % 2 == 0 ? 1 : -1);
        }
        assertEquals(-1, series.at(1), 1e-3);
        assertEquals(1, series.at(2), 1e-3);
        assertEquals(0, series.mean(1, 2), 1e-3);
        assertEquals(1, series.kurtosis(), 1e-9);
    }

    @Test
    void shouldAgreeWithThePlainDefinition()
    {
        final SplittableRandom random = new SplittableRandom(5);
        final double[] values = new double[500];
        final Autocorrelation series = new Autocorrelation(20);
        double sum = 0;
        for (int i = 0; i < values.length; i++)
        {
            values[i] = (i == 0 ? 0 : 0.7 * values[i - 1]) + random.nextDouble() - 0.3;
            sum += values[i];
            series.add(values[i]);
        }
        final double mean = sum / values.length;
        for (int lag = 1; lag <= 20; lag++)
        {
            double products = 0;
            double squares = 0;
            for (int i = 0; i < values.length; i++)
            {
                squares += (values[i] - mean) * (values[i] - mean);
                products += i < lag ? 0 : values[i] * values[i - lag];
            }
            final double plain =
                (products / (values.length - lag) - mean * mean) / (squares / values.length);
            assertEquals(plain, series.at(lag), 1e-9, "lag " + lag);
        }
        assertTrue(series.at(1) > 0.6);
    }

    @Test
    void shouldNotTellOfASeriesThatNeverMovesOrIsTooShort()
    {
        final Autocorrelation series = new Autocorrelation(3);
        series.add(2);
        series.add(2);
        assertTrue(Double.isNaN(series.at(1)));
        assertTrue(Double.isNaN(series.at(2)));
    }
}
