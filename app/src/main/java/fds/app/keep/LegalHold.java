package fds.app.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import fds.app.UsageException;
import fds.journal.format.SegmentFile;

/**
 * The cases for which a journal must not be taken away, however old it is. They stand in a file of the journal's
 * directory to which lines are added only: time, {@code held} or {@code released}, case, who, why; tabs between.
 */
public final class LegalHold
{
    private static final String FILE_NAME = "legal-hold.tsv";
    private static final int FIELDS = 5;
    private static final int CASE_FIELD = 2;

    private final Path file;
    private final Clock clock;

    /**
     * Of a journal.
     *
     * @param journal directory.
     * @param clock   for the time of new lines.
     */
    public LegalHold(final Path journal, final Clock clock)
    {
        file = journal.resolve(FILE_NAME);
        this.clock = clock;
    }

    /**
     * The cases that hold it now.
     *
     * @return in the order in which they began to; empty when nothing does.
     * @throws UsageException when the file cannot be read or is not of this form: then nothing may be taken away.
     */
    public Set<String> cases()
    {
        final Set<String> open = new LinkedHashSet<>();
        if (!Files.exists(file))
        {
            return open;
        }
        int number = 0;
        for (final String line : lines())
        {
            number++;
            final String[] fields = line.split("\t", -1);
            if (fields.length != FIELDS || !fields[1].equals("held") && !fields[1].equals("released"))
            {
                throw new UsageException(file + ":" + number + ": must be time, held or released, case, who and why " +
                    "with tabs between; until it is mended nothing of the journal is taken away");
            }
            if (fields[1].equals("held"))
            {
                open.add(fields[CASE_FIELD]);
            }
            else
            {
                open.remove(fields[CASE_FIELD]);
            }
        }
        return open;
    }

    /**
     * Hold it for a case, or end that.
     *
     * @param isHeld false: release it.
     * @param name   of the case.
     * @param author who says so.
     * @param reason why.
     * @throws UsageException when the case holds it already or does not, or the line cannot be written.
     */
    public void add(final boolean isHeld, final String name, final String author, final String reason)
    {
        if (cases().contains(name) == isHeld)
        {
            throw new UsageException("--case is '" + name + "': " + (isHeld ? "it holds this journal already" :
                "it does not hold this journal; what does: " + cases()));
        }
        final String line = String.join("\t", Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString(),
            isHeld ? "held" : "released", clean("--case", name), clean("--author", author), clean("--reason", reason));
        try
        {
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        }
        catch (final IOException e)
        {
            throw new UsageException(file + ": cannot be written: " + SegmentFile.reasonOf(e));
        }
    }

    private List<String> lines()
    {
        try
        {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        }
        catch (final IOException e)
        {
            throw new UsageException(file + ": cannot be read: " + SegmentFile.reasonOf(e));
        }
    }

    private static String clean(final String option, final String text)
    {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl))
        {
            throw new UsageException(option + " must be text on one line, without tabs");
        }
        return text.strip();
    }
}
