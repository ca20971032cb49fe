package fds.market.instrument;

import java.util.Locale;

/** What kind of thing an instrument is. The ordinal is the code in the journal. */
public enum InstrumentType
{
    SPOT,
    PERP,
    FUTURE,
    OPTION,
    POOL,
    ASSET;

    /**
     * The type a word names.
     *
     * @param word as in {@code instruments.csv}, lower case.
     * @return the type, or null when the word names none.
     */
    public static InstrumentType parse(final String word)
    {
        for (final InstrumentType type : values())
        {
            if (type.word().equals(word))
            {
                return type;
            }
        }
        return null;
    }

    /**
     * The type's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
