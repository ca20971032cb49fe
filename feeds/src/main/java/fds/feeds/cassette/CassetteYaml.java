package fds.feeds.cassette;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import fds.feeds.source.ByteSource;
import fds.market.door.BadInputException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The exchanges of a cassette: of each the texts {@code request.body} and {@code response.body.string}. */
final class CassetteYaml
{
    private static final int CHARACTERS_MAX = 64 << 20;
    private static final int EXCHANGES_MAX = 10_000;
    private static final int DEPTH_MAX = 64;

    private final ByteSource source;
    private final List<Exchange> exchanges = new ArrayList<>();
    private Iterator<Event> events;
    private long line = 1;

    private CassetteYaml(final ByteSource source)
    {
        this.source = source;
    }

    static List<Exchange> read(final ByteSource source)
    {
        final CassetteYaml yaml = new CassetteYaml(source);
        try (InputStream in = source.open())
        {
            yaml.events = new Parse(LoadSettings.builder().setCodePointLimit(CHARACTERS_MAX).build())
                .parseInputStream(in).iterator();
            yaml.readDocument();
            return yaml.exchanges;
        }
        catch (final YamlEngineException | UncheckedIOException | IOException ex)
        {
            throw yaml.bad("document", "(malformed)");
        }
    }

    private void readDocument()
    {
        Event event = next();
        while (event.getEventId() != Event.ID.MappingStart)
        {
            if (event.getEventId() == Event.ID.StreamEnd)
            {
                throw bad("document", "(empty)");
            }
            event = next();
        }
        for (event = next(); event.getEventId() != Event.ID.MappingEnd; event = next())
        {
            final boolean isExchanges = text(event).equals("interactions");
            final Event value = next();
            if (isExchanges && value.getEventId() == Event.ID.SequenceStart)
            {
                for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next())
                {
                    readExchange(item);
                }
            }
            else
            {
                skip(value);
            }
        }
        do
        {
            event = next(); // one document is read; what stands behind it has to be YAML
        }
        while (event.getEventId() != Event.ID.StreamEnd);
        if (exchanges.isEmpty())
        {
            throw bad("interactions", "(none)");
        }
    }

    private void readExchange(final Event start)
    {
        if (exchanges.size() == EXCHANGES_MAX)
        {
            throw bad("interactions", "more than " + EXCHANGES_MAX);
        }
        final long startLine = line;
        final String[] found = { "", "" };
        walk(start, "", 0, found);
        exchanges.add(new Exchange(startLine, found[0], found[1]));
    }

    private void walk(final Event value, final String path, final int depth, final String[] found)
    {
        if (depth > DEPTH_MAX)
        {
            throw bad(path, "deeper than " + DEPTH_MAX);
        }
        switch (value.getEventId())
        {
            case MappingStart ->
            {
                for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next())
                {
                    walk(next(), path + "/" + text(key), depth + 1, found);
                }
            }
            case SequenceStart ->
            {
                for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next())
                {
                    walk(item, path + "/-", depth + 1, found);
                }
            }
            case Scalar ->
            {
                if (path.equals("/request/body"))
                {
                    found[0] = text(value);
                }
                else if (path.equals("/response/body/string"))
                {
                    found[1] = text(value);
                }
            }
            default -> throw bad(path, value.getEventId().toString());
        }
    }

    private void skip(final Event value)
    {
        walk(value, "/", 0, new String[2]);
    }

    private String text(final Event event)
    {
        if (event.getEventId() != Event.ID.Scalar)
        {
            throw bad("key", event.getEventId().toString());
        }
        return ((ScalarEvent)event).getValue();
    }

    private Event next()
    {
        if (!events.hasNext())
        {
            throw bad("document", "(cut off)");
        }
        final Event event = events.next();
        line = event.getStartMark().map(mark -> mark.getLine() + 1L).orElse(line);
        return event;
    }

    private BadInputException bad(final String field, final String value)
    {
        return new BadInputException(source.name(), line, field, value,
            "whole YAML with interactions of a request and a response each");
    }
}
