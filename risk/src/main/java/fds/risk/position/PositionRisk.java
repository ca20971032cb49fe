package fds.risk.position;

import fds.market.event.Absent;
import fds.market.money.Ppm;
import fds.market.reference.ReferenceData;
import fds.market.risk.RiskPart;
import fds.risk.instrument.InstrumentRisk;
import fds.risk.table.Exact;
import fds.risk.table.GroupWords;
import fds.risk.table.Parts;
import fds.risk.table.RiskTable;

/** Judges what a group holds. What cannot be measured gives no points. Owned by one thread. */
public final class PositionRisk
{
    private static final int EXPOSURE_POINTS = 25;
    private static final int CONCENTRATION_POINTS = 10;
    private static final int LEVERAGE_POINTS = 20;
    private static final int DISTANCE_POINTS = 20;
    private static final int OPEN_INTEREST_POINTS = 15;
    private static final int DEPTH_POINTS = 10;
    private static final long CENTS = 100L;

    private final PositionConfig config;
    private final RiskTable groups;
    private final ReferenceData reference;
    private final InstrumentRisk instruments;
    private final Positions positions;
    private final AssetWorth assets;

    private int depthPointsMax = DEPTH_POINTS;

    // of the group judged last
    private long exposureUsd;
    private int largestInstrument;

    /**
     * Make it.
     *
     * @param config      where positions give all their points.
     * @param groups      with {@link GroupWords}.
     * @param reference   of the account stage.
     * @param instruments their prices and depths.
     * @param positions   what groups hold.
     * @param assets      what balances are worth.
     */
    public PositionRisk(
        final PositionConfig config,
        final RiskTable groups,
        final ReferenceData reference,
        final InstrumentRisk instruments,
        final Positions positions,
        final AssetWorth assets)
    {
        this.config = config;
        this.groups = groups;
        this.reference = reference;
        this.instruments = instruments;
        this.positions = positions;
        this.assets = assets;
    }

    /**
     * Before many groups are judged as of one event: no position is larger against the depth it would be closed into
     * than the largest of its instrument against the thinner side. Holds until {@link #lookAway}.
     */
    public void lookAround()
    {
        depthPointsMax = 0;
        for (int id = 1; id <= reference.instrumentIdMax() && depthPointsMax < DEPTH_POINTS; id++)
        {
            final long lots = reference.instrument(id) == null ? 0 : positions.lotsMax(id);
            if (lots != 0)
            {
                final long share = Math.max(sharePpm(lots, instruments.depthLots(id, true)),
                    sharePpm(lots, instruments.depthLots(id, false)));
                depthPointsMax = Math.max(depthPointsMax, Exact.points(share, config.depthPpm(), DEPTH_POINTS));
            }
        }
    }

    /** Depths may change again. */
    public void lookAway()
    {
        depthPointsMax = DEPTH_POINTS;
    }

    /**
     * The most points that a group can have, without looking at what it holds.
     *
     * @param group slot.
     * @return points, 0 to 100.
     */
    public int pointsMax(final int group)
    {
        return EXPOSURE_POINTS + CONCENTRATION_POINTS + depthPointsMax +
            ((groups.get(group, GroupWords.MARKS) & GroupWords.MARGINED) == 0 ? 0 :
                LEVERAGE_POINTS + DISTANCE_POINTS) +
            (instruments.isOpenInterestTold() ? OPEN_INTEREST_POINTS : 0);
    }

