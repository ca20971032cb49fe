package fds.app.view;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Standard output and error as UTF-8, whatever the terminal's locale says. */
public final class Printer
{
    private static final int BUFFER_CHARS = 1 << 16;

    private Printer()
    {
    }

    /**
     * Where results go.
     *
     * @return buffered: flush it at the end.
     */
    public static PrintWriter results()
    {
        return new PrintWriter(new BufferedWriter(writer(System.out), BUFFER_CHARS), false);
    }

    /**
     * Tell the user something that is no result.
     *
     * @param message one line.
     */
    public static void tell(final String message)
    {
        final PrintWriter err = new PrintWriter(writer(System.err), true);
        err.println("fds: " + TextTable.printable(message));
        err.flush();
    }

    /**
     * Standard output as a stream that outlives its user: closing it only flushes.
     *
     * @return fails with an exception when nobody reads any more.
     */
    public static OutputStream resultStream()
    {
        final PrintStream target = System.out;
        return new FilterOutputStream(target)
        {
            @Override
            public void write(final byte[] bytes, final int offset, final int length) throws IOException
            {
                target.write(bytes, offset, length);
                if (target.checkError())
                {
                    throw new BrokenPipeException();
                }
            }

            @Override
            public void close()
            {
                target.flush();
            }
        };
    }

    private static Writer writer(final PrintStream stream)
    {
        return new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    }

    /** Whoever read the results has gone, as {@code head} does: no mistake, there is just no more to do. */
    public static final class BrokenPipeException extends IOException
    {
        private static final long serialVersionUID = 1L;

        BrokenPipeException()
        {
            super("nobody reads the results");
        }
    }
}
