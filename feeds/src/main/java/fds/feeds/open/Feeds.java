package fds.feeds.open;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import fds.feeds.binance.BinanceCombinedFeed;
import fds.feeds.binance.StreamFiles;
import fds.feeds.bitstamp.BitstampL3Feed;
import fds.feeds.cme.CmeMboFeed;
import fds.feeds.csv.ColumnMap;
import fds.feeds.csv.CsvFeed;
import fds.feeds.dialect.Venues;
import fds.feeds.draft.DraftFeed;
import fds.feeds.draft.Recording;
import fds.feeds.hyperliquid.HyperliquidFillsFeed;
import fds.feeds.lobster.LobsterFeed;
import fds.feeds.merge.MergedFeed;
import fds.feeds.orderflow.OrderflowFeed;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;

/** Opens inputs: one feed of all of them. */
public final class Feeds
{
    /** Most inputs at a time. */
    public static final int INPUTS_MAX = 1024;

    private static final String AUTO = "auto";
    private static final String STANDARD_INPUT = "-";

    /**
     * An input and what it is.
     *
     * @param source of its bytes.
     * @param format chosen.
     * @param told   what is said of the choice.
     */
    private record Input(ByteSource source, FeedFormat format, List<String> told)
    {
        /** The stream its file is a day of; null for none. */
        private String stream()
        {
            final Recording recording = RecordingKinds.find(format);
            return format == FeedFormat.BINANCE_COMBINED ? StreamFiles.stream(source.path()) :
                format == FeedFormat.RAW_MESSAGES ? Venues.stream(source.path()) :
                recording != null && recording.isOneStream() ? recording.word() : null;
        }
    }

    private Feeds()
    {
    }

    /**
     * Tell the format of an input.
     *
     * @param input   a path; not {@code -}.
     * @param options as in {@link #open}.
     * @return its format.
     * @throws BadInputException when it cannot be told.
     */
    public static FeedFormat detect(final Path input, final FeedOptions options)
    {
        return FormatDetector.detect(ByteSource.of(input), options.map() != null).format();
    }

    /**
     * Open inputs.
     *
     * @param inputs  paths of files or directories, at most one of them {@code -} for standard input; several are
     *                merged by time, argument and row; files of one stream ({@link StreamFiles}) are one input.
     * @param format  {@code auto} or one of {@link FeedFormat#words}, for all of them.
     * @param options companions and map.
     * @return to be closed; its notes begin with what {@code auto} chose.
     * @throws BadInputException when an input cannot be opened, or is a journal, which is not read here.
     */
    public static InputFeed open(final List<Path> inputs, final String format, final FeedOptions options)
    {
        if (inputs.isEmpty() || inputs.size() > INPUTS_MAX)
        {
            throw new BadInputException("arguments", 1, "input", inputs.size() + " inputs", "1 to " + INPUTS_MAX);
        }
        if (!AUTO.equals(format) && FeedFormat.parse(format) == null)
        {
            throw new BadInputException("arguments", 1, "format", format, "one of auto " + FeedFormat.words());
        }
        if (inputs.stream().filter(input -> STANDARD_INPUT.equals(input.toString())).count() > 1)
        {
            throw new BadInputException("arguments", 1, "input", STANDARD_INPUT, "at most once");
        }
        final ColumnMap map = options.map() == null ? ColumnMap.NONE : ColumnMap.read(ByteSource.of(options.map()));
        final List<InputFeed> feeds = new ArrayList<>();
        try
        {
            final List<Input> chosen = new ArrayList<>();
            for (final Path input : inputs)
            {
                chosen.add(choose(input, FeedFormat.parse(format), options));
            }
            while (!chosen.isEmpty())
            {
                final Input first = chosen.get(0);
                final String stream = first.stream();
                final List<Input> together = new ArrayList<>(stream == null ? List.of(first) :
                    chosen.stream().filter(input -> Objects.equals(stream, input.stream())).toList());
                chosen.removeAll(together);
                feeds.add(open(together, map, options));
            }
            return feeds.size() == 1 ? feeds.get(0) : new MergedFeed(feeds);
        }
        catch (final UncheckedIOException ex)
        {
            closeAll(feeds);
            throw new BadInputException("inputs", 1, "file", String.valueOf(ex.getMessage()), "files that can be read");
        }
        catch (final RuntimeException ex)
        {
            closeAll(feeds);
            throw ex;
        }
    }

    private static Input choose(final Path input, final FeedFormat format, final FeedOptions options)
    {
        final ByteSource source = STANDARD_INPUT.equals(input.toString()) ?
            ByteSource.of(options.standardInput(), STANDARD_INPUT) : ByteSource.of(input);
        if (format != null)
        {
            return new Input(source, format, List.of());
        }
        final FormatDetector.Detected detected = FormatDetector.detect(source, options.map() != null);
        return new Input(source, detected.format(),
            List.of(source.name() + ": read as " + detected.format().word() + ": " + detected.why()));
    }

    private static InputFeed open(final List<Input> inputs, final ColumnMap map, final FeedOptions options)
    {
        final ByteSource source = inputs.get(0).source();
        final FeedFormat chosen = inputs.get(0).format();
        if (chosen != FeedFormat.CSV && (options.instruments() != null || options.accounts() != null ||
            options.map() != null))
        {
            throw new BadInputException(source.name(), 1, "format", chosen.word(),
                "csv, when an instruments file, an accounts file or a map is named");
        }
        return new ToldFeed(switch (chosen)
        {
            case CSV -> new CsvFeed(source, options.instruments(), options.accounts(), map);
            case ORDERFLOW -> orderflow(source);
            case HYPERLIQUID_FILLS -> new HyperliquidFillsFeed(source);
            case BITSTAMP_L3 -> new BitstampL3Feed(source, FormatDetector.isPusherLog(source));
            case LOBSTER -> new LobsterFeed(source);
            case CME_MBO -> new CmeMboFeed(source);
            case BINANCE_COMBINED -> new BinanceCombinedFeed(byDay(inputs));
            case RAW_MESSAGES -> Venues.open(inputs.stream().map(Input::source).toList());
            case JOURNAL -> throw new BadInputException(
                source.name(), 1, "format", "journal", "a recording; a journal is replayed by itself");
            default -> new DraftFeed(inputs.stream().map(Input::source).toList(), RecordingKinds.find(chosen));
        }, inputs.stream().flatMap(input -> input.told().stream()).toList());
    }

    private static List<ByteSource> byDay(final List<Input> inputs)
    {
        return inputs.size() == 1 ? List.of(inputs.get(0).source()) : inputs.stream().map(Input::source)
            .sorted(Comparator.comparing(source -> StreamFiles.day(source.path()))).toList();
    }

    private static InputFeed orderflow(final ByteSource source)
    {
        if (source.path() == null)
        {
            throw new BadInputException(source.name(), 1, "input", STANDARD_INPUT,
                "a file: orderflow is memory-mapped, which standard input cannot be");
        }
        return new OrderflowFeed(source.path());
    }

    private static void closeAll(final List<InputFeed> feeds)
    {
        feeds.forEach(InputFeed::close);
    }
}
