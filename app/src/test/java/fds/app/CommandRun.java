package fds.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a command printed and how it ended.
 *
 * @param exitCode of it.
 * @param out      standard output.
 * @param err      standard error.
 */
record CommandRun(int exitCode, String out, String err)
{
    /** Run a command with both streams caught. */
    static synchronized CommandRun of(final Object... args)
    {
        final PrintStream out = System.out;
        final PrintStream err = System.err;
        final ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
        final ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
        try
        {
            final String[] texts = new String[args.length];
            for (int i = 0; i < args.length; i++)
            {
                texts[i] = args[i].toString();
            }
            final int code = Fds.run(texts);
            return new CommandRun(code, caughtOut.toString(StandardCharsets.UTF_8),
                caughtErr.toString(StandardCharsets.UTF_8));
        }
        finally
        {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Standard output line by line. */
    List<String> lines()
    {
        return out.lines().toList();
    }
}
