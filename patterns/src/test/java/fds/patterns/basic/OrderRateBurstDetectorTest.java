package fds.patterns.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import org.junit.jupiter.api.Test;

/** Far more messages within a second than usual. */
class OrderRateBurstDetectorTest extends BasicContract<BasicCountConfig>
{
    @Override
    protected DetectorFactory<BasicCountConfig> factory()
    {
        return new OrderRateBurstFactory();
    }

    @Override
    protected BasicCountConfig flowConfig()
    {
        return new BasicCountConfig(Tiered.of(2L), Tiered.of(1200000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicCountConfig config)
    {
        return new PlainOrderRateBurst(config);
    }

    @Test
    void shouldTellOfTenTimesTheUsualRate()
    {
        usual(30, 20);
        messages(199);
        assertSilent();
        enter();
        assertFound(200, 10_000_000, cause(), "BURST_START " + (events.sequence() - 199));
    }

    @Test
    void shouldStaySilentBelowTenTimesTheUsual()
    {
        usual(30, 21);
        messages(209);
        assertSilent();
        enter();
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(29, 2);
        messages(300);
        assertSilent();
    }

    /** Negative control: the same market at ten times its pace, reached within half a minute. */
    @Test
    void shouldFollowAMarketThatSpeedsUp()
    {
        usual(30, 50);
        for (int i = 0; i < 60; i++)
        {
            usual(1, 50 + Math.min(450, i * 15));
        }
        assertSilent();
    }

    private void usual(final int seconds, final int count)
    {
        for (int i = 0; i < seconds; i++)
        {
            messages(count);
            events.after(SECOND);
        }
    }

    private void messages(final int count)
    {
        for (int i = 0; i < count; i++)
        {
            enter();
        }
    }
}
