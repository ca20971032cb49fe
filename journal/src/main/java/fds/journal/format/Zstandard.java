package fds.journal.format;

/**
 * The Zstandard seekable format, version 0.1.0 (contrib/seekable_format of the Zstandard project): frames that are
 * whole by themselves, and behind them a skippable frame that tells the length of each. Any Zstandard program unpacks
 * it. All numbers are little endian.
 */
public final class Zstandard
{
    /** Behind the name of the file that was compressed. */
    public static final String SUFFIX = ".zst";

    /** Bytes of the file in each frame, of the last one fewer. */
    public static final int FRAME_CONTENT_BYTES = 1 << 20;

    /** First word of the skippable frame that holds the table. */
    public static final int TABLE_MAGIC = 0x184D2A5E;

    /** Last word of the file. */
    public static final int SEEKABLE_MAGIC = 0x8F92EAB1;

    /** Bytes of the skippable frame before its first entry. */
    public static final int TABLE_HEAD_BYTES = 8;

    /** Bytes of an entry: compressed length, length. */
    public static final int TABLE_ENTRY_BYTES = 8;

    /** Bytes behind the last entry: number of frames, a descriptor that is 0, {@link #SEEKABLE_MAGIC}. */
    public static final int TABLE_TAIL_BYTES = 9;

    private Zstandard()
    {
    }
}
