package fds.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.run.OutDirectory;
import fds.app.view.JournalTexts;
import fds.journal.repair.Repair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds repair}: what is whole of a damaged journal, as a new journal. */
@Command(name = "repair", mixinStandardHelpOptions = true,
    description = "Copy the whole beginning of a journal that was damaged, or that a power failure left with holes, " +
        "into a new one, on which 'fds run' goes on. The damaged one is only read.")
final class RepairCommand implements Callable<Integer>
{
    /** Beside the queues: what was sent, what came back, what was refused. */
    private static final List<String> COMPANIONS = List.of("actions.jsonl", "answers.jsonl", "rejects.csv");

    @Parameters(paramLabel = "DIR", description = "Directory of the journal; nobody may be writing it.")
    private Path damaged;

    @Option(names = "--out", required = true, paramLabel = "NEW", description = "New directory.")
    private Path fresh;

    @Override
    public Integer call() throws IOException
    {
        JournalTexts.requireJournal(damaged);
        try (OutDirectory out = new OutDirectory(fresh, "--out"))
        {
            final Repair repair = Repair.copy(damaged, fresh);
            for (final String name : COMPANIONS)
            {
                if (Files.exists(damaged.resolve(name)))
                {
                    Files.copy(damaged.resolve(name), fresh.resolve(name));
                }
            }
            out.keep();
            for (final String end : List.of(repair.eventsEnd(), repair.decisionsEnd()))
            {
                if (!end.isEmpty())
                {
                    System.out.println(end);
                }
            }
            System.out.println("repaired events=" + repair.events() + " last_sequence=" + repair.lastSequence() +
                " decisions=" + repair.decisions() + " whole=" +
                (repair.eventsEnd().isEmpty() && repair.decisionsEnd().isEmpty()));
        }
        return ExitCode.DONE;
    }
}
