package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import org.junit.jupiter.api.Test;

/** Far more volume within ten seconds than usual. */
class VolumeSpikeDetectorTest extends BasicContract<BasicCountConfig>
{
    @Override
    protected DetectorFactory<BasicCountConfig> factory()
    {
        return new VolumeSpikeFactory();
    }

    @Override
    protected BasicCountConfig flowConfig()
    {
        return new BasicCountConfig(Tiered.of(2L), Tiered.of(1200000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicCountConfig config)
    {
        return new PlainVolumeSpike(config);
    }

    @Test
    void shouldTellOfTenTimesTheUsualVolume()
    {
        usual(12);
        trades(19, 5);
        assertSilent();
        trade(10_000, 5);
        assertFound(20, 10_000_000, cause(), "FIRST " + (events.sequence() - 19));
    }

    @Test
    void shouldStaySilentBelowTenTimesTheUsual()
    {
        usual(12);
        trades(19, 5);
        trade(10_000, 4);
        assertSilent();
    }

    @Test
    void shouldStaySilentOfFewTrades()
    {
        usual(12);
        trades(19, 500);
        assertSilent();
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(11);
        trades(40, 50);
        assertSilent();
    }

    /** Negative control: a market that grows by a fifth every ten seconds, to more than ten times. */
    @Test
    void shouldFollowAMarketThatSpeedsUp()
    {
        usual(12);
        for (double count = 10; count < 150; count *= 1.2)
        {
            trades((int)count, 1);
            events.after(10 * SECOND);
        }
        assertSilent();
    }

    private void usual(final int windows)
    {
        for (int i = 0; i < windows; i++)
        {
            trades(10, 1);
            events.after(10 * SECOND);
        }
    }

    private void trades(final int count, final long lots)
    {
        for (int i = 0; i < count; i++)
        {
            trade(10_000, lots);
        }
    }
}
