package fds.feeds.simulator.agent;

import fds.feeds.simulator.chance.SimulatorRandom;

/** Outside addresses and networks of accounts: always the same for the same account. */
public final class Addresses
{
    private Addresses()
    {
    }

    /**
     * A wallet outside.
     *
     * @param account index.
     * @param which   of its wallets, 0 and up.
     * @return 0x and forty hexadecimal digits.
     */
    public static String of(final int account, final int which)
    {
        final long first = SimulatorRandom.mix(account * 0x9E3779B97F4A7C15L + which);
        final long second = SimulatorRandom.mix(first);
        final long third = SimulatorRandom.mix(second) & 0xFFFF_FFFFL;
        final StringBuilder text = new StringBuilder("0x");
        digits(first, 16, text);
        digits(second, 16, text);
        digits(third, 8, text);
        return text.toString();
    }

    /**
     * A network that somebody logs in from.
     *
     * @param account index.
     * @param which   of its networks, 0 and up.
     * @return like 10.3.7.0/24.
     */
    static String network(final int account, final int which)
    {
        final long mixed = SimulatorRandom.mix(account * 31L + which);
        return "10." + (mixed & 255) + "." + (mixed >> 8 & 255) + ".0/24";
    }

    private static void digits(final long word, final int count, final StringBuilder text)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            text.append(Character.forDigit((int)(word >>> 4 * i & 15), 16));
        }
    }
}
