package fds.bench.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fds.app.UsageException;

/**
 * Any program: started once for each input with the CSV's path as its last argument (or where {@code {}} stands), it
 * writes alerts as JSON lines, as {@code docs/formats.md} has them, to standard output. Lines that do not begin with a
 * brace are passed over. Asked for are {@code detector} and {@code cause_timestamp_ns}; {@code id}, {@code instrument},
 * {@code accounts} and {@code score} are read where they are there. Its evidence is not judged, since its sequence
 * numbers are its own. All its detectors count as there.
 */
public final class ProgramEngine implements MeasuredEngine
{
    private static final JsonFactory JSON = new JsonFactory();

    private final List<String> command;

    /**
     * Of a command.
     *
     * @param command words separated by spaces.
     * @throws UsageException when it is blank.
     */
    public ProgramEngine(final String command)
    {
        if (command.isBlank())
        {
            throw new UsageException("--engine is '" + command + "': must be a program and its arguments");
        }
        this.command = List.of(command.strip().split("\\s+"));
    }

    @Override
    public boolean has(final String detector)
    {
        return true;
    }

    @Override
    public boolean accusesNobody(final String detector)
    {
        return false;
    }

    @Override
    public boolean reads(final int kind)
    {
        return true;
    }

    @Override
    public Outcome run(final Path csv)
    {
        final List<String> words = new ArrayList<>();
        command.forEach(word -> words.add(word.replace("{}", csv.toString())));
        if (words.equals(command))
        {
            words.add(csv.toString());
        }
        final Map<String, ToldAlert> alerts = new LinkedHashMap<>();
        try
        {
            final Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().close();
            try (BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)))
            {
                for (String line = out.readLine(); line != null; line = out.readLine())
                {
                    if (line.startsWith("{"))
                    {
                        take(line, alerts);
                    }
                }
            }
            final int code = process.waitFor();
            if (code != 0)
            {
                throw new UsageException("--engine " + String.join(" ", words) + ": ended with " + code);
            }
            try (Stream<String> lines = Files.lines(csv))
            {
                return new Outcome(lines.count() - 1, List.copyOf(alerts.values()));
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("--engine " + String.join(" ", words) + ": " + e.getMessage(), e);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new UsageException("--engine " + String.join(" ", words) + ": was interrupted");
        }
    }

    private static void take(final String line, final Map<String, ToldAlert> alerts) throws IOException
    {
        final Map<String, String> fields = new LinkedHashMap<>();
        final List<String> accounts = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(line))
        {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME)
            {
                final String name = parser.currentName();
                final JsonToken value = parser.nextToken();
                if (name.equals("accounts") && value == JsonToken.START_ARRAY)
                {
                    while (parser.nextToken() != JsonToken.END_ARRAY)
                    {
                        accounts.add(parser.getText());
                    }
                }
                else if (value.isScalarValue())
                {
                    fields.put(name, parser.getText());
                }
                else
                {
                    parser.skipChildren();
                }
            }
        }
        if ("closed".equals(fields.get("episode")))
        {
            return;
        }
        final String time = fields.getOrDefault("cause_timestamp_ns", "");
        if (!fields.containsKey("detector") || !time.matches("-?\\d{1,18}|\\d{19}"))
        {
            throw new UsageException("--engine wrote '" + line + "': must have detector and cause_timestamp_ns");
        }
        final String id = fields.getOrDefault("id", fields.get("detector") + " " + (1 + alerts.size()));
        final String score = fields.getOrDefault("score", "0");
        alerts.computeIfAbsent(id, of -> new ToldAlert(of, fields.get("detector"),
            fields.getOrDefault("instrument", ""), new ArrayList<>())).findings().add(new ToldAlert.Finding(
            0, Long.parseLong(time), accounts, score.matches("\\d{1,3}") ? Integer.parseInt(score) : 0, null));
    }
}
