package fds.bench.torture;

import static fds.bench.torture.TortureException.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.actions.execute.ActionRecord;
import fds.journal.read.DecisionReader;

/** Commands in the file of the executor against journaled decisions: each sent once, none without its decision. */
final class SentActions
{
    private static final Pattern HEAD =
        Pattern.compile("\\{\"key\":\"([0-9a-f]{16})\",\"attempt\":(\\d{1,3}),\"release\":(true|false),.*");

    private final Set<String> sent = new HashSet<>();
    private final Set<String> sentKeys = new HashSet<>();

    private SentActions()
    {
    }

    /**
     * Check a journal whose run is over.
     *
     * @param journal      directory.
     * @param nowNanos     engine time at its end: what had to be done until then and was not is not owed any more.
     * @return commands in the file.
     */
    static int audit(final Path journal, final long nowNanos)
    {
        final SentActions actions = new SentActions();
        actions.read(journal.resolve("actions.jsonl"));
        final Set<String> journaled = new HashSet<>();
        try (DecisionReader reader = new DecisionReader(journal))
        {
            while (reader.next())
            {
                if (ActionRecord.isAction(reader.buffer(), reader.offset()))
                {
                    final ActionRecord record = ActionRecord.decode(reader.buffer(), reader.offset());
                    final String key = ActionRecord.hex(record.key());
                    check(!record.state().leaves() || record.expiryNanos() <= nowNanos ||
                        actions.sentKeys.contains(key), Verdict.LOSS, "action " + key + " was decided and not sent");
                    journaled.add(key);
                }
            }
        }
        for (final String key : actions.sentKeys)
        {
            check(journaled.contains(key), Verdict.DIFFERENCE, "action " + key + " was sent and not decided");
        }
        return actions.sent.size();
    }

    private void read(final Path file)
    {
        if (!Files.exists(file))
        {
            return;
        }
        try
        {
            for (final String line : Files.readAllLines(file))
            {
                final Matcher head = HEAD.matcher(line);
                check(head.matches(), Verdict.CONDUCT, "no command: " + line);
                check(sent.add(head.group(1) + ' ' + head.group(2) + ' ' + head.group(3)), Verdict.DUPLICATE,
                    "sent twice: " + line);
                sentKeys.add(head.group(1));
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }
}
