package fds.patterns.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import org.junit.jupiter.api.Test;

/** One trade that outweighs the others. */
class LargeTradeDetectorTest extends BasicContract<BasicShareConfig>
{
    @Override
    protected DetectorFactory<BasicShareConfig> factory()
    {
        return new LargeTradeFactory();
    }

    @Override
    protected BasicShareConfig flowConfig()
    {
        return new BasicShareConfig(Tiered.of(20000L), Tiered.of(1300000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicShareConfig config)
    {
        return new PlainLargeTrade(config);
    }

    @Test
    void shouldTellOfATradeOfTwentyTimesTheUsual()
    {
        usual(20, 60 * SECOND);
        trade(10_000, 20);
        assertEquals(1, recorder.findings().size());
        assertEquals(20_000_000, recorder.findings().get(0).compared(1).measured());
    }

    @Test
    void shouldStaySilentBelowTwentyTimesTheUsual()
    {
        usual(20, 60 * SECOND);
        trade(10_000, 19);
        assertSilent();
    }

    @Test
    void shouldTellOfAFifthOfTheVolume()
    {
        usual(1_000, 0);
        trade(10_000, 250);
        assertFound(200_000, 250_000_000, cause());
    }

    @Test
    void shouldStaySilentBelowAFifthOfTheVolume()
    {
        usual(1_000, 0);
        trade(10_000, 249);
        assertSilent();
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(19, SECOND);
        trade(10_000, 1_000);
        assertSilent();
    }

    /** Negative control: sizes from 1 to 100 as they come. */
    @Test
    void shouldStaySilentWhereSizesAreMixed()
    {
        final Random random = new Random(3);
        for (int i = 0; i < 5_000; i++)
        {
            events.after(random.nextInt(20) * SECOND);
            trade(10_000, 1 + random.nextInt(100));
        }
        assertSilent();
    }

    private void usual(final int count, final long every)
    {
        for (int i = 0; i < count; i++)
        {
            trade(10_000, 1);
            events.after(every);
        }
    }
}
