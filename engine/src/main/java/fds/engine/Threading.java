package fds.engine;

/**
 * How the stages are spread over threads. Decides nothing but speed.
 *
 * @param mode   of spreading.
 * @param shards threads for the partitions, 1 to 64; 1 unless the mode is SHARDED.
 */
public record Threading(Mode mode, int shards)
{
    /** Ways to spread. */
    public enum Mode
    {
        /** The caller's thread does all: tests, embedding. */
        INLINE,
        /** One thread of the engine does all. */
        FUSED,
        /** A thread a stage. */
        PIPELINED,
        /** A thread a stage, and several for the partitions. */
        SHARDED
    }

    /** Checks the range. */
    public Threading
    {
        if (shards < 1 || shards > 64)
        {
            throw new IllegalArgumentException("shards is " + shards + ": must be 1 to 64");
        }
    }

    /**
     * The threading a word names.
     *
     * @param word {@code inline}, {@code fused}, {@code pipelined} or {@code sharded:N}.
     * @return the threading.
     * @throws IllegalArgumentException for any other word.
     */
    public static Threading parse(final String word)
    {
        return switch (word)
        {
            case "inline" -> new Threading(Mode.INLINE, 1);
            case "fused" -> new Threading(Mode.FUSED, 1);
            case "pipelined" -> new Threading(Mode.PIPELINED, 1);
            default ->
            {
                if (!word.matches("sharded:([1-9]|[1-5]\\d|6[0-4])"))
                {
                    throw new IllegalArgumentException("threads is '" + word +
                        "': must be inline, fused, pipelined or sharded:N with N from 1 to 64");
                }
                yield new Threading(Mode.SHARDED, Integer.parseInt(word.substring("sharded:".length())));
            }
        };
    }
}
