package fds.bench.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people who looked at the events say of the alerts on recordings. */
final class Judgements
{
    private static final String RESOURCE = "judged.csv";
    private static final String HEADER = "input,alert,verdict,why";
    private static final Set<String> VERDICTS = Set.of("right", "wrong", "cannot_tell");

    private final Map<String, Judgement> byAlert; // by input and alert: another input may tell the same id

    private Judgements(final Map<String, Judgement> byAlert)
    {
        this.byAlert = byAlert;
    }

    /**
     * A judgement.
     *
     * @param verdict {@code right}, {@code wrong} or {@code cannot_tell}.
     * @param why     in a sentence.
     */
    record Judgement(String verdict, String why)
    {
    }

    /** Read what the project holds. */
    static Judgements load()
    {
        try (InputStream resource = Judgements.class.getResourceAsStream(RESOURCE))
        {
            return parse(new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8)).lines().toList());
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** A header, then {@code input,alert,verdict,why}; the reason is all that is left of the line, commas and all. */
    static Judgements parse(final List<String> lines)
    {
        final Map<String, Judgement> byAlert = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++)
        {
            final String[] cells = lines.get(i).split(",", 4);
            if (i == 0 || lines.get(i).isBlank())
            {
                if (i == 0 && !lines.get(0).equals(HEADER))
                {
                    throw new IllegalStateException(RESOURCE + ":1: must be " + HEADER);
                }
                continue;
            }
            if (cells.length != 4 || cells[0].isBlank() || !cells[1].matches("[0-9a-f]{16}") ||
                !VERDICTS.contains(cells[2]) || cells[3].isBlank() || byAlert.put(
                    key(cells[0], cells[1]), new Judgement(cells[2], cells[3].strip())) != null)
            {
                throw new IllegalStateException(RESOURCE + ":" + (i + 1) + ": '" + lines.get(i) +
                    "' must be a recording's first file, an alert's id on it, once; " +
                    "right, wrong or cannot_tell; and a reason");
            }
        }
        return new Judgements(byAlert);
    }

    /**
     * What an alert is known by.
     *
     * @param input first file of the recording.
     * @param alert id.
     */
    static String key(final String input, final String alert)
    {
        return input + " " + alert;
    }

    /**
     * Of one alert.
     *
     * @param input first file of the recording.
     * @param alert id.
     * @return null when nobody has looked at it.
     */
    Judgement of(final String input, final String alert)
    {
        return byAlert.get(key(input, alert));
    }

    /**
     * Judgements of alerts that are not told any more.
     *
     * @param told keys of all alerts.
     * @return keys.
     */
    List<String> stale(final Set<String> told)
    {
        return byAlert.keySet().stream().filter(alert -> !told.contains(alert)).toList();
    }
}
