package fds.feeds.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fds.feeds.dialect.Venues;
import fds.feeds.draft.Recording;
import fds.feeds.lobster.RecordedDay;
import fds.feeds.raw.RawLines;
import fds.feeds.source.ByteSource;
import fds.market.door.BadInputException;

/** Tells a format by the name and the first bytes of an input. */
final class FormatDetector
{
    private static final int HEAD_BYTES = 64 * 1024;
    private static final int RECORD_BYTES = 64;
    private static final Pattern LOBSTER_ROW = Pattern.compile("\\d+(\\.\\d+)?,[1-7],-?\\d+,\\d+,-?\\d+,-?1");
    private static final String PUSHER_LOG = "its lines are a time, an order event and JSON";

    /**
     * What was found.
     *
     * @param format that it is.
     * @param why    in words.
     */
    record Detected(FeedFormat format, String why)
    {
    }

    private FormatDetector()
    {
    }

    static Detected detect(final ByteSource source, final boolean hasMap)
    {
        final Path path = source.path();
        if (path != null && Files.isDirectory(path))
        {
            return directory(path);
        }
        if (hasMap)
        {
            return new Detected(FeedFormat.CSV, "a map was given");
        }
        if (path != null && path.toString().endsWith(".bin"))
        {
            return new Detected(FeedFormat.ORDERFLOW, "its name ends in .bin");
        }
        final byte[] head = head(source);
        if (isRecords(head))
        {
            return new Detected(FeedFormat.ORDERFLOW, "it begins with a 64-byte record");
        }
        final String text = new String(head, StandardCharsets.UTF_8);
        final String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (start.startsWith("{") && start.contains("\"local_time\"") && start.contains("\"events\""))
        {
            return new Detected(FeedFormat.HYPERLIQUID_FILLS, "its lines are blocks of fills");
        }
        final String header = start.substring(0, end(start));
        final List<String> columns = Arrays.asList(header.replace("\"", "").split(","));
        if (columns.contains("exchange.timestamp") && columns.contains("direction"))
        {
            return new Detected(FeedFormat.BITSTAMP_L3, "its header has exchange.timestamp and direction");
        }
        if (columns.contains("ts_recv_ns") && columns.contains("order_id") && columns.contains("action"))
        {
            return new Detected(FeedFormat.CME_MBO, "its header has ts_recv_ns, order_id and action");
        }
        if (isPusherLog(start))
        {
            return new Detected(FeedFormat.BITSTAMP_L3, PUSHER_LOG);
        }
        final Recording recording = RecordingKinds.recognise(header, start);
        if (recording != null)
        {
            return new Detected(FeedFormat.parse(recording.word()), "it begins as " + recording.word() + " does");
        }
        if (isBinance(header))
        {
            return new Detected(FeedFormat.BINANCE_COMBINED, "its lines are a receive time and combined streams");
        }
        final String list = LabelLists.recognise(path, header, start);
        if (list == null && RawLines.isRecording(header))
        {
            final String why = Venues.recognise(source);
            if (why == null)
            {
                throw Venues.noReader(source);
            }
            return new Detected(FeedFormat.RAW_MESSAGES, why);
        }
        if (columns.contains("kind") || columns.contains("timestamp_ns"))
        {
            return new Detected(FeedFormat.CSV, "its header has columns of the normalized CSV");
        }
        if (path != null && RecordedDay.isTold(path.getFileName().toString()) && LOBSTER_ROW.matcher(header).matches())
        {
            return new Detected(FeedFormat.LOBSTER, "its name and its first line are those of a message file");
        }
        if (list != null)
        {
            throw new BadInputException(source.name(), 1, "content", list,
                "a list of labels and no market events: there is nothing to replay");
        }
        if (path == null)
        {
            return new Detected(FeedFormat.CSV, "standard input is csv unless a format is named");
        }
        throw new BadInputException(source.name(), 1, "format", header,
            "an input whose format can be told; name it with --format: " + FeedFormat.words());
    }

    private static Detected directory(final Path path)
    {
        if (Files.isRegularFile(path.resolve("events.bin")))
        {
            return new Detected(FeedFormat.ORDERFLOW, "the directory has events.bin");
        }
        try (Stream<Path> files = Files.walk(path, 2))
        {
            if (files.limit(10_000).anyMatch(file -> file.toString().endsWith(".cq4") ||
                file.toString().endsWith(".cq4t")))
            {
                return new Detected(FeedFormat.JOURNAL, "the directory has queue files");
            }
        }
        catch (final IOException | UncheckedIOException ex)
        {
            throw new BadInputException(path.toString(), 1, "directory", String.valueOf(ex.getMessage()),
                "a directory that can be read");
        }
        throw new BadInputException(path.toString(), 1, "directory", path.toString(),
            "a journal, or a directory with events.bin");
    }

    private static byte[] head(final ByteSource source)
    {
        try (InputStream in = new BufferedInputStream(source.peek(10_001, 32 << 20)))
        {
            return in.readNBytes(HEAD_BYTES);
        }
        catch (final IOException ex)
        {
            throw new BadInputException(source.name(), 1, "data", String.valueOf(ex.getMessage()),
                "data that can be read; this file is cut short or damaged");
        }
    }

    /** Whether a bitstamp-l3 input is the log of messages and not the CSV. */
    static boolean isPusherLog(final ByteSource source)
    {
        return isPusherLog(new String(head(source), StandardCharsets.UTF_8));
    }

    private static boolean isPusherLog(final String text)
    {
        final String line = text.substring(0, end(text));
        return line.matches("\\d{1,19} (order_created|order_changed|order_deleted|trade|order_book) .*");
    }

    private static boolean isBinance(final String line)
    {
        return line.matches("\\d{1,19} \\{\\s*(\"stream\"\\s*:\\s*\"[^\"]+@|\"lastUpdateId\"\\s*:).*");
    }

    private static boolean isRecords(final byte[] head)
    {
        if (head.length < RECORD_BYTES)
        {
            return false;
        }
        boolean isFirst = head[0] == 1;
        for (int i = 1; i < Long.BYTES; i++)
        {
            isFirst &= head[i] == 0;
        }
        return isFirst && head[60] >= 1 && head[60] <= 7;
    }

    private static int end(final String text)
    {
        for (int i = 0; i < text.length(); i++)
        {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r')
            {
                return i;
            }
        }
        return text.length();
    }
}
