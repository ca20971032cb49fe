package fds.market.finding;

/** The articles of law a finding touches. Bit {@code 1 << ordinal} in the journal: append, never reorder. */
public enum Tag
{
    MAR_A_A("MAR-A(a)"),
    MAR_A_B("MAR-A(b)"),
    MAR_A_C("MAR-A(c)"),
    MAR_A_D("MAR-A(d)"),
    MAR_A_E("MAR-A(e)"),
    MAR_A_F("MAR-A(f)"),
    MAR_A_G("MAR-A(g)"),
    MICA_91_2A("MICA-91-2a"),
    MICA_91_3A("MICA-91-3a"),
    MICA_91_3B_I("MICA-91-3b-i"),
    MICA_91_3B_II("MICA-91-3b-ii"),
    MICA_91_3B_III("MICA-91-3b-iii"),
    MICA_76_7D("MICA-76-7d"),
    KR_10_2("KR-10-2"),
    KR_10_3("KR-10-3"),
    CFTC_4C_A_1("CFTC-4c(a)(1)"),
    CFTC_4C_A_5_C("CFTC-4c(a)(5)(C)"),
    MICA_92_1("MICA-92-1");

    private final String text;

    Tag(final String text)
    {
        this.text = text;
    }

    /**
     * The tag as alerts show it.
     *
     * @return for example {@code MAR-A(c)}.
     */
    public String text()
    {
        return text;
    }

    /**
     * Several tags as bits.
     *
     * @param tags any.
     * @return a bit for each.
     */
    public static long mask(final Tag... tags)
    {
        long mask = 0;
        for (final Tag tag : tags)
        {
            mask |= 1L << tag.ordinal();
        }
        return mask;
    }
}
