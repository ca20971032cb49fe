package fds.journal;

import java.nio.file.Path;
import java.util.Random;

import fds.journal.write.Journal;
import org.agrona.concurrent.UnsafeBuffer;

/** A process of its own that appends until it is killed, and prints the last sequence that was taken. */
final class AppendLoop
{
    private AppendLoop()
    {
    }

    /**
     * Append.
     *
     * @param arguments directory.
     */
    public static void main(final String[] arguments)
    {
        final Random random = new Random();
        try (Journal journal = Journal.open(Path.of(arguments[0]), JournalTest.SMALL))
        {
            long sequence = journal.events().lastSequence() + 1;
            for (int batch = 0; ; batch++)
            {
                final int count = 1 + random.nextInt(40);
                for (int i = 0; i < count; i++)
                {
                    journal.events().onFrames(new UnsafeBuffer(Frames.event(sequence++)), 0, 128);
                }
                journal.events().onBatchEnd();
                final byte[] record = Frames.decision(random);
                journal.decisions().onFrames(new UnsafeBuffer(record), 0, record.length);
                journal.decisions().onBatchEnd();
                if (batch % 16 == 0)
                {
                    System.out.println(journal.events().lastSequence() + " " + journal.decisions().lastIndex());
                }
            }
        }
    }
}
