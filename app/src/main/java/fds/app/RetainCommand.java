package fds.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.keep.KeptJournal;
import fds.app.keep.RetentionLog;
import fds.app.view.JsonLines;
import fds.app.view.Quantities;
import fds.app.view.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds retain}: how long journals are to be kept yet; compresses closed files, takes away what is due. */
@Command(name = "retain", mixinStandardHelpOptions = true,
    description = "Journals, how old they are and until when they are kept. Changes nothing unless it is told to.")
final class RetainCommand implements Callable<Integer>
{
    @Parameters(paramLabel = "DIR", description = "A journal, or a directory of journals.")
    private Path place;

    @Option(names = "--keep", paramLabel = "TIME", defaultValue = "5y",
        description = "How long from a journal's last event on: 5y (the default), 7y, 15y, or days as 90d.")
    private String keep;

    @Option(names = "--compress", description = "Compress closed files: of each queue all but the newest.")
    private boolean compress;

    @Option(names = "--compress-whole",
        description = "Compress all files of journals that nobody writes to; nothing can be added to them then.")
    private boolean compressWhole;

    @Option(names = "--delete",
        description = "Take away journals that are past their time and not held. Needs --author.")
    private boolean delete;

    @Option(names = "--author", paramLabel = "WHO", description = "Who says so; stands in retention.jsonl.")
    private String author;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call()
    {
        final Period period = Period.parse(keep);
        if (!Files.isDirectory(place))
        {
            throw new UsageException(place + ": there is no such directory");
        }
        if (delete && (author == null || author.isBlank()))
        {
            throw new UsageException("--author is missing: who says that journals are taken away?");
        }
        final List<Path> journals = KeptJournal.in(place);
        if (journals.isEmpty())
        {
            throw new UsageException(place + ": no journal, and none directly in it");
        }
        final Clock clock = Clock.systemUTC();
        final RetentionLog log = new RetentionLog(journals.get(0).equals(place) ?
            place.toAbsolutePath().normalize().getParent() : place, clock);
        final TextTable table =
            new TextTable("journal", "files", "bytes", "last event", "kept until", "state", "done");
        for (final Path directory : journals)
        {
            final KeptJournal journal = KeptJournal.of(directory, clock);
            final Instant until = journal.last() == null ? null : period.after(journal.last());
            final boolean isDue = !journal.isWritten() && until != null && until.isBefore(clock.instant());
            print(journal, until, state(journal, isDue), act(journal, isDue, log), table);
        }
        if (!json)
        {
            table.lines("").forEach(System.out::println);
        }
        return ExitCode.DONE;
    }

    private String act(final KeptJournal journal, final boolean isDue, final RetentionLog log)
    {
        if (delete && isDue && journal.cases().isEmpty())
        {
            log.taken(journal, "--keep " + keep, author);
            journal.delete();
            return "taken away";
        }
        final boolean isWhole = compressWhole && !journal.isWritten();
        final int files = compress || isWhole ? journal.compress(isWhole) : 0;
        return files == 0 ? "-" : "compressed " + files;
    }

    private static String state(final KeptJournal journal, final boolean isDue)
    {
        return !journal.cases().isEmpty() ? "held for " + String.join(", ", journal.cases()) :
            journal.isWritten() ? "being written" : isDue ? "due" : "kept";
    }

    private void print(
        final KeptJournal journal,
        final Instant until,
        final String state,
        final String done,
        final TextTable table)
    {
        final String last = journal.last() == null ? "-" : journal.last().truncatedTo(ChronoUnit.SECONDS).toString();
        final String kept = until == null ? "-" : until.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        if (json)
        {
            System.out.println(JsonLines.text(fields ->
            {
                fields.writeStringField("journal", journal.directory().toString());
                fields.writeNumberField("files", journal.files());
                fields.writeNumberField("bytes", journal.bytes());
                fields.writeNumberField("last_sequence", journal.lastSequence());
                fields.writeStringField("last_event", journal.last() == null ? null : journal.last().toString());
                fields.writeStringField("kept_until", until == null ? null : kept);
                fields.writeStringField("state", state);
                fields.writeStringField("done", done.equals("-") ? null : done);
            }));
            return;
        }
        table.row(journal.directory().getFileName().toString(), Integer.toString(journal.files()),
            Quantities.grouped(journal.bytes()), last, kept, state, done);
    }

    /** Whole years of the calendar, or days. */
    private record Period(int count, ChronoUnit unit)
    {
        static Period parse(final String text)
        {
            if (!text.matches("[1-9][0-9]{0,3}[yd]"))
            {
                throw new UsageException("--keep is '" + text + "': must be years as 5y or days as 90d");
            }
            return new Period(Integer.parseInt(text.substring(0, text.length() - 1)),
                text.endsWith("y") ? ChronoUnit.YEARS : ChronoUnit.DAYS);
        }

        Instant after(final Instant start)
        {
            return start.atOffset(ZoneOffset.UTC).plus(count, unit).toInstant();
        }
    }
}
