package fds.bench.torture;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.app.Fds;

/**
 * What a command said.
 *
 * @param command as given.
 * @param code    exit code; 137 when it was killed.
 * @param out     standard output.
 * @param err     standard error.
 */
record Said(String command, int code, String out, String err)
{
    /** Run a command in this virtual machine, which is warm. */
    static Said by(final Object... args)
    {
        final String[] texts = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        final PrintStream out = System.out;
        final PrintStream err = System.err;
        final ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
        final ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
        try
        {
            final int code = Fds.run(texts);
            return new Said(String.join(" ", texts), code, caughtOut.toString(StandardCharsets.UTF_8),
                caughtErr.toString(StandardCharsets.UTF_8));
        }
        finally
        {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** The exit code is this one; else it is misconduct. */
    Said exits(final int expected)
    {
        TortureException.check(code == expected, Verdict.CONDUCT, "exit " + expected + " was due: " + this);
        return this;
    }

    /** A value of the summary line, or empty. */
    String value(final String key)
    {
        final List<String> lines = out.lines().toList();
        final String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        final Matcher matcher = Pattern.compile("(?:^| )" + key + "=(\\S+)").matcher(last);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public String toString()
    {
        return "fds " + command + " -> exit " + code + " err: " + tail(err) + " out: " + tail(out);
    }

    private static String tail(final String text)
    {
        final String line = text.strip().replace("\n", " / ");
        return line.length() < 600 ? line : "… " + line.substring(line.length() - 600);
    }
}
