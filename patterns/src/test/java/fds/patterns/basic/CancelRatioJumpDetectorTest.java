package fds.patterns.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import org.junit.jupiter.api.Test;

/** Far more cancels for each trade than usual. */
class CancelRatioJumpDetectorTest extends BasicContract<BasicCountConfig>
{
    @Override
    protected DetectorFactory<BasicCountConfig> factory()
    {
        return new CancelRatioJumpFactory();
    }

    @Override
    protected BasicCountConfig flowConfig()
    {
        return new BasicCountConfig(Tiered.of(2L), Tiered.of(1200000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicCountConfig config)
    {
        return new PlainCancelRatioJump(config);
    }

    @Test
    void shouldTellOfTenTimesTheUsualRatio()
    {
        usual(12);
        some(99, 9);
        assertSilent();
        cancel();
        assertFound(100, 10_000_000, cause(), "FIRST " + (events.sequence() - 108));
    }

    @Test
    void shouldStaySilentBelowTenTimesTheUsual()
    {
        usual(12);
        some(109, 10);
        assertSilent();
        cancel();
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(11);
        some(200, 0);
        assertSilent();
    }

    /** Negative control: makers who cancel hundreds for each trade, at any pace. */
    @Test
    void shouldStaySilentWhereMakersRequote()
    {
        for (int i = 0; i < 60; i++)
        {
            some(100 + 30 * i, 1 + i / 10);
            events.after(10 * SECOND);
        }
        assertSilent();
    }

    private void usual(final int windows)
    {
        for (int i = 0; i < windows; i++)
        {
            some(10, 9);
            events.after(10 * SECOND);
        }
    }

    private void some(final int cancels, final int trades)
    {
        for (int i = 0; i < trades; i++)
        {
            trade(10_000, 1);
        }
        for (int i = 0; i < cancels; i++)
        {
            cancel();
        }
    }
}
