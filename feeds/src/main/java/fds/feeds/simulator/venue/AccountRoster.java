package fds.feeds.simulator.venue;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.ledger.FeeSchedule;
import fds.market.owner.AccountOwner;

/**
 * Who trades at the simulated venues. Accounts are indexes from 0. At the main venue: market makers first, then
 * accounts in owner groups of two to five (every fifth group a fund), then singles, of whom the last are traders with
 * much leverage and newcomers who have nothing yet. Behind them the main venue's accounts of firms of arbitrageurs,
 * then each other venue's makers, traders and the same firms' accounts there. Made once from the seed.
 */
public final class AccountRoster implements FeeSchedule
{
    /** Firms of arbitrageurs. */
    public static final int ARBITRAGEURS = 3;

    private static final int OTHER_MAKERS = 6;
    private static final long FIRST_ACCOUNT_ID = 100_001;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final String[] texts;
    private final int[] groupOf;
    private final int[] groupFirst; // [group], accounts of a group are neighbours
    private final int[] groupSize;
    private final boolean[] isExplicitStp;
    private final int mainCount;
    private final int makerCount;
    private final int grouped; // groups of two and more are those below this number, makers' groups left out
    private final int firstGroup;
    private final int leveragedFirst;
    private final int newcomerFirst;
    private final int venues;
    private final int otherTraders; // of each venue but the main one
    private final List<AccountOwner> owners;

    /**
     * The accounts of a simulation.
     *
     * @param seed      source of all chance.
     * @param mainCount accounts of the main venue, arbitrageurs left out, 60 or more.
     * @param venues    1 or more.
     * @param isText    whether accounts are named by wallets instead of numbers.
     */
    public AccountRoster(final long seed, final int mainCount, final int venues, final boolean isText)
    {
        final SimulatorRandom random = SimulatorRandom.of(seed, 3);
        this.mainCount = mainCount;
        this.venues = venues;
        makerCount = Math.max(8, Math.min(24, mainCount / 40));
        otherTraders = Math.max(24, mainCount / 10);
        newcomerFirst = mainCount - Math.max(12, mainCount / 12);
        leveragedFirst = newcomerFirst - Math.max(8, mainCount / 8);
        final int count = mainCount + ARBITRAGEURS + (venues - 1) * (OTHER_MAKERS + otherTraders + ARBITRAGEURS);
        texts = new String[count];
        groupOf = new int[count];
        groupFirst = new int[count];
        groupSize = new int[count];
        isExplicitStp = new boolean[count];

        int group = 0;
        int account = 0;
        for (; account < makerCount; account++)
        {
            found(group++, account, 1);
        }
        firstGroup = group;
        for (final int groupedEnd = makerCount + mainCount / 3; account < groupedEnd; group++)
        {
            final int size = (int)random.between(2, 5);
            found(group, account, size);
            account += size;
        }
        grouped = group;
        for (; account < count; account++)
        {
            found(group++, account, 1);
        }
        for (int venue = 1; venue < venues; venue++)
        {
            for (int firm = 0; firm < ARBITRAGEURS; firm++)
            {
                groupOf[arbitrageur(venue, firm)] = groupOf[arbitrageur(0, firm)];
            }
        }
        for (int i = 0; i < count; i++)
        {
            texts[i] = isText ? wallet(seed, i) : Long.toString(FIRST_ACCOUNT_ID + i);
            isExplicitStp[i] = random.chancePerMille(500);
        }
        owners = known();
    }

    /**
     * All accounts of all venues.
     *
     * @return number of indexes.
     */
    public int count()
    {
        return texts.length;
    }

    /**
     * Venues.
     *
     * @return 1 and up.
     */
    public int venues()
    {
        return venues;
    }

    @Override
    public long makerPpm(final int account, final boolean isPerp)
    {
        return isMaker(account) ? -50 : isFund(account) ? 100 : isArbitrageur(account) ? 20 : isPerp ? 150 : 250;
    }

    @Override
    public long takerPpm(final int account, final boolean isPerp)
    {
        return isMaker(account) ? 20 : isFund(account) ? 300 : isArbitrageur(account) ? 50 : isPerp ? 400 : 600;
    }

