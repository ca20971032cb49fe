package fds.patterns.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import fds.market.event.Kind;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;

/** A book that is suddenly thin. */
class DepthCollapseDetectorTest extends BasicContract<BasicShareConfig>
{
    @Override
    protected DetectorFactory<BasicShareConfig> factory()
    {
        return new DepthCollapseFactory();
    }

    @Override
    protected BasicShareConfig flowConfig()
    {
        return new BasicShareConfig(Tiered.of(100000L), Tiered.of(1300000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicShareConfig config)
    {
        return new PlainDepthCollapse(config);
    }

    @Test
    void shouldTellWhenFourFifthsAreMissing()
    {
        usual(31);
        book(20, 100);
        assertFound(800_000, UnusualValue.TIMES_MAX_PPM, cause());
    }

    @Test
    void shouldLookAtTheThinnerSide()
    {
        usual(31);
        book(500, 20);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentWithOneLotMore()
    {
        usual(31);
        market().handle(events.price(Kind.BOOK, Side.BUY, 9_999, 1));
        for (final int level : new int[] { 0, 2, 3, 4 })
        {
            market().handle(events.price(Kind.BOOK, Side.BUY, 10_000 - level, 25));
        }
        quotes(10_000, 10_001);
        assertSilent();
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(30);
        book(1, 1);
        assertSilent();
    }

    /** Negative control: a book that comes and goes. */
    @Test
    void shouldStaySilentWhereTheBookFlickers()
    {
        for (int i = 0; i < 300; i++)
        {
            book(i % 2 == 0 ? 100 : 10, 100);
            events.after(SECOND);
        }
        assertSilent();
    }

    private void usual(final int seconds)
    {
        for (int i = 0; i < seconds; i++)
        {
            book(100, 100);
            events.after(SECOND);
        }
    }
}
