package fds.app.explain;

import java.util.EnumMap;
import java.util.Map;

import fds.market.finding.Tag;

/** What the article behind a tag says, in a few words: the law itself is the source. */
final class LawTags
{
    private static final Map<Tag, String> MEANINGS = new EnumMap<>(Tag.class);

    static
    {
        MEANINGS.put(Tag.MAR_A_A, "MAR, Annex I A(a): orders or trades that are a large part of the day's volume");
        MEANINGS.put(Tag.MAR_A_B, "MAR, Annex I A(b): trades of large position holders that move the price");
        MEANINGS.put(Tag.MAR_A_C, "MAR, Annex I A(c): trades without change in beneficial ownership");
        MEANINGS.put(Tag.MAR_A_D, "MAR, Annex I A(d): positions reversed in a short time");
        MEANINGS.put(Tag.MAR_A_E, "MAR, Annex I A(e): concentrated trading whose price change is then reversed");
        MEANINGS.put(Tag.MAR_A_F, "MAR, Annex I A(f): orders that change the best prices and go before execution");
        MEANINGS.put(Tag.MAR_A_G, "MAR, Annex I A(g): trading when reference prices are calculated");
        MEANINGS.put(Tag.MICA_91_2A, "MiCA, Article 91(2)(a): false or misleading signals, abnormal prices");
        MEANINGS.put(Tag.MICA_91_3A, "MiCA, Article 91(3)(a): a dominant position over supply or demand");
        MEANINGS.put(Tag.MICA_91_3B_I, "MiCA, Article 91(3)(b)(i): disrupting or delaying the trading platform");
        MEANINGS.put(Tag.MICA_91_3B_II, "MiCA, Article 91(3)(b)(ii): making genuine orders harder to identify");
        MEANINGS.put(Tag.MICA_91_3B_III, "MiCA, Article 91(3)(b)(iii): a false signal of supply, demand or price");
        MEANINGS.put(Tag.MICA_76_7D,
            "MiCA, Article 76(7)(d): orders beyond price and volume thresholds, or clearly erroneous, are rejected");
        MEANINGS.put(Tag.KR_10_2,
            "Korea, Virtual Asset User Protection Act, Article 10(2): wash and matched trades");
        MEANINGS.put(Tag.KR_10_3,
            "Korea, Virtual Asset User Protection Act, Article 10(3): trading that moves or fixes the price");
        MEANINGS.put(Tag.CFTC_4C_A_1, "US, Commodity Exchange Act 4c(a)(1): wash sales and fictitious trades");
        MEANINGS.put(Tag.CFTC_4C_A_5_C,
            "US, Commodity Exchange Act 4c(a)(5)(C): bids or offers meant to be cancelled before execution");
        MEANINGS.put(Tag.MICA_92_1,
            "MiCA, Article 92(1): what arranges trades watches orders and trades to prevent and detect abuse");
    }

    private LawTags()
    {
    }

    /** The meaning of a tag's text, or null when this build does not know it. */
    static String meaning(final String text)
    {
        for (final Map.Entry<Tag, String> entry : MEANINGS.entrySet())
        {
            if (entry.getKey().text().equals(text))
            {
                return entry.getValue();
            }
        }
        return null;
    }
}