    /**
     * Whether the account makes markets.
     *
     * @param account index.
     * @return true for those that the venue has registered.
     */
    public boolean isMaker(final int account)
    {
        return account < makerCount || account >= mainCount + ARBITRAGEURS && placeElsewhere(account) < OTHER_MAKERS;
    }

    /**
     * Whether the account is one of a fund's.
     *
     * @param account index.
     * @return true for every fifth owner group of several accounts.
     */
    public boolean isFund(final int account)
    {
        return isGrouped(account) && groupOf[account] % 5 == 0;
    }

    /**
     * Whether the account belongs to a firm of arbitrageurs.
     *
     * @param account index.
     * @return true for a few.
     */
    public boolean isArbitrageur(final int account)
    {
        return account >= mainCount && (account < mainCount + ARBITRAGEURS ||
            placeElsewhere(account) >= OTHER_MAKERS + otherTraders);
    }

    /**
     * Whether the account trades perpetuals with as much leverage as it gets.
     *
     * @param account index.
     * @return true for an eighth of the main venue's.
     */
    public boolean isLeveraged(final int account)
    {
        return account >= leveragedFirst && account < newcomerFirst;
    }

    /**
     * Whether the account had nothing when the simulation began, and only does what an episode does with it.
     *
     * @param account index.
     * @return true for a twelfth of the main venue's.
     */
    public boolean isNewcomer(final int account)
    {
        return account >= newcomerFirst && account < mainCount;
    }

    /**
     * Whose customer it is.
     *
     * @param account index.
     * @return 0 for the main venue.
     */
    public int venueOf(final int account)
    {
        return account < mainCount + ARBITRAGEURS ? 0 : 1 + (account - mainCount - ARBITRAGEURS) / elsewhere();
    }

    /**
     * An account of a firm of arbitrageurs.
     *
     * @param venue 0 and up.
     * @param firm  0 to {@value #ARBITRAGEURS} - 1.
     * @return index.
     */
    public int arbitrageur(final int venue, final int firm)
    {
        return venue == 0 ? mainCount + firm : otherFirst(venue) + OTHER_MAKERS + otherTraders + firm;
    }

    /**
     * How many make markets.
     *
     * @param venue 0 and up.
     * @return 6 to 24.
     */
    public int makers(final int venue)
    {
        return venue == 0 ? makerCount : OTHER_MAKERS;
    }

    /**
     * A market maker.
     *
     * @param venue 0 and up.
     * @param place 0 to {@link #makers} - 1.
     * @return index.
     */
    public int maker(final int venue, final int place)
    {
        return venue == 0 ? place : otherFirst(venue) + place;
    }

    /**
     * Makers of the main venue; their indexes are below this.
     *
     * @return 8 to 24.
     */
    public int makerCount()
    {
        return makerCount;
    }

    /**
     * The name of an account.
     *
     * @param account index.
     * @return number or wallet, as events name it.
     */
    public String text(final int account)
    {
        return texts[account];
    }

    /**
     * The number of an account.
     *
     * @param account index.
     * @return 100,001 and up.
     */
    public long id(final int account)
    {
        return FIRST_ACCOUNT_ID + account;
    }

    /**
     * Who owns an account.
     *
     * @param account index.
     * @return dense number of the owner.
     */
    public int groupOf(final int account)
    {
        return groupOf[account];
    }

    /**
     * Whether the account's orders say on the wire that they carry self-trade prevention; the venue applies it to the
     * others as an account setting.
     *
     * @param account index.
     * @return true for about half of them.
     */
    public boolean isExplicitStp(final int account)
    {
        return isExplicitStp[account];
    }

    /**
     * What the venues know of owners.
     *
     * @return makers, groups and arbitrageurs; the others own themselves.
     */
    public List<AccountOwner> owners()
    {
        return owners;
    }

    /**
     * An ordinary account of a venue; some are busy and many are not.
     *
     * @param venue  0 and up.
     * @param random source of chance.
     * @return index.
     */
    public int trader(final int venue, final SimulatorRandom random)
    {
        return venue == 0 ? anyTrader(random) :
            otherFirst(venue) + OTHER_MAKERS + Math.min(random.below(otherTraders), random.below(otherTraders));
    }

