package fds.feeds.simulator.label;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes labels as CSV, each as it comes: nothing is kept. Owned by the thread that reads the feed. */
public final class LabelWriter implements LabelSink, AutoCloseable
{
    /** The header row. */
    public static final String HEADER =
        "label,typology,detector,instrument,accounts,first_row,last_row,first_timestamp_ns,last_timestamp_ns,events," +
        "venue,gain,rows,also,carried";

    private final Path file;
    private final BufferedWriter writer;

    /**
     * Create or replace the file and write its header.
     *
     * @param file to write.
     * @throws UncheckedIOException when it cannot be written; the message names it.
     */
    public LabelWriter(final Path file)
    {
        this.file = file;
        try
        {
            writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            writer.write(HEADER);
            writer.write('\n');
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": labels cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void onLabel(final Label label)
    {
        try
        {
            writer.write(format(label));
            writer.write('\n');
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": labels cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close()
    {
        try
        {
            writer.close();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": labels cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * A label as its row, without line end.
     *
     * @param label to write.
     * @return fifteen cells; none of them can hold a comma or a quote.
     */
    public static String format(final Label label)
    {
        return label.id() + "," + label.typology() + "," + label.detector() + "," + label.instrument() + "," +
            String.join(";", label.accounts()) + "," + label.firstRow() + "," + label.lastRow() + "," +
            label.firstTimestampNanos() + "," + label.lastTimestampNanos() + "," + label.events() + "," +
            label.venue() + "," + money(label.gainUnits()) + "," + label.rows() + "," +
            String.join(";", label.also()) + "," + String.join(";", label.carried());
    }

    private static String money(final long units)
    {
        return units == 0 ? "0" : BigDecimal.valueOf(units, 8).stripTrailingZeros().toPlainString();
    }
}
