package fds.feeds.simulator.venue;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.ledger.FeeSchedule;
import fds.market.owner.AccountOwner;

/**
 * Who trades at the simulated venue. Accounts are indexes from 0: market makers first, then accounts in owner groups of
 * two to five (every fifth group a fund), then singles. Made once from the seed.
 */
public final class AccountRoster implements FeeSchedule
{
    private static final long FIRST_ACCOUNT_ID = 100_001;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final String[] texts;
    private final int[] groupOf;
    private final int[] groupFirst; // [group], accounts of a group are neighbours
    private final int[] groupSize;
    private final boolean[] isExplicitStp;
    private final int makerCount;
    private final int grouped; // groups of two and more are those below this number, makers' groups left out
    private final int firstGroup;
    private final List<AccountOwner> owners;

    public AccountRoster(final long seed, final int accountCount, final boolean isText)
    {
        final SimulatorRandom random = SimulatorRandom.of(seed, 3);
        final int count = accountCount;
        makerCount = Math.max(8, Math.min(24, count / 40));
        texts = new String[count];
        groupOf = new int[count];
        groupFirst = new int[count];
        groupSize = new int[count];
        isExplicitStp = new boolean[count];
        final List<AccountOwner> known = new ArrayList<>();

        int group = 0;
        int account = 0;
        for (; account < makerCount; account++)
        {
            found(group++, account, 1);
        }
        firstGroup = group;
        for (final int groupedEnd = makerCount + count / 3; account < groupedEnd; group++)
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

        for (int i = 0; i < count; i++)
        {
            texts[i] = isText ? wallet(seed, i) : Long.toString(FIRST_ACCOUNT_ID + i);
            isExplicitStp[i] = random.chancePerMille(500);
            final boolean isGrouped = isGrouped(i);
            if (i < makerCount || isGrouped)
            {
                final String role = i < makerCount ? "market_maker" : isFund(i) ? "fund" : "";
                known.add(new AccountOwner(
                    InstrumentCatalog.VENUE, texts[i], isGrouped ? "G" + (groupOf[i] + 1) : "", role));
            }
        }
        owners = List.copyOf(known);
    }

    @Override
    public long makerPpm(final int account, final boolean isPerp)
    {
        return account < makerCount ? -50 : isFund(account) ? 100 : isPerp ? 150 : 250;
    }

    @Override
    public long takerPpm(final int account, final boolean isPerp)
    {
        return account < makerCount ? 150 : isFund(account) ? 300 : isPerp ? 400 : 600;
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

    private boolean isGrouped(final int account)
    {
        return groupOf[account] >= firstGroup && groupOf[account] < grouped;
    }

    public int count()
    {
        return texts.length;
    }

    /**
     * Accounts below this index make markets.
     *
     * @return 8 to 24.
     */
    public int makerCount()
    {
        return makerCount;
    }

    public String text(final int account)
    {
        return texts[account];
    }

    public long id(final int account)
    {
        return FIRST_ACCOUNT_ID + account;
    }

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

    public List<AccountOwner> owners()
    {
        return owners;
    }

    /**
     * An account that is no market maker; low indexes are chosen more often, so that some are busy and many are not.
     *
     * @param random source of chance.
     * @return index.
     */
    public int anyTrader(final SimulatorRandom random)
    {
        final int span = count() - makerCount;
        final long u = random.below(1 << 20);
        final int rank = (int)((u * u >> 20) * span >> 20);
        // Neighbours are one owner group: a stride that shares no factor with most spans scatters ranks over groups.
        return makerCount + (int)(rank * 7919L % span);
    }

    /**
     * An account that trades little.
     *
     * @param random source of chance.
     * @return index.
     */
    public int quietTrader(final SimulatorRandom random)
    {
        final int span = count() - makerCount;
        final int rank = span / 2 + random.below(span - span / 2);
        return makerCount + (int)(rank * 7919L % span);
    }

    /**
     * Another account of an owner group of two or more.
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
