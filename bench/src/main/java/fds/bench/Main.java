package fds.bench;

import java.io.IOException;
import java.util.Arrays;

/** Hands its arguments to JMH: {@code -h} for all, a regular expression for which benchmarks. */
public final class Main
{
    private Main()
    {
    }

    /**
     * Run benchmarks.
     *
     * @param args {@code bench}, then those of JMH.
     * @throws IOException when JMH cannot write.
     */
    public static void main(final String[] args) throws IOException
    {
        // "bench" itself is no benchmark's name: as an expression it would mean all of them.
        org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, Math.min(1, args.length), args.length));
    }
}
