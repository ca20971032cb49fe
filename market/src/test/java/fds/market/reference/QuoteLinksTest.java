package fds.market.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import org.junit.jupiter.api.Test;

/** The links kept step by step are those that looking through all instruments would find. */
class QuoteLinksTest
{
    private static final int SIZE = 12;
    private static final int STEPS = 60;
    private static final int SEEDS = 200;

    @Test
    void shouldLinkWhatLookingThroughAllFinds()
    {
        for (int seed = 0; seed < SEEDS; seed++)
        {
            final Random random = new Random(seed);
            final Instrument[] instruments = new Instrument[SIZE + 1];
            final QuoteLinks links = new QuoteLinks(instruments);
            int idMax = 0;
            for (int step = 0; step < STEPS; step++)
            {
                final int id = 1 + random.nextInt(SIZE);
                final Instrument before = instruments[id];
                final boolean isAsset = random.nextInt(3) == 0;
                instruments[id] = new Instrument(id, 1, 1, "V1", isAsset ? asset(random) : "S" + id,
                    isAsset ? InstrumentType.ASSET : InstrumentType.SPOT, "", isAsset ? "" : asset(random), "", 1, 0,
                    1, 0, 1, 0, 2, 1000, 1000);
                idMax = Math.max(idMax, id);
                links.define(before, id, idMax);
                for (int each = 1; each <= idMax; each++)
                {
                    assertEquals(plain(instruments, each), links.assetOf(each), "seed " + seed + " step " + step);
                }
            }
        }
    }

    private static int plain(final Instrument[] instruments, final int id)
    {
        for (int asset = 1; asset < instruments.length && instruments[id] != null; asset++)
        {
            if (instruments[asset] != null && instruments[asset].type() == InstrumentType.ASSET &&
                instruments[asset].symbol().equals(instruments[id].quote()))
            {
                return asset;
            }
        }
        return 0;
    }

    private static String asset(final Random random)
    {
        return "A" + random.nextInt(4);
    }
}
