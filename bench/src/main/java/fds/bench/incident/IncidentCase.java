package fds.bench.incident;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import fds.app.UsageException;

/**
 * A case: a folder with {@code case.properties}, {@code orders.csv}, {@code instruments.csv}, {@code accounts.csv} and
 * {@code verdicts.csv}. What the files hold stands in {@code bench/suites/README.md}.
 *
 * @param name        of the folder.
 * @param folder      of it.
 * @param title       in words.
 * @param source      of its facts.
 * @param startNanos  venue time of its second 0.
 * @param warmSeconds of ordinary flow before it.
 * @param endSeconds  to which ordinary flow goes on.
 * @param ordinary    markets with ordinary flow.
 * @param acts        of its table, by time.
 * @param accounts    owner by account.
 * @param verdicts    demanded.
 */
record IncidentCase(
    String name,
    Path folder,
    String title,
    String source,
    long startNanos,
    long warmSeconds,
    long endSeconds,
    List<Ordinary> ordinary,
    List<CaseStep.Act> acts,
    Map<String, String> accounts,
    List<Verdict> verdicts)
{
    private static final String ORDINARY = "instrument,price,quantity,half_spread_ticks,messages_per_second";

    /**
     * A market with ordinary flow.
     *
     * @param instrument      symbol.
     * @param price           at the start.
     * @param quantity        of a middle order.
     * @param halfSpreadTicks of the makers.
     * @param ratePerSecond   messages at the ordinary rate.
     */
    record Ordinary(String instrument, String price, String quantity, long halfSpreadTicks, double ratePerSecond)
    {
    }

    /**
     * All cases of a folder.
     *
     * @param folder with a folder for each.
     * @return by name.
     * @throws UsageException when one cannot be read.
     */
    static List<IncidentCase> all(final Path folder)
    {
        try (Stream<Path> each = Files.list(folder))
        {
            return each.filter(Files::isDirectory).sorted().map(IncidentCase::read).toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * One case.
     *
     * @param folder of it.
     * @throws UsageException when it cannot be read.
     */
    static IncidentCase read(final Path folder)
    {
        try (Reader text = Files.newBufferedReader(folder.resolve("case.properties")))
        {
            final Properties properties = new Properties();
            properties.load(text);
            final List<Ordinary> ordinary = new ArrayList<>();
            for (int i = 1; properties.containsKey("ordinary." + i); i++)
            {
                ordinary.add(ordinary(properties.getProperty("ordinary." + i), folder + ": ordinary." + i));
            }
            final List<CaseStep.Act> acts = new ArrayList<>();
            rows(folder, "orders.csv", String.join(",", CaseStep.COLUMNS)).forEach((place, line) ->
                acts.addAll(CaseStep.parse(line, place).acts()));
            acts.sort(Comparator.comparingLong(CaseStep.Act::timeNanos));
            final Map<String, String> accounts = new LinkedHashMap<>();
            rows(folder, "accounts.csv", "account,venue,owner_group,role").forEach((place, line) ->
                accounts.put(line.split(",", -1)[0], line.split(",", -1)[2]));
            final List<Verdict> verdicts = new ArrayList<>();
            rows(folder, "verdicts.csv", Verdict.HEADER).forEach((place, line) ->
                verdicts.add(Verdict.parse(line, place)));
            return new IncidentCase(folder.getFileName().toString(), folder, properties.getProperty("title"),
                properties.getProperty("source"),
                Instant.parse(properties.getProperty("start")).getEpochSecond() * 1_000_000_000L,
                Long.parseLong(properties.getProperty("warm")), Long.parseLong(properties.getProperty("end")),
                ordinary, acts, accounts, verdicts);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(folder + ": cannot be read: " + e.getMessage(), e);
        }
        catch (final IllegalArgumentException | NullPointerException e)
        {
            throw new UsageException(folder + ": is no case: " + e.getMessage());
        }
    }

    private static Ordinary ordinary(final String line, final String place)
    {
        final String[] cells = line.split(",");
        if (cells.length != 5)
        {
            throw new IllegalArgumentException(place + ": '" + line + "' must be " + ORDINARY);
        }
        return new Ordinary(
            cells[0], cells[1], cells[2], Long.parseLong(cells[3]), Double.parseDouble(cells[4]));
    }

    /** Lines behind the header by their place; empty ones and those that begin with # are passed over. */
    private static Map<String, String> rows(final Path folder, final String name, final String header)
        throws IOException
    {
        final Map<String, String> rows = new LinkedHashMap<>();
        final List<String> lines = Files.readAllLines(folder.resolve(name));
        boolean isHeaderSeen = false;
        for (int i = 0; i < lines.size(); i++)
        {
            final String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#"))
            {
                continue;
            }
            if (!isHeaderSeen && !line.equals(header))
            {
                throw new IllegalArgumentException(name + ":" + (i + 1) + ": must be the header " + header);
            }
            if (isHeaderSeen)
            {
                rows.put(name + ":" + (i + 1), line);
            }
            isHeaderSeen = true;
        }
        return rows;
    }
}
