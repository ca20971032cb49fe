package fds.market.reference;

import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import org.agrona.collections.Object2IntHashMap;

/**
 * Which ASSET is the quote of an instrument: of those with its symbol the one with the lowest id. Kept as instruments
 * are defined, so that some thousands of them are defined in no time. Owned by one thread.
 */
final class QuoteLinks
{
    private final Instrument[] instruments; // [instrumentId], filled by the owner
    private final int[] assets;             // [instrumentId], id of the quote's ASSET instrument or 0
    private final Object2IntHashMap<String> assetIds = new Object2IntHashMap<>(0);

    QuoteLinks(final Instrument[] instruments)
    {
        this.instruments = instruments;
        assets = new int[instruments.length];
    }

    /** The quote's asset; 0 when none is defined. */
    int assetOf(final int instrumentId)
    {
        return assets[instrumentId];
    }

    /**
     * An instrument stands in the table.
     *
     * @param before what stood there, or null.
     * @param id     its id.
     * @param idMax  largest id in the table.
     */
    void define(final Instrument before, final int id, final int idMax)
    {
        if (isAsset(before))
        {
            assetIds.clear();
            for (int other = 1; other <= idMax; other++)
            {
                addAsset(other);
            }
            linkAll(idMax);
        }
        else if (addAsset(id))
        {
            linkAll(idMax);
        }
        else
        {
            assets[id] = assetIds.getValue(instruments[id].quote());
        }
    }

    /** Whether it is the asset of its symbol now. */
    private boolean addAsset(final int id)
    {
        if (!isAsset(instruments[id]))
        {
            return false;
        }
        final int known = assetIds.getValue(instruments[id].symbol());
        if (known != 0 && known < id)
        {
            return false;
        }
        assetIds.put(instruments[id].symbol(), id);
        return true;
    }

    private void linkAll(final int idMax)
    {
        for (int id = 1; id <= idMax; id++)
        {
            assets[id] = instruments[id] == null ? 0 : assetIds.getValue(instruments[id].quote());
        }
    }

    private static boolean isAsset(final Instrument instrument)
    {
        return instrument != null && instrument.type() == InstrumentType.ASSET;
    }
}