    /**
     * Judge a group.
     *
     * @param group slot.
     * @param parts to add to.
     * @return points, 0 to 100.
     */
    public int judge(final int group, final Parts parts)
    {
        exposureUsd = 0;
        largestInstrument = Absent.NO_INSTRUMENT;
        long largestUsd = 0;
        long marginUsd = 0;
        long distance = -1;
        long openShare = -1;
        long depthShare = -1;
        for (int row = positions.first(group); row != RiskTable.NONE; row = positions.next(row))
        {
            final int instrument = positions.instrument(row);
            final long lots = Math.abs(positions.netLots(row));
            if (positions.balanceLots(row) != 0)
            {
                marginUsd = Math.addExact(marginUsd, assets.usd(instrument, positions.balanceLots(row)));
            }
            if (lots != 0)
            {
                final long usd = worthUsd(instrument, lots);
                exposureUsd = Math.min(Long.MAX_VALUE / 4, exposureUsd + usd);
                if (usd > largestUsd || largestInstrument == Absent.NO_INSTRUMENT)
                {
                    largestUsd = usd;
                    largestInstrument = instrument;
                }
                distance = nearer(distance, distancePpm(row, instrument));
                openShare = Math.max(openShare, sharePpm(lots, instruments.openInterestLots(instrument)));
                depthShare = Math.max(depthShare,
                    sharePpm(lots, instruments.depthLots(instrument, positions.netLots(row) > 0)));
            }
        }
        final int exposure = Exact.points(exposureUsd, config.exposureUsd(), EXPOSURE_POINTS);
        final long concentration = exposureUsd == 0 ? -1 : Ppm.of(largestUsd, exposureUsd);
        final long leverage = exposureUsd == 0 || marginUsd <= 0 ? -1 : Ppm.of(exposureUsd, marginUsd);
        return parts.points(RiskPart.EXPOSURE, exposureUsd, exposure) +
            parts.points(RiskPart.CONCENTRATION, concentration, Exact.points(concentration, config.concentrationPpm(),
                CONCENTRATION_POINTS) * exposure / EXPOSURE_POINTS) +
            parts.points(RiskPart.LEVERAGE, leverage,
                Exact.points(leverage, config.leveragePpm(), LEVERAGE_POINTS)) +
            parts.points(RiskPart.LIQUIDATION_DISTANCE, distance, distance < 0 ? 0 :
                Exact.points(config.liquidationDistancePpm() - distance, config.liquidationDistancePpm(),
                    DISTANCE_POINTS)) +
            parts.points(RiskPart.OPEN_INTEREST_SHARE, openShare,
                Exact.points(openShare, config.openInterestPpm(), OPEN_INTEREST_POINTS)) +
            parts.points(RiskPart.DEPTH_SHARE, depthShare, Exact.points(depthShare, config.depthPpm(), DEPTH_POINTS));
    }

    /**
     * The worth of all positions of the group judged last.
     *
     * @return USD.
     */
    public long exposureUsd()
    {
        return exposureUsd;
    }

    /**
     * The instrument of the largest position of the group judged last.
     *
     * @return id, or {@link Absent#NO_INSTRUMENT}.
     */
    public int largestInstrument()
    {
        return largestInstrument;
    }

    private long worthUsd(final int instrument, final long lots)
    {
        final long price = instruments.priceTicks(instrument);
        if (price == Absent.VALUE)
        {
            return 0;
        }
        // A group's sum of lots may be beyond what one message may hold.
        final long cents = reference.usdCentsOfNotional(
            instrument, Exact.mulDiv(Math.abs(price), lots, 1L << reference.notionalShift(instrument)));
        return cents == Absent.VALUE ? 0 : Math.min(Long.MAX_VALUE / 4, cents / CENTS);
    }

    private long distancePpm(final int row, final int instrument)
    {
        final long liquidation = positions.liquidationTicks(row);
        final long price = instruments.priceTicks(instrument);
        if (liquidation <= 0 || price == Absent.VALUE || price <= 0)
        {
            return -1;
        }
        final long left = positions.netLots(row) > 0 ? price - liquidation : liquidation - price;
        return Ppm.of(Math.max(0, left), price);
    }

    private static long nearer(final long one, final long other)
    {
        return one < 0 ? other : other < 0 ? one : Math.min(one, other);
    }

    private static long sharePpm(final long lots, final long whole)
    {
        return whole == Absent.VALUE || whole <= 0 ? -1 : Ppm.of(lots, whole);
    }
}
