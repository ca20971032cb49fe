package fds.feeds.raw;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.source.ByteSource;
import fds.market.door.BadInputException;
import fds.market.event.Absent;

/** The messages of several files by receive time, read by one dialect. Owned by one thread. */
final class MessageReader implements AutoCloseable
{
    private final List<RawLines> files = new ArrayList<>();
    private final boolean[] isWaiting; // [file]: its line is read, and not yet used
    private final boolean[] isConnected; // [file]
    private final Dialect dialect;
    private final Told told = new Told();
    private RawLines current;
    private long messageCount;

    MessageReader(final List<ByteSource> sources, final Dialect dialect)
    {
        this.dialect = dialect;
        sources.forEach(source -> files.add(new RawLines(source.open(), source.name())));
        isWaiting = new boolean[files.size()];
        isConnected = new boolean[files.size()];
    }

    /**
     * Read the next message.
     *
     * @throws BadInputException when it is none; the next call reads the one behind it.
     */
    boolean next()
    {
        told.begin(Absent.VALUE);
        final int file = earliest();
        if (file < 0)
        {
            return false;
        }
        current = files.get(file);
        isWaiting[file] = false;
        messageCount++;
        final Recorded recorded = current.recorded();
        told.begin(recorded.receiveTimeNanos());
        switch (recorded.direction())
        {
            case SENT -> told.nothing("sent by the recorder");
            case CONNECTED -> connected(file);
            default -> read(recorded);
        }
        return true;
    }

    Told told()
    {
        return told;
    }

    long messageCount()
    {
        return messageCount;
    }

    /** The message cannot be told: what it says of books is lost. */
    BadInputException refuse(final BadInputException ex)
    {
        told.lose(false);
        return current.at(ex);
    }

    @Override
    public void close()
    {
        files.forEach(RawLines::close);
    }

    private void connected(final int file)
    {
        told.nothing("connection opened");
        if (isConnected[file])
        {
            told.missed(Absent.VALUE);
        }
        isConnected[file] = true;
    }

    private void read(final Recorded recorded)
    {
        try
        {
            dialect.read(recorded, told);
            if (!told.isAnswered())
            {
                throw Json.bad("message", "(unknown)", "a kind of message that this venue is known to send");
            }
        }
        catch (final BadInputException ex)
        {
            throw refuse(ex);
        }
    }

    /** The file whose next line was received first; -1 at the end of all. */
    private int earliest()
    {
        int earliest = -1;
        for (int i = 0; i < files.size(); i++)
        {
            if (!isWaiting[i])
            {
                current = files.get(i);
                isWaiting[i] = readLine(current);
            }
            if (isWaiting[i] && (earliest < 0 || time(i) < time(earliest)))
            {
                earliest = i;
            }
        }
        return earliest;
    }

    private boolean readLine(final RawLines lines)
    {
        try
        {
            return lines.next();
        }
        catch (final BadInputException ex)
        {
            messageCount++;
            told.lose(true);
            throw ex;
        }
    }

    private long time(final int file)
    {
        return files.get(file).recorded().receiveTimeNanos();
    }
}
