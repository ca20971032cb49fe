package fds.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fds.actions.policy.ActionKind;
import fds.actions.policy.ActionState;
import fds.app.view.ActionList;
import fds.app.view.ActionWords;
import fds.app.view.JournalActions;
import fds.app.view.JournalTexts;
import fds.app.view.Printer;
import fds.app.view.Span;
import fds.market.risk.RiskLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what was decided to be done. */
@Command(
    name = "actions",
    mixinStandardHelpOptions = true,
    description = "What was done about alerts and levels of risk, or waits for a person: one row an action.")
public final class ActionsCommand implements Callable<Integer>
{
    @Parameters(paramLabel = "DIR", description = "Directory of a journal.")
    private Path directory;

    @Mixin
    private ListOptions options;

    @Option(names = "--from", paramLabel = "T",
        description = "Decided at or behind T: ISO-8601 (UTC), nanoseconds, or a sequence as #123.")
    private String from;

    @Option(names = "--to", paramLabel = "T", description = "Decided at or before T.")
    private String to;

    @Option(names = "--account", paramLabel = "A", description = "For this account.")
    private String account;

    @Option(names = "--kind", paramLabel = "K", description = "Of this kind, as freeze_account.")
    private String kind;

    @Option(names = "--state", paramLabel = "S", description = "Now in this state, as pending.")
    private String state;

    @Option(names = "--level", paramLabel = "L", description = "Decided at this level or a higher one.")
    private RiskLevel level;

    @Override
    public Integer call()
    {
        options.check();
        requireWord("--kind", kind, Stream.of(ActionKind.values()).map(ActionKind::word));
        requireWord("--state", state, Stream.of(ActionState.values()).map(ActionState::word));
        final Span span = Span.parse(from, to);
        final JournalActions actions = JournalActions.read(directory);
        final ActionWords words = new ActionWords(JournalTexts.read(directory, JournalTexts.EVERY_SPACE));
        final List<JournalActions.Row> chosen = actions.rows().stream()
            .filter(row -> span.contains(row.decided().sequence(), row.decided().timeNanos()) &&
                (account == null || account.equals(words.account(row.now()))) &&
                (kind == null || kind.equalsIgnoreCase(row.now().kind().word())) &&
                (state == null || state.equalsIgnoreCase(row.now().state().word())) &&
                (level == null || row.now().level().compareTo(level) >= 0))
            .toList();
        final List<JournalActions.Row> shown = options.newest(chosen);
        print(shown, words);
        if (actions.rows().isEmpty())
        {
            Printer.tell("there are no actions in " + directory);
        }
        else if (shown.size() < actions.rows().size())
        {
            Printer.tell(shown.size() + " of " + actions.rows().size() + " actions");
        }
        return ExitCode.DONE;
    }

    private void print(final List<JournalActions.Row> rows, final ActionWords words)
    {
        final PrintWriter out = Printer.results();
        final ActionList list = new ActionList(words, out);
        options.print(out, () -> list.table(rows), () -> list.json(rows), () -> list.csv(rows));
    }

    private static void requireWord(final String option, final String word, final Stream<String> words)
    {
        final List<String> allowed = words.toList();
        if (word != null && !allowed.contains(word.toLowerCase(Locale.ROOT)))
        {
            throw new UsageException(option + " is '" + word + "': must be one of " +
                allowed.stream().collect(Collectors.joining(", ")));
        }
    }
}
