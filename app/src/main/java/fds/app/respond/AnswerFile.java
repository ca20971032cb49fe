package fds.app.respond;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fds.actions.execute.ActionRecord;
import fds.actions.file.FileLines;
import fds.actions.policy.AckStatus;
import fds.app.view.JsonLines;
import fds.market.door.BadInputException;

/**
 * What people and the venue say, one JSON object a line: written by {@code fds approve} and by whoever carries out the
 * commands, read by {@code run} as it grows and by {@code replay} as a whole. Owned by one thread.
 */
public final class AnswerFile
{
    /** Its name in the directory of a journal. */
    public static final String NAME = "answers.jsonl";

    private static final String APPROVAL = "APPROVAL";
    private static final String ACTION_ACK = "ACTION_ACK";

    private final Path file;
    private final JsonFactory json = new JsonFactory();
    private final FileLines lines;
    private long number; // of the line read last

    /**
     * Read from its beginning.
     *
     * @param file need not be there.
     */
    public AnswerFile(final Path file)
    {
        this.file = file;
        lines = new FileLines(file);
    }

    /**
     * Read the next answer that was added, whole lines only.
     *
     * @return null when there is none yet.
     * @throws BadInputException when the line is none; it counts as read.
     */
    public Answer next()
    {
        try
        {
            for (String line = lines.next(); line != null; line = lines.next())
            {
                number++;
                if (!line.isBlank())
                {
                    return parse(line);
                }
            }
            return null;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Where reading stands.
     *
     * @return behind the line that was read last.
     */
    Place place()
    {
        return new Place(lines.position(), number);
    }

    /**
     * Go on reading elsewhere.
     *
     * @param place as {@link #place()} told it.
     */
    void goTo(final Place place)
    {
        lines.position(place.position());
        number = place.lines();
    }

    /** A position in bytes, and the lines before it. */
    record Place(long position, long lines)
    {
    }

    /**
     * Add one answer at the end.
     *
     * @param answer to add.
     */
    public void append(final Answer answer)
    {
        final String line = JsonLines.text(to ->
        {
            to.writeNumberField("timestamp_ns", answer.timeNanos());
            to.writeStringField("kind", answer.isPerson() ? APPROVAL : ACTION_ACK);
            to.writeStringField("action", ActionRecord.hex(answer.action()));
            to.writeStringField("verdict", answer.verdict());
            to.writeStringField("by", answer.by());
            to.writeStringField("text", answer.text());
        }) + "\n";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))
        {
            final ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining())
            {
                channel.write(bytes);
            }
            channel.force(false);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private Answer parse(final String line)
    {
        long timeNanos = -1;
        String kind = null;
        String action = null;
        String verdict = null;
        String by = "";
        String text = "";
        try (JsonParser parser = json.createParser(line))
        {
            if (parser.nextToken() != JsonToken.START_OBJECT)
            {
                throw bad("line", line, "must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME)
            {
                final String name = parser.currentName();
                final JsonToken value = parser.nextToken();
                if (!value.isScalarValue())
                {
                    throw bad(name, value.toString(), "must be a text or number");
                }
                switch (name)
                {
                    case "timestamp_ns" -> timeNanos = time(parser.getText());
                    case "kind" -> kind = parser.getText();
                    case "action" -> action = parser.getText();
                    case "verdict" -> verdict = parser.getText();
                    case "by" -> by = parser.getText();
                    case "text" -> text = parser.getText();
                    default -> throw bad(name, parser.getText(),
                        "no such field: must be timestamp_ns, kind, action, verdict, by or text");
                }
            }
        }
        catch (final IOException e)
        {
            throw bad("line", line, "must be a JSON object");
        }
        return check(timeNanos, kind, action, verdict, by, text);
    }

    private Answer check(
        final long timeNanos,
        final String kind,
        final String action,
        final String verdict,
        final String by,
        final String text)
    {
        if (timeNanos < 0)
        {
            throw bad("timestamp_ns", "", "must be there: UTC nanoseconds since 1970");
        }
        final boolean isPerson = APPROVAL.equals(kind);
        if (!isPerson && !ACTION_ACK.equals(kind))
        {
            throw bad("kind", String.valueOf(kind), "must be APPROVAL or ACTION_ACK");
        }
        if (action == null || !action.matches("[0-9a-fA-F]{16}"))
        {
            throw bad("action", String.valueOf(action), "must be an action's id, 16 hexadecimal digits");
        }
        if (isPerson && by.isBlank())
        {
            throw bad("by", by, "must name who decided");
        }
        if (by.length() > Answer.BY_MAX || text.length() > Answer.TEXT_MAX)
        {
            throw bad(by.length() > Answer.BY_MAX ? "by" : "text", by.length() > Answer.BY_MAX ? by : text,
                "must have at most " + (by.length() > Answer.BY_MAX ? Answer.BY_MAX : Answer.TEXT_MAX) +
                " characters");
        }
        return new Answer(timeNanos, isPerson, Long.parseUnsignedLong(action, 16), code(isPerson, verdict), by, text);
    }

    private int code(final boolean isPerson, final String verdict)
    {
        if (isPerson)
        {
            if (!"granted".equals(verdict) && !"refused".equals(verdict))
            {
                throw bad("verdict", String.valueOf(verdict), "must be granted or refused");
            }
            return verdict.equals("granted") ? 1 : 0;
        }
        for (final AckStatus status : AckStatus.values())
        {
            if (status.word().equals(verdict))
            {
                return status.code();
            }
        }
        throw bad("verdict", String.valueOf(verdict), "must be sent, done or failed");
    }

    private long time(final String text)
    {
        if (!text.matches("\\d{1,18}") && !text.matches("[1-8]\\d{18}"))
        {
            throw bad("timestamp_ns", text, "must be UTC nanoseconds since 1970");
        }
        return Long.parseLong(text);
    }

    private BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(file.toString(), number, field, value, allowed);
    }
}
