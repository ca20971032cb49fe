package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.testkit.event.Flow;
import org.junit.jupiter.api.Test;

/** Best prices that stand far apart. */
class SpreadBlowOutDetectorTest extends BasicContract<BasicShareConfig>
{
    @Override
    protected DetectorFactory<BasicShareConfig> factory()
    {
        return new SpreadBlowOutFactory();
    }

    @Override
    protected BasicShareConfig flowConfig()
    {
        return new BasicShareConfig(Tiered.of(1000L), Tiered.of(1300000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicShareConfig config)
    {
        return new PlainSpreadBlowOut(config);
    }

    @Override
    protected Flow flow()
    {
        return (random, builder) ->
        {
            final boolean isBid = random.nextBoolean();
            builder.after(random.nextInt(2) * SECOND / 2).with(random.nextInt(4) == 0 ? 0 : Flags.LAST)
                .price(Kind.BBO, isBid ? Side.BUY : Side.SELL, isBid ? 90 + random.nextInt(12) : 100 +
                random.nextInt(20), random.nextInt(5));
        };
    }

    @Test
    void shouldTellOfASpreadFarAboveTheUsual()
    {
        usual(30);
        quotes(10_000, 10_011);
        assertFound(1_099, 11_101_010, cause());
    }

    @Test
    void shouldStaySilentOneTickBelow()
    {
        usual(30);
        quotes(10_000, 10_010);
        assertSilent();
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(29);
        quotes(10_000, 10_100);
        assertSilent();
    }

    /** Negative control: a sweep empties the book for a moment, and it is filled again before the second is over. */
    @Test
    void shouldStaySilentWhenItDoesNotStand()
    {
        usual(30);
        quotes(10_000, 10_001);
        quotes(10_000, 10_200);
        quotes(10_000, 10_001);
        events.after(SECOND);
        quotes(10_000, 10_001);
        assertSilent();
    }

    /** Negative control: a market whose spread is always wide. */
    @Test
    void shouldStaySilentWhereWideIsUsual()
    {
        for (int i = 0; i < 200; i++)
        {
            quotes(10_000, 10_100 + i % 60);
            events.after(SECOND);
        }
        assertSilent();
    }

    private void usual(final int seconds)
    {
        for (int i = 0; i < seconds; i++)
        {
            quotes(10_000, 10_001);
            events.after(SECOND);
        }
    }
}
