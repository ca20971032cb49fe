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

    private final int[] groups; // [account]
    private final int[] trades; // [smaller place * accounts + larger]
    private final int[] agreed;
    private final long[] sum; // lots
    private final long[] net; // lots that the smaller has bought of the larger, less sold to it
    private boolean isOfOneOwner;
    private boolean isAgreed;
    private boolean isMatched;

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
    }

    /**
     * Two of them have traded.
     *
     * @param poster  place of the account whose order rested.
     * @param hitter  place of the one that took it.
     * @param side    of the order that rested.
     * @param lots    that met; 0: somebody else was faster.
     * @param isWhole both orders were of one price and size, and filled each other wholly.
     */
    void add(final int poster, final int hitter, final int side, final long lots, final boolean isWhole)
    {
        if (lots == 0 || poster == hitter)
        {
            return;
        }
        if (groups[poster] == groups[hitter])
        {
            isOfOneOwner = true;
            return;
        }
        final int two = Math.min(poster, hitter) * groups.length + Math.max(poster, hitter);
        trades[two]++;
        agreed[two] += isWhole ? 1 : 0;
        sum[two] += lots;
        net[two] += (side == Side.BUY) == poster < hitter ? lots : -lots;
        isAgreed |= agreed[two] >= AGREED_MIN;
        isMatched |= trades[two] >= MATCHED_MIN && Math.abs(net[two]) * MARGIN <= sum[two];
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
        return detectors;
    }
}
