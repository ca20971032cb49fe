package fds.feeds.chain;

import java.math.BigInteger;
import java.util.Locale;

import fds.feeds.text.JsonCells;

/** Addresses, hashes and words of the chain. Addresses are told in lower case: their case is a checksum only. */
final class Hex
{
    /** Bits of a number of the chain. */
    static final int WORD_BITS = 256;

    private static final int WORD_DIGITS = 64;
    private static final int ADDRESS_DIGITS = 40;
    private static final int DECIMAL_DIGITS_MAX = 78;
    private static final int RADIX = 16;

    private Hex()
    {
    }

    /** 20 bytes. */
    static String address(final JsonCells json)
    {
        return digits(json, ADDRESS_DIGITS);
    }

    /** 32 bytes. */
    static String hash(final JsonCells json)
    {
        return digits(json, WORD_DIGITS);
    }

    /** A whole number in decimal digits. */
    static BigInteger decimal(final JsonCells json)
    {
        final String text = json.plain();
        json.expect(text.length() <= DECIMAL_DIGITS_MAX, "at most " + DECIMAL_DIGITS_MAX + " digits");
        return new BigInteger(text);
    }

    /** An address in the low bytes of a word. */
    static String addressOf(final String word)
    {
        return "0x" + word.substring(word.length() - ADDRESS_DIGITS);
    }

    /** How many words some data has; -1 when it is not whole words. */
    static int words(final String data)
    {
        return isHex(data) && (data.length() - 2) % WORD_DIGITS == 0 ? (data.length() - 2) / WORD_DIGITS : -1;
    }

    /** A number of some data, by the index of its word. */
    static BigInteger word(final String data, final int index)
    {
        return new BigInteger(data.substring(2 + index * WORD_DIGITS, 2 + (index + 1) * WORD_DIGITS), RADIX);
    }

    static boolean isHex(final String text)
    {
        boolean isHex = text.startsWith("0x");
        for (int i = 2; isHex && i < text.length(); i++)
        {
            isHex = text.charAt(i) < 128 && Character.digit(text.charAt(i), RADIX) >= 0;
        }
        return isHex;
    }

    private static String digits(final JsonCells json, final int count)
    {
        final String text = json.text();
        json.expect(text.length() == count + 2 && isHex(text), "0x and " + count + " hexadecimal digits");
        return text.toLowerCase(Locale.ROOT);
    }
}
