package fds.patterns.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import fds.market.event.Kind;
import fds.testkit.event.Flow;
import fds.testkit.event.OrderFlow;
import org.junit.jupiter.api.Test;

/** A mark price that leaves the index. */
class MarkIndexGapDetectorTest extends BasicContract<BasicShareConfig>
{
    @Override
    protected DetectorFactory<BasicShareConfig> factory()
    {
        return new MarkIndexGapFactory();
    }

    @Override
    protected BasicShareConfig flowConfig()
    {
        return new BasicShareConfig(Tiered.of(10000L), Tiered.of(1300000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicShareConfig config)
    {
        return new PlainMarkIndexGap(config);
    }

    @Override
    protected Flow flow()
    {
        return new OrderFlow(4, 2_000_000_000, 1, 1, 0, 1, 9, 0);
    }

    @Test
    void shouldTellOfAGapOfHalfAPercent()
    {
        usual(20, 10);
        price(Kind.MARK, 10_050);
        assertFound(5_000, 5_000_000, cause());
    }

    @Test
    void shouldStaySilentOneTickBelow()
    {
        usual(20, 10);
        price(Kind.MARK, 10_049);
        assertSilent();
    }

    @Test
    void shouldStaySilentBelowFiveTimesTheUsual()
    {
        usual(20, 11);
        price(Kind.MARK, 10_054);
        assertSilent();
    }

    @Test
    void shouldTellWhenTheIndexMoves()
    {
        usual(20, 10);
        price(Kind.INDEX, 9_950);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(19, 10);
        price(Kind.MARK, 11_000);
        assertSilent();
    }

    /** Negative control: both move together, by ten percent within minutes. */
    @Test
    void shouldStaySilentWhenBothMove()
    {
        for (int i = 0; i < 1_000; i++)
        {
            price(Kind.INDEX, 10_000 + i);
            price(Kind.MARK, 10_003 + i + i % 5);
        }
        assertSilent();
    }

    private void usual(final int looks, final long ticks)
    {
        price(Kind.INDEX, 10_000);
        for (int i = 0; i < looks; i++)
        {
            price(Kind.MARK, 10_000 + ticks);
        }
    }
}
