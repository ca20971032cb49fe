package fds.app.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import fds.app.UsageException;
import fds.app.view.JournalTexts;
import fds.app.view.JsonLines;
import fds.journal.format.SegmentFile;
import fds.journal.hash.DecisionHash;

/** What was taken away, when and by whom: a line is forced to the disk before anything is deleted. */
public final class RetentionLog
{
    private static final String FILE_NAME = "retention.jsonl";

    private final Path file;
    private final Clock clock;

    /**
     * Beside journals.
     *
     * @param place directory in which they lie.
     * @param clock for the time of lines.
     */
    public RetentionLog(final Path place, final Clock clock)
    {
        file = place.resolve(FILE_NAME);
        this.clock = clock;
    }

    /**
     * Say that a journal is taken away.
     *
     * @param journal as it is.
     * @param rule    by which.
     * @param author  who says so.
     * @throws UsageException when the line cannot be written.
     */
    public void taken(final KeptJournal journal, final String rule, final String author)
    {
        final String hash =
            JournalTexts.hasDecisions(journal.directory()) ? DecisionHash.of(journal.directory()) : null;
        final String line = JsonLines.text(json ->
        {
            json.writeStringField("time", Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeStringField("journal", journal.directory().getFileName().toString());
            json.writeStringField("rule", rule);
            json.writeStringField("author", author);
            json.writeNumberField("last_sequence", journal.lastSequence());
            json.writeStringField("last_event", journal.last() == null ? null : journal.last().toString());
            json.writeNumberField("bytes", journal.bytes());
            json.writeStringField("decision_hash", hash);
        });
        try
        {
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        }
        catch (final IOException e)
        {
            throw new UsageException(file + ": cannot be written, so nothing is taken away: " +
                SegmentFile.reasonOf(e));
        }
    }
}
