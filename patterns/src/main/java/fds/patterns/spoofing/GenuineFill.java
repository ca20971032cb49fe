package fds.patterns.spoofing;

import fds.market.event.Absent;
import fds.market.event.Side;
import fds.market.features.SizableOrders;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.money.Int128;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What a group filled on the other side of its large order while that rested, among the group's last four fills.
 * Written anew for each look.
 */
final class GenuineFill
{
    private static final int FILLS = 4;

    private final Int128 gain = new Int128();
    private final long[] sequences = new long[FILLS]; // newest first
    private int count;
    private long lots;
    private long newestTimeNanos;
    private boolean isGainKnown;

    /** Look at a group's fills since its large order came. */
    void measure(final Market market, final int group, final LargeOrder large, final int side)
    {
        final UnsafeBuffer fills = market.coldRecords(SlotKind.GROUP);
        count = 0;
        lots = 0;
        isGainKnown = true;
        gain.clear();
        for (int back = 0; back < FILLS; back++)
        {
            final int fill = market.fillOfGroup(group, back);
            if (fill < 0 || fills.getLong(fill + 8) <= large.sequence())
            {
                break;
            }
            final long signed = fills.getLong(fill + 24);
            if (signed < 0 == (side == Side.BUY))
            {
                add(large, side, fills, fill, Math.abs(signed));
            }
        }
    }

    private void add(
        final LargeOrder large, final int side, final UnsafeBuffer fills, final int fill, final long filled)
    {
        if (count == 0)
        {
            newestTimeNanos = fills.getLong(fill);
        }
        sequences[count++] = fills.getLong(fill + 8);
        lots += filled;
        final long better = large.betterTicks(side, fills.getLong(fill + 16));
        isGainKnown &= better != Absent.VALUE;
        if (better != Absent.VALUE)
        {
            gain.addProduct(better, filled);
        }
    }

    /** False when there was none. */
    boolean exists()
    {
        return count > 0;
    }

    long lots()
    {
        return lots;
    }

    long newestTimeNanos()
    {
        return newestTimeNanos;
    }

    /** What the group showed before the first of these fills on the side that was filled, what they took included. */
    long shownLots(final Market market, final int group, final int side)
    {
        return SizableOrders.lotsLiveBefore(market.coldRecords(SlotKind.GROUP), market.sizableOrdersAt(group),
            sequences[count - 1], side == Side.SELL);
    }

    /** What the group showed on the large order's side before the first of these fills, that order included. */
    long ownSideLots(final Market market, final int group, final int side)
    {
        return SizableOrders.lotsLiveBefore(market.coldRecords(SlotKind.GROUP), market.sizableOrdersAt(group),
            sequences[count - 1], side == Side.BUY);
    }

    /** What the group has live on the large order's side that came since the first of these fills, near that order. */
    long shownAgainLots(final Market market, final int group, final int side, final long low, final long high)
    {
        return SizableOrders.lotsLiveSince(market.coldRecords(SlotKind.GROUP), market.sizableOrdersAt(group),
            sequences[count - 1], side == Side.BUY, low, high);
    }

    /** What the fills were better by than what could have been taken when the order came; may be negative. */
    Int128 gain()
    {
        return gain;
    }

    boolean isGainKnown()
    {
        return isGainKnown;
    }

    void name(final Finding finding)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            finding.evidence(sequences[i], EvidenceRole.GENUINE_FILL);
        }
    }
}
