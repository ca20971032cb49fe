package fds.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;

import fds.app.keep.LegalHold;
import fds.app.view.JournalTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds hold}: a journal that a case needs is kept, however old it is. */
@Command(name = "hold", mixinStandardHelpOptions = true,
    description = "Hold a journal for a case: 'fds retain' takes it away only when every case has released it.")
final class HoldCommand implements Callable<Integer>
{
    @Parameters(paramLabel = "DIR", description = "Directory of a journal.")
    private Path directory;

    @Option(names = "--case", paramLabel = "NAME", required = true, description = "Of the case.")
    private String name;

    @Option(names = "--author", paramLabel = "WHO", required = true, description = "Who says so.")
    private String author;

    @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Why.")
    private String reason;

    @Option(names = "--release", description = "The case does not need it any more.")
    private boolean release;

    @Override
    public Integer call()
    {
        final LegalHold hold = new LegalHold(JournalTexts.requireJournal(directory), Clock.systemUTC());
        hold.add(!release, name, author, reason);
        System.out.println(hold.cases().isEmpty() ? "held by no case" : "held by " + String.join(", ", hold.cases()));
        return ExitCode.DONE;
    }
}
