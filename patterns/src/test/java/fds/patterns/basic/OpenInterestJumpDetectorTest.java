package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.testkit.event.Flow;
import org.junit.jupiter.api.Test;

/** Open interest that jumps. */
class OpenInterestJumpDetectorTest extends BasicContract<BasicShareConfig>
{
    @Override
    protected DetectorFactory<BasicShareConfig> factory()
    {
        return new OpenInterestJumpFactory();
    }

    @Override
    protected BasicShareConfig flowConfig()
    {
        return new BasicShareConfig(Tiered.of(100000L), Tiered.of(1500000L), 3, SECOND);
    }

    @Override
    protected Detector oracle(final BasicShareConfig config)
    {
        return new PlainOpenInterestJump(config);
    }

    @Override
    protected Flow flow()
    {
        return (random, builder) -> builder.after(random.nextInt(5) * SECOND).kind(Kind.OPEN_INTEREST, Side.NONE)
            .quantityLots(random.nextInt(20) == 0 ? Absent.VALUE : random.nextInt(50));
    }

    @Test
    void shouldTellOfAJumpOfFivePercent()
    {
        usual(20);
        openInterest(1_050);
        assertFound(50_000, 10_025_062, cause(), "FIRST " + (events.sequence() - 1));
    }

    @Test
    void shouldStaySilentOneLotBelow()
    {
        usual(20);
        openInterest(1_049);
        assertSilent();
    }

    @Test
    void shouldStaySilentUntilItKnowsWhatIsUsual()
    {
        usual(18);
        openInterest(2_000);
        assertSilent();
    }

    /** Negative control: it doubles within an hour, by a percent at a time. */
    @Test
    void shouldStaySilentWhenItGrows()
    {
        for (long interest = 1_000; interest < 2_000; interest += 10)
        {
            openInterest(interest);
            events.after(36 * SECOND);
        }
        assertSilent();
    }

    private void usual(final int changes)
    {
        openInterest(1_000);
        for (int i = 1; i <= changes; i++)
        {
            openInterest(1_000 + i % 2 * 5);
        }
    }
}
