package fds.feeds.simulator.abuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

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

    /** Detectors whose pattern it can tell. */
    static final Set<String> DETECTORS = Set.of("D02", "D03", "D05", "D10");

    private final int[] groups; // [account]
    private final int[] trades; // [smaller place * accounts + larger]
    private final int[] agreed;
    private final long[] sum; // lots
    private final long[] net; // lots that the smaller has bought of the larger, less sold to it
    private final MadeVolume[] volumes; // [account] of its owner
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
        volumes = new MadeVolume[groups.length];
        for (int account = 0; account < groups.length; account++)
        {
            int owner = 0;
            while (groups[owner] != groups[account])
            {
                owner++;
            }
            volumes[account] = owner == account ? new MadeVolume() : volumes[owner];
        }
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
            volumes[poster].add(Side.NONE, lots, all);
            return;
        }
        volumes[poster].add(side, lots, all);
        volumes[hitter].add(Side.opposite(side), lots, all);
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
        if (Arrays.stream(volumes).anyMatch(MadeVolume::isMuch))
        {
            detectors.add("D10");
        }
        return detectors;
    }
}
