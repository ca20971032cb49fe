package fds.app;

import java.io.PrintWriter;
import java.util.List;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a list is printed, and how much of it. */
final class ListOptions
{
    @ArgGroup
    private Form form = new Form();

    @Option(names = "--limit", paramLabel = "N", description = "The newest N of them.")
    private Integer limit;

    /** Refuse what cannot be meant. */
    void check()
    {
        if (limit != null && limit < 1)
        {
            throw new UsageException("--limit is " + limit + ": must be 1 or more");
        }
    }

    int limit()
    {
        return limit == null ? Integer.MAX_VALUE : limit;
    }

    /** As many of a list's last as are wanted. */
    <T> List<T> newest(final List<T> all)
    {
        return all.subList(all.size() - Math.min(limit(), all.size()), all.size());
    }

    /** Print as was asked. */
    void print(final PrintWriter out, final Runnable table, final Runnable json, final Runnable csv)
    {
        (form.json ? json : form.csv ? csv : table).run();
        out.flush();
    }

    /** At most one. */
    private static final class Form
    {
        @Option(names = "--json", description = "One JSON object a line.")
        private boolean json;

        @Option(names = "--csv", description = "CSV that opens in a spreadsheet.")
        private boolean csv;
    }
}
