package fds.app.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well the detectors did on labelled data, as measured when this build was made. */
public final class DetectionQuality
{
    private static final String RESOURCE = "/detection-quality.csv";
    private static final String DETECTOR = "detector";

    private final List<Map<String, String>> rows;

    private DetectionQuality(final List<Map<String, String>> rows)
    {
        this.rows = rows;
    }

    /**
     * What this build carries.
     *
     * @return empty when nothing was measured.
     */
    public static DetectionQuality load()
    {
        try (InputStream resource = DetectionQuality.class.getResourceAsStream(RESOURCE))
        {
            return resource == null ? new DetectionQuality(List.of()) :
                parse(new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8)).lines().toList());
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** Plain CSV without quotes: a header, then a row a detector and suite; lines that begin with # are comments. */
    static DetectionQuality parse(final List<String> lines)
    {
        final List<Map<String, String>> rows = new ArrayList<>();
        String[] header = null;
        for (final String line : lines)
        {
            if (line.isBlank() || line.startsWith("#"))
            {
                continue;
            }
            final String[] cells = line.split(",", -1);
            if (header == null)
            {
                header = cells;
                continue;
            }
            final Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length && i < cells.length; i++)
            {
                row.put(header[i].strip(), cells[i].strip());
            }
            rows.add(row);
        }
        return new DetectionQuality(rows);
    }

    /**
     * What was measured of a detector.
     *
     * @param detector {@code D01}.
     * @return one a suite: {@code suite}, {@code recall}, {@code precision} and what else was measured.
     */
    public List<Map<String, String>> of(final String detector)
    {
        return rows.stream().filter(row -> detector.equals(row.get(DETECTOR))).map(row ->
        {
            final Map<String, String> rest = new LinkedHashMap<>(row);
            rest.remove(DETECTOR);
            return rest;
        }).toList();
    }
}