    /**
     * An ordinary account of the main venue; low indexes are chosen more often, so that some are busy and many are not.
     *
     * @param random source of chance.
     * @return index.
     */
    public int anyTrader(final SimulatorRandom random)
    {
        final int span = leveragedFirst - makerCount;
        final long u = random.below(1 << 20);
        final int rank = (int)((u * u >> 20) * span >> 20);
        // Neighbours are one owner group: a stride that shares no factor with most spans scatters ranks over groups.
        return makerCount + (int)(rank * 7919L % span);
    }

    /**
     * An ordinary account of the main venue that trades little.
     *
     * @param random source of chance.
     * @return index.
     */
    public int quietTrader(final SimulatorRandom random)
    {
        final int span = leveragedFirst - makerCount;
        final int rank = span / 2 + random.below(span - span / 2);
        return makerCount + (int)(rank * 7919L % span);
    }

    /**
     * A trader with much leverage.
     *
     * @param random source of chance.
     * @return index.
     */
    public int leveragedTrader(final SimulatorRandom random)
    {
        return leveragedFirst + random.below(newcomerFirst - leveragedFirst);
    }

    /**
     * An account that only episodes use.
     *
     * @param random source of chance.
     * @return index.
     */
    public int newcomer(final SimulatorRandom random)
    {
        return newcomerFirst + random.below(mainCount - newcomerFirst);
    }

    /**
     * An account of an owner group of two or more.
     *
     * @param random source of chance.
     * @return an index that has a {@link #partnerOf} other than itself.
     */
    public int groupedTrader(final SimulatorRandom random)
    {
        final int group = firstGroup + random.below(grouped - firstGroup);
        return groupFirst[group] + random.below(groupSize[group]);
    }

    /**
     * Another account of the same group.
     *
     * @param account index.
     * @param random  source of chance.
     * @return the account itself when it is alone.
     */
    public int partnerOf(final int account, final SimulatorRandom random)
    {
        final int group = groupOf[account];
        if (groupSize[group] == 1)
        {
            return account;
        }
        final int step = 1 + random.below(groupSize[group] - 1);
        return groupFirst[group] + (account - groupFirst[group] + step) % groupSize[group];
    }

    private List<AccountOwner> known()
    {
        final List<AccountOwner> known = new ArrayList<>();
        for (int i = 0; i < texts.length; i++)
        {
            if (isMaker(i) || isGrouped(i) || isArbitrageur(i))
            {
                final boolean isAlone = isMaker(i) || isArbitrageur(i) && venues == 1;
                final String role = isMaker(i) ? "market_maker" : isFund(i) ? "fund" :
                    isArbitrageur(i) ? "arbitrageur" : "";
                known.add(new AccountOwner(InstrumentCatalog.venue(venueOf(i)), texts[i],
                    isAlone ? "" : "G" + (groupOf[i] + 1), role));
            }
        }
        return List.copyOf(known);
    }

    private boolean isGrouped(final int account)
    {
        return account < mainCount && groupOf[account] >= firstGroup && groupOf[account] < grouped;
    }

    private int elsewhere()
    {
        return OTHER_MAKERS + otherTraders + ARBITRAGEURS;
    }

    private int otherFirst(final int venue)
    {
        return mainCount + ARBITRAGEURS + (venue - 1) * elsewhere();
    }

    private int placeElsewhere(final int account)
    {
        return (account - mainCount - ARBITRAGEURS) % elsewhere();
    }

    private void found(final int group, final int first, final int size)
    {
        groupFirst[group] = first;
        groupSize[group] = size;
        for (int i = 0; i < size; i++)
        {
            groupOf[first + i] = group;
        }
    }

    private static String wallet(final long seed, final int account)
    {
        final StringBuilder text = new StringBuilder("0x");
        long word = SimulatorRandom.mix(seed ^ account * 0x9E3779B97F4A7C15L);
        for (int i = 0; i < 40; i++)
        {
            if (i % 16 == 15)
            {
                word = SimulatorRandom.mix(word + account + i);
            }
            text.append(HEX[(int)(word & 15)]);
            word >>>= 4;
        }
        return text.toString();
    }
}
