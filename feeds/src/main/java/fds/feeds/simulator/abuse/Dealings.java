package fds.feeds.simulator.abuse;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Side;

/**
 * What the accounts of an episode really traded with each other, deal by deal: which patterns it has carried besides
 * the one that it is about. Repetition and margin are the catalogue's, the sizes of the deals are not looked at.
 */
final class Dealings
{
    private static final int AGREED_MIN = 3; // deals of the same two whose orders were of one price and size
    private static final int MATCHED_MIN = 6; // trades of the same two, as much one way as the other
    private static final int MARGIN = 100; // a hundredth
    private static final int TURNS_MIN = 20; // changes of side of one that makes volume, a fiftieth left over
    private static final int LEFT_OVER = 50;
    private static final int VOLUME_PERCENT = 30; // of what the market trades meanwhile

    private final int[] groups; // [account]
    private final int[] trades; // [smaller place * accounts + larger]
    private final int[] agreed;
    private final long[] sum; // lots
    private final long[] net; // lots that the smaller has bought of the larger, less sold to it
    private final long[] volume; // [account] lots of its owner
    private final long[] left; // [account] lots that its owner has bought, less sold
    private final int[] turns; // [account] changes of side of its owner
    private final int[] sides; // [account] of its owner's last trade
    private final long[] before; // [account] lots that the market had traded before its owner's first trade
    private boolean isOfOneOwner;
    private boolean isAgreed;
    private boolean isMatched;
    private boolean isVolume;

    /**
     * Nothing yet.
     *
     * @param groups owner group of each account.
     */
    Dealings(final int... groups)
    {
        this.groups = groups.clone();
        trades = new int[groups.length * groups.length];
        agreed = new int[trades.length];
        sum = new long[trades.length];
        net = new long[trades.length];
        volume = new long[groups.length];
        left = new long[groups.length];
        turns = new int[groups.length];
        sides = new int[groups.length];
        before = new long[groups.length];
    }

    /**
     * Two of them have traded.
     *
     * @param poster  place of the account whose order rested.
     * @param hitter  place of the one that took it.
     * @param side    of the order that rested.
     * @param lots    that met; 0: somebody else was faster.
     * @param isWhole both orders were of one price and size, and filled each other wholly.
     * @param all     lots that the market has traded so far, these included.
     */
    void add(
        final int poster, final int hitter, final int side, final long lots, final boolean isWhole, final long all)
    {
        if (lots == 0)
        {
            return;
        }
        if (groups[poster] == groups[hitter])
        {
            isOfOneOwner |= poster != hitter;
            makeVolume(ownerOf(poster), Side.NONE, lots, all);
            return;
        }
        makeVolume(ownerOf(poster), side, lots, all);
        makeVolume(ownerOf(hitter), Side.opposite(side), lots, all);
        final int two = Math.min(poster, hitter) * groups.length + Math.max(poster, hitter);
        trades[two]++;
        agreed[two] += isWhole ? 1 : 0;
        sum[two] += lots;
        net[two] += (side == Side.BUY) == poster < hitter ? lots : -lots;
        isAgreed |= agreed[two] >= AGREED_MIN;
        isMatched |= trades[two] >= MATCHED_MIN && Math.abs(net[two]) * MARGIN <= sum[two];
    }

    /** One owner has traded so many lots, on a side or, of both, with himself. */
    private void makeVolume(final int owner, final int side, final long lots, final long all)
    {
        before[owner] = volume[owner] == 0 ? all - lots : before[owner];
        volume[owner] += lots;
        turns[owner] += side == Side.NONE || sides[owner] != Side.NONE && side != sides[owner] ? 1 : 0;
        sides[owner] = side == Side.NONE ? sides[owner] : side;
        left[owner] += side == Side.BUY ? lots : side == Side.SELL ? -lots : 0;
        isVolume |= turns[owner] >= TURNS_MIN && Math.abs(left[owner]) * LEFT_OVER <= volume[owner] &&
            volume[owner] * 100 >= (all - before[owner]) * VOLUME_PERCENT;
    }

    /** The first account of the same owner. */
    private int ownerOf(final int account)
    {
        int owner = 0;
        while (groups[owner] != groups[account])
        {
            owner++;
        }
        return owner;
    }

    /**
     * Whose patterns these deals carry.
     *
     * @return ids in order.
     */
    List<String> detectors()
    {
        final List<String> detectors = new ArrayList<>();
        if (isOfOneOwner)
        {
            detectors.add("D02");
        }
        if (isMatched)
        {
            detectors.add("D03");
        }
        if (isAgreed)
        {
            detectors.add("D05");
        }
        if (isVolume)
        {
            detectors.add("D10");
        }
        return detectors;
    }
}
