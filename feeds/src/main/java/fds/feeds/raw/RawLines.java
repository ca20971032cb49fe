package fds.feeds.raw;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import fds.feeds.text.LineReader;
import fds.market.door.BadInputException;
import fds.market.event.Absent;

/**
 * Reads the lines of a recording in any of these forms, of which a file may mix several:
 * {@code URL <-> seconds}, {@code URL <- seconds: sent}, {@code URL -> seconds: answer}, {@code seconds: message},
 * {@code nanoseconds JSON}, {@code ISO-time JSON}, {@code {"localTimestamp":ISO-time,"message":JSON}}, and JSON alone.
 * A message that is no text is a Python literal {@code b'…'}, its bytes perhaps gzip. Owned by one thread.
 */
public final class RawLines implements AutoCloseable
{
    private static final int LINE_MAX_BYTES = 4 << 20;
    private static final int UNPACKED_MAX_BYTES = 16 << 20;
    private static final int HEAD_MAX = 4096; // of a line that begins with an address
    private static final int TIME_MAX = 64;   // of one that begins with a time
    private static final long SECOND = 1_000_000_000;
    private static final Pattern CONNECTION =
        Pattern.compile("((?:wss?|https?)://\\S+) (<->|<-|->) (\\d{9,10}(?:\\.\\d{1,9})?)(: |$)");
    private static final Pattern RECEIVED = Pattern.compile("(\\d{9,10}(?:\\.\\d{1,9})?): ");
    private static final Pattern TIMED =
        Pattern.compile("(\\d{16,19}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z) [\\[{]");
    private static final Pattern BARE = Pattern.compile("[\\[{]");

    private final LineReader lines;
    private Recorded recorded;

    /**
     * Read a recording.
     *
     * @param in     its bytes; closed with this.
     * @param source name for messages.
     */
    public RawLines(final InputStream in, final String source)
    {
        lines = new LineReader(in, source, LINE_MAX_BYTES);
    }

    /**
     * Whether a line is one of a recording of messages.
     *
     * @param line a first line, or the beginning of it.
     * @return false for what is no such line.
     */
    public static boolean isRecording(final String line)
    {
        return CONNECTION.matcher(line).lookingAt() || RECEIVED.matcher(line).lookingAt() ||
            TIMED.matcher(line).lookingAt() || BARE.matcher(line).lookingAt();
    }

    /**
     * Move to the next line that is not empty.
     *
     * @return false at the end.
     * @throws BadInputException when a line is none of the forms; the next call reads the one behind it.
     */
    public boolean next()
    {
        recorded = null;
        do
        {
            if (!lines.next())
            {
                return false;
            }
        }
        while (lines.start() == lines.end());
        try
        {
            recorded = read(lines.bytes(), lines.start(), lines.end());
        }
        catch (final BadInputException ex)
        {
            throw at(ex);
        }
        return true;
    }

    /**
     * The current line.
     *
     * @return null behind a line that is none.
     */
    public Recorded recorded()
    {
        return recorded;
    }

