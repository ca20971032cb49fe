package fds.anchors.ethereum;

import java.math.BigInteger;

import fds.journal.seal.BlockHeader;
import fds.journal.seal.SealHead;

/**
 * The contract that heads are sent to, and how a head stands in its logs. It keeps nothing, owns nothing and lets
 * everybody log: what counts is the sender, whom the chain itself writes into each log.
 */
final class LogContract
{
    /**
     * What creates it. The first eleven bytes return the other fifteen, which are the contract:
     * <pre>
     * 36 60 00 60 00 37   CALLDATASIZE  PUSH1 0  PUSH1 0  CALLDATACOPY     the message into memory
     * 33                  CALLER                                           second topic: the sender
     * 60 00 35            PUSH1 0  CALLDATALOAD                            first topic: the message's first word
     * 36 60 00 a2 00      CALLDATASIZE  PUSH1 0  LOG2  STOP                the whole message as data
     * </pre>
     */
    static final String CREATION = "0x600f80600b6000396000f3" + "36600060003733600035366000a200";

    /** Hexadecimal digits of a word of the machine. */
    private static final int WORD_DIGITS = 64;
    private static final int JOURNAL_DIGITS = 32;

    private LogContract()
    {
    }

    /** A head as the message of a transaction: journal, block and root, a word each. */
    static String message(final BlockHeader header)
    {
        return journalWord(header.journal()) + word(BigInteger.valueOf(header.number())) + header.root();
    }

    /** The first topic of a journal's logs. */
    static String journalWord(final String journal)
    {
        return "0x" + journal + "0".repeat(WORD_DIGITS - JOURNAL_DIGITS);
    }

    /** The second topic of a sender's logs. */
    static String senderWord(final String address)
    {
        return "0x" + "0".repeat(WORD_DIGITS - 40) + address.substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    /** The head in a log's data, or null when there is none: everybody may log. */
    static SealHead head(final String data, final String chainBlock)
    {
        final String digits = data.startsWith("0x") ? data.substring(2) : data;
        if (!digits.matches("[0-9a-f]{" + 3 * WORD_DIGITS + "}"))
        {
            return null;
        }
        final BigInteger block = new BigInteger(digits.substring(WORD_DIGITS, 2 * WORD_DIGITS), 16);
        return block.bitLength() > 62 ? null : new SealHead(digits.substring(0, JOURNAL_DIGITS), block.longValue(),
            digits.substring(2 * WORD_DIGITS), "chain block " + chainBlock);
    }

    private static String word(final BigInteger value)
    {
        final String digits = value.toString(16);
        return "0".repeat(WORD_DIGITS - digits.length()) + digits;
    }
}
