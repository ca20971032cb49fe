package fds.feeds.simulator;

import fds.feeds.simulator.chance.SimulatorRandom;

/** An order's number as a UUID: always the same for the same number, and without garbage. */
final class UuidText implements CharSequence
{
    private static final int LENGTH = 36;

    private final long seed;
    private final char[] text = new char[LENGTH];

    UuidText(final long seed)
    {
        this.seed = SimulatorRandom.mix(seed);
    }

    /**
     * The text of a number.
     *
     * @param number 1 and up.
     * @return this; valid until the next call.
     */
    UuidText of(final long number)
    {
        // The second word is a bijection of the number: no two orders share a text.
        long word = SimulatorRandom.mix(number + seed);
        for (int i = 0; i < LENGTH; i++)
        {
            if (i == 8 || i == 13 || i == 18 || i == 23)
            {
                text[i] = '-';
                continue;
            }
            if (i == 19)
            {
                word = SimulatorRandom.mix(number ^ seed);
            }
            text[i] = i == 14 ? '4' : Character.forDigit((int)(word & 15), 16);
            word >>>= 4;
        }
        return this;
    }

    @Override
    public int length()
    {
        return LENGTH;
    }

    @Override
    public char charAt(final int index)
    {
        return text[index];
    }

    @Override
    public CharSequence subSequence(final int start, final int end)
    {
        return new String(text, start, end - start);
    }

    @Override
    public String toString()
    {
        return new String(text);
    }
}
