package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.testkit.event.Flow;
import org.junit.jupiter.api.Test;

/** A funding rate out of the ordinary. */
class FundingExtremeDetectorTest extends BasicContract<BasicShareConfig>
{
    @Override
    protected DetectorFactory<BasicShareConfig> factory()
    {
        return new FundingExtremeFactory();
    }

    @Override
    protected BasicShareConfig flowConfig()
    {
        return new BasicShareConfig(Tiered.of(300L), Tiered.of(1500000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicShareConfig config)
    {
        return new PlainFundingExtreme(config);
    }

    @Override
    protected Flow flow()
    {
        return (random, builder) -> builder.after(random.nextInt(5) * SECOND).kind(Kind.FUNDING, Side.NONE)
            .value(random.nextInt(20) == 0 ? Absent.VALUE : random.nextInt(2_000_000) - 1_000_000);
    }

    @Test
    void shouldTellOfATenthOfAPercent()
    {
        usual(3, 100_000);
        funding(1_000_000);
        assertFound(1_000, 10_000_000, cause());
    }

    @Test
    void shouldTellOfANegativeRateToo()
    {
        usual(3, 100_000);
        funding(-1_000_000);
        assertFound(1_000, 10_000_000, cause());
    }

    @Test
    void shouldStaySilentBelowATenthOfAPercent()
    {
        usual(3, 100_000);
        funding(999_999);
        assertSilent();
    }

    @Test
    void shouldStaySilentBelowFiveTimesTheUsual()
    {
        usual(3, 201_000);
        funding(1_000_000);
        assertSilent();
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(2, 100_000);
        funding(5_000_000);
        assertSilent();
    }

    /** Negative control: a year of rates around a hundredth of a percent, at times four times that. */
    @Test
    void shouldStaySilentInAnOrdinaryYear()
    {
        for (int i = 0; i < 1_095; i++)
        {
            usual(1, i % 20 == 0 ? 400_000 : 100_000);
        }
        assertSilent();
    }

    private void usual(final int intervals, final long nano)
    {
        for (int i = 0; i < intervals; i++)
        {
            funding(nano);
            events.after(8 * 3_600 * SECOND);
        }
    }
}
