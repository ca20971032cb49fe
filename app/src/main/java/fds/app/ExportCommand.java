package fds.app;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;

import fds.app.setup.DetectorCatalog;
import fds.app.view.DecisionExport;
import fds.app.view.EventExport;
import fds.app.view.JournalTexts;
import fds.app.view.Printer;
import fds.app.view.Pseudonyms;
import fds.app.view.Span;
import fds.feeds.csv.CsvWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a journal as text. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "A journal's events or decisions as text. Events as CSV read back as the same events.")
public final class ExportCommand implements Callable<Integer>
{
    @Parameters(paramLabel = "DIR", description = "Directory of a journal.")
    private Path directory;

    @Option(names = "--format", paramLabel = "F", defaultValue = "CSV",
        description = "csv or json (one object a line); csv when absent.")
    private Format format;

    @Option(names = "--what", paramLabel = "W", defaultValue = "EVENTS",
        description = "events or decisions; events when absent.")
    private What what;

    @Option(names = "--from", paramLabel = "T",
        description = "Begin here: ISO-8601 engine time (UTC), nanoseconds, or a sequence as #123.")
    private String from;

    @Option(names = "--to", paramLabel = "T", description = "End here; what happened at T is written.")
    private String to;

    @Option(names = "--out", paramLabel = "DIR2",
        description = "Write files here, events as CSV with instruments.csv and accounts.csv beside them; " +
        "standard output when absent.")
    private Path out;

    @Option(names = "--pseudonyms", paramLabel = "KEY",
        description = "Give accounts, owner groups and references other names, the same for the same key: a file " +
        "that 'fds pseudonym --new-key' made. Order ids stay.")
    private Path key;

    /** What to write. */
    enum What
    {
        EVENTS,
        DECISIONS
    }

    /** How to write it. */
    enum Format
    {
        CSV,
        JSON
    }

    /** Writes everything to a stream. */
    @FunctionalInterface
    private interface Content
    {
        long writeTo(OutputStream stream) throws IOException;
    }

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private List<Path> jars = List.of();

    @Override
    public Integer call()
    {
        final Span span = Span.parse(from, to);
        final JournalTexts texts = JournalTexts.read(directory, JournalTexts.EVERY_SPACE);
        final Pseudonyms pseudonyms = key == null ? null : Pseudonyms.read(key);
        if (key != null)
        {
            texts.showUnder(pseudonyms);
        }
        final Content content = what == What.EVENTS ? events(new EventExport(directory, texts, span)) :
            decisions(new DecisionExport(directory, texts, new DetectorCatalog(jars), span, pseudonyms));
        try
        {
            if (out == null)
            {
                toStandardOutput(content);
            }
            else
            {
                toFiles(content, texts);
            }
        }
        catch (final IOException e)
        {
            throw new UsageException((out == null ? "standard output" : "--out " + out) + " cannot be written: " + e);
        }
        return ExitCode.DONE;
    }

    private Content events(final EventExport export)
    {
        final List<String> changed = format == Format.CSV ? export.changedInstruments() : List.of();
        if (!changed.isEmpty())
        {
            Printer.tell("tick or lot of " + String.join(", ", changed) + " changed during the journal: " +
                "instruments.csv states the newest, and events before it may not be multiples of it");
        }
        return format == Format.CSV ? export::csv : stream -> asText(stream, export::json);
    }

    private Content decisions(final DecisionExport export)
    {
        return stream -> asText(stream, format == Format.CSV ? export::csv : export::json);
    }

    private static long asText(final OutputStream stream, final ToLongFunction<Writer> export)
        throws IOException
    {
        final Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        final long count = export.applyAsLong(writer);
        writer.flush();
        return count;
    }

    private static void toStandardOutput(final Content content) throws IOException
    {
        try (OutputStream stream = Printer.resultStream())
        {
            content.writeTo(stream);
        }
        catch (final Printer.BrokenPipeException e)
        {
            // The reader has what it wanted.
        }
        catch (final UncheckedIOException e)
        {
            if (!(e.getCause() instanceof Printer.BrokenPipeException))
            {
                throw e.getCause();
            }
        }
    }

    private void toFiles(final Content content, final JournalTexts texts) throws IOException
    {
        Files.createDirectories(out);
        final String name = (what == What.EVENTS ? "events" : "decisions") + (format == Format.CSV ? ".csv" : ".jsonl");
        final Path part = out.resolve(name + ".part");
        final long count;
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))
        {
            count = content.writeTo(stream);
        }
        catch (final RuntimeException | IOException e)
        {
            Files.deleteIfExists(part);
            throw e;
        }
        if (what == What.EVENTS && format == Format.CSV)
        {
            Files.writeString(out.resolve("instruments.csv"), CsvWriter.instrumentsCsv(texts.instruments()));
            Files.writeString(out.resolve("accounts.csv"), CsvWriter.accountsCsv(texts.accounts()));
        }
        Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        Printer.tell(count + (what == What.EVENTS ? " events" : " decisions") + " written to " + out.resolve(name));
    }
}
