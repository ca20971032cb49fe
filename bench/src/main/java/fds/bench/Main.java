package fds.bench;

import java.io.IOException;

/** Hands its arguments to JMH: {@code -h} for all, a regular expression for which benchmarks. */
public final class Main
{
    private Main()
    {
    }

    /**
     * Run benchmarks.
     *
     * @param args of JMH.
     * @throws IOException when JMH cannot write.
     */
    public static void main(final String[] args) throws IOException
    {
        org.openjdk.jmh.Main.main(args);
    }
}