    /** A complaint of {@link Json#bad} with the place of the current line. */
    BadInputException at(final BadInputException ex)
    {
        return new BadInputException(lines.source(), Math.max(1, lines.lineNumber()), ex.field(), ex.value(),
            ex.allowed());
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private Recorded read(final byte[] bytes, final int start, final int end)
    {
        if (bytes[start] == '{' || bytes[start] == '[')
        {
            return bare(Json.parse(bytes, start, end));
        }
        final boolean isTimed = bytes[start] >= '0' && bytes[start] <= '9';
        final String head = new String(
            bytes, start, Math.min(end - start, isTimed ? TIME_MAX : HEAD_MAX), StandardCharsets.ISO_8859_1);
        final Matcher connection = CONNECTION.matcher(head);
        if (connection.lookingAt())
        {
            final String url = connection.group(1);
            final long time = Times.parse(connection.group(3), SECOND);
            return switch (connection.group(2))
            {
                case "<->" -> new Recorded(Recorded.Direction.CONNECTED, url, time, Json.NONE);
                case "<-" -> new Recorded(Recorded.Direction.SENT, url, time, Json.NONE);
                default -> new Recorded(Recorded.Direction.ANSWERED, url, time,
                    payload(bytes, start + connection.end(4), end));
            };
        }
        final Matcher received = RECEIVED.matcher(head);
        if (received.lookingAt())
        {
            return new Recorded(Recorded.Direction.RECEIVED, "", Times.parse(received.group(1), SECOND),
                payload(bytes, start + received.end(1) + 2, end));
        }
        final Matcher timed = TIMED.matcher(head);
        if (timed.lookingAt())
        {
            final String time = timed.group(1);
            final long nanos = time.indexOf('T') < 0 ? Times.parse(time, 1) : Times.iso(time);
            if (nanos > 0)
            {
                return new Recorded(Recorded.Direction.RECEIVED, "", nanos,
                    Json.parse(bytes, start + timed.end(1) + 1, end));
            }
        }
        throw Json.bad("line", head, "a receive time and a message, or one JSON value");
    }

    private static Recorded bare(final Json json)
    {
        if (json.size() == 2 && json.get("localTimestamp").isPresent() && json.get("message").isPresent())
        {
            return new Recorded(Recorded.Direction.RECEIVED, "", Times.iso(json.get("localTimestamp")),
                json.get("message"));
        }
        return new Recorded(Recorded.Direction.RECEIVED, "", Absent.VALUE, json);
    }

    private static Json payload(final byte[] bytes, final int start, final int end)
    {
        if (end - start >= 3 && bytes[start] == 'b' && (bytes[start + 1] == '\'' || bytes[start + 1] == '"'))
        {
            final byte[] raw = unpacked(literal(bytes, start + 1, end));
            return Json.parse(raw, 0, raw.length);
        }
        return Json.parse(bytes, start, end);
    }

    /** The bytes that a literal of Python stands for, its quotes included in the stretch. */
    private static byte[] literal(final byte[] text, final int start, final int end)
    {
        final ByteArrayOutputStream out = new ByteArrayOutputStream(end - start);
        int at = start + 1;
        while (at < end - 1)
        {
            final int c = text[at++];
            if (c != '\\')
            {
                out.write(c);
                continue;
            }
            final int escaped = text[at++];
            switch (escaped)
            {
                case 'n' -> out.write('\n');
                case 'r' -> out.write('\r');
                case 't' -> out.write('\t');
                case 'x' ->
                {
                    final int high = at + 2 < end ? Character.digit(text[at], 16) : -1;
                    final int low = at + 2 < end ? Character.digit(text[at + 1], 16) : -1;
                    if (high < 0 || low < 0)
                    {
                        throw Json.bad("bytes", "(malformed)", "b'…' with two hexadecimal digits behind each \\x");
                    }
                    out.write(high << 4 | low);
                    at += 2;
                }
                default -> out.write(escaped);
            }
        }
        if (text[end - 1] != text[start] || at != end - 1)
        {
            throw Json.bad("bytes", "(cut off)", "b'…' with both quotes");
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(final byte[] bytes)
    {
        if (bytes.length < 2 || bytes[0] != 0x1F || (bytes[1] & 0xFF) != 0x8B)
        {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes)))
        {
            final byte[] unpacked = in.readNBytes(UNPACKED_MAX_BYTES + 1);
            if (unpacked.length <= UNPACKED_MAX_BYTES)
            {
                return unpacked;
            }
        }
        catch (final IOException ex)
        {
            throw Json.bad("bytes", "(malformed)", "whole gzip data");
        }
        throw Json.bad("bytes", "(too long)", "at most " + UNPACKED_MAX_BYTES + " bytes unpacked");
    }
}
