package fds.patterns.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import org.junit.jupiter.api.Test;

/** A price that runs away within ten seconds. */
class PriceSpikeDetectorTest extends BasicContract<BasicShareConfig>
{
    @Override
    protected DetectorFactory<BasicShareConfig> factory()
    {
        return new PriceSpikeFactory();
    }

    @Override
    protected BasicShareConfig flowConfig()
    {
        return new BasicShareConfig(Tiered.of(20000L), Tiered.of(1200000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicShareConfig config)
    {
        return new PlainPriceSpike(config);
    }

    @Test
    void shouldTellOfAMoveOfHalfAPercentWhereLittleIsUsual()
    {
        usual(12, 4);
        trade(10_049, 1);
        assertSilent();
        trade(10_050, 1);
        assertFound(5_000, 12_500_000, cause(), "REFERENCE_PRICE " + (events.sequence() - 2));
    }

    @Test
    void shouldTellOfAFallToo()
    {
        usual(12, 4);
        trade(9_951, 1);
        assertSilent();
        trade(9_950, 1);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentBelowTenTimesTheUsual()
    {
        usual(12, 6);
        trade(10_059, 1);
        assertSilent();
        trade(10_060, 1);
        assertEquals(10_000_000, recorder.findings().get(0).compared(1).measured());
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(11, 4);
        trade(10_500, 1);
        assertSilent();
    }

    @Test
    void shouldTellAgainAfterAMinute()
    {
        usual(12, 4);
        trade(10_500, 1);
        events.after(59 * SECOND);
        trade(11_200, 1);
        assertEquals(1, recorder.findings().size());
        events.after(SECOND);
        trade(12_500, 1);
        assertEquals(2, recorder.findings().size());
    }

    /** Negative control: a wild market in which moves of two percent are usual. */
    @Test
    void shouldStaySilentInAWildMarket()
    {
        final Random random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            events.after(random.nextInt(4) * SECOND);
            trade(10_000 + random.nextInt(400), 1);
        }
        assertSilent();
    }

    private void usual(final int windows, final long ticks)
    {
        trade(10_000, 1);
        for (int i = 0; i < windows; i++)
        {
            trade(10_000 + ticks, 1);
            trade(10_000, 1);
            events.after(10 * SECOND);
        }
    }
}
