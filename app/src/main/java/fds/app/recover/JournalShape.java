package fds.app.recover;

import java.nio.file.Path;

import fds.journal.format.JournalException;
import fds.journal.read.EventReader;
import fds.journal.snapshot.SnapshotDirectory;
import fds.journal.snapshot.SnapshotReader;
import fds.journal.snapshot.SnapshotIoException;
import fds.market.codec.event.ConfigEncoder;
import fds.market.control.ControlFrames;
import fds.market.event.MarketEvent;

/** Looks for the shape of a journal's run: in the configuration of its newest snapshot, or else its first one. */
final class JournalShape
{
    private JournalShape()
    {
    }

    static Shape of(final Path journal)
    {
        for (final Path file : SnapshotDirectory.list(journal))
        {
            try
            {
                final String text = configAt(journal, SnapshotReader.headOf(file).configSequence());
                if (text != null)
                {
                    return Shape.of(text);
                }
            }
            catch (final JournalException | SnapshotIoException e)
            {
                continue; // Start says why it does not use it
            }
        }
        final String first = configAt(journal, 1);
        if (first == null)
        {
            throw new JournalException("The journal " + journal + " does not begin with a configuration.");
        }
        return Shape.of(first);
    }

    /** The text of the CONFIG record with a sequence, or null when there is no such record. */
    static String configAt(final Path journal, final long sequence)
    {
        try (EventReader reader = new EventReader(journal, sequence))
        {
            final boolean isConfig = reader.next() && reader.sequence() == sequence &&
                !MarketEvent.isEvent(reader.buffer(), reader.offset()) &&
                ControlFrames.templateId(reader.buffer(), reader.offset()) == ConfigEncoder.TEMPLATE_ID;
            return isConfig ? new ControlFrames().decodeConfig(reader.buffer(), reader.offset()) : null;
        }
    }
}
