package fds.market.risk;

import java.util.Locale;

import fds.market.detector.Unit;

/**
 * What a score of risk is made of. The ordinal is the code in the journal: append, never reorder.
 * <p>
 * The four {@link #isArea() areas} carry their points as measured value, and as contribution what they gave to the
 * total in 1/10,000 of a point. The parts carry what was measured, and as contribution their points in their area.
 */
public enum RiskPart
{
    /** The market of the instrument, or of the group's largest position. */
    MARKET(null, Unit.COUNT),
    /** What the group holds. */
    POSITION(null, Unit.COUNT),
    /** What detectors found about the group. */
    PATTERN(null, Unit.COUNT),
    /** Sanctions, role and limits. */
    COMPLIANCE(null, Unit.COUNT),

    /** Root of the decayed squared returns of a second. */
    VOLATILITY(MARKET, Unit.PPM),
    /** How much of the usual depth is missing. */
    DEPTH_FALL(MARKET, Unit.PPM),
    /** Best ask less best bid, of the price between them. */
    SPREAD(MARKET, Unit.PPM),
    /** Mark less index, of the index. */
    MARK_DEVIATION(MARKET, Unit.PPM),
    /** Distance to the nearest other venue's price. */
    VENUE_DEVIATION(MARKET, Unit.PPM),
    /** Liquidated and deleveraged, of the open interest, or of what traded where that is not known. */
    LIQUIDATION_PRESSURE(MARKET, Unit.PPM),

    /** Worth of all positions. */
    EXPOSURE(POSITION, Unit.USD),
    /** Share of the largest position in the exposure. */
    CONCENTRATION(POSITION, Unit.PPM),
    /** Exposure of the margin balance. */
    LEVERAGE(POSITION, Unit.PPM),
    /** The smallest distance of a price to a position's liquidation price, of the price. */
    LIQUIDATION_DISTANCE(POSITION, Unit.PPM),
    /** The largest share of an open interest. */
    OPEN_INTEREST_SHARE(POSITION, Unit.PPM),
    /** The largest position against the depth it would be closed into. */
    DEPTH_SHARE(POSITION, Unit.PPM),

    /** Weight of the findings, decayed, before corroboration and recurrence; measured in 1/10,000 of a point. */
    FINDINGS(PATTERN, Unit.COUNT),
    /** Detectors that agree. */
    CORROBORATION(PATTERN, Unit.COUNT),
    /** Alerts that came again within the window. */
    RECURRENCE(PATTERN, Unit.COUNT),

    /** An address of its own is listed: 1. */
    SANCTIONED(COMPLIANCE, Unit.FLAG),
    /** Dealt with somebody listed; measured in 1/10,000 of a point, decayed. */
    SANCTIONED_COUNTERPARTY(COMPLIANCE, Unit.COUNT),
    /** Code of the account's role. */
    ROLE(COMPLIANCE, Unit.COUNT),
    /** Exposure beyond the group's limit. */
    EXPOSURE_LIMIT(COMPLIANCE, Unit.USD),
    /** Withdrawn beyond the limit, decayed. */
    WITHDRAWAL_LIMIT(COMPLIANCE, Unit.USD),

    /** Findings about the market itself, decayed; measured in 1/10,000 of a severity point. */
    BASIC_PATTERNS(MARKET, Unit.COUNT);

    private static final RiskPart[] VALUES = values();

    private final RiskPart area;
    private final Unit unit;

    RiskPart(final RiskPart area, final Unit unit)
    {
        this.area = area;
        this.unit = unit;
    }

    /**
     * The part of a code.
     *
     * @param code as in the journal.
     * @return its part, or null for a code of a newer version.
     */
    public static RiskPart of(final int code)
    {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }

    /**
     * What it is a part of.
     *
     * @return an area, or null when it is one itself.
     */
    public RiskPart area()
    {
        return area;
    }

    /**
     * Whether it is one of the four areas.
     *
     * @return true when it has parts of its own.
     */
    public boolean isArea()
    {
        return area == null;
    }

    /**
     * The unit of what was measured.
     *
     * @return unit.
     */
    public Unit unit()
    {
        return unit;
    }

    /**
     * The part's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
