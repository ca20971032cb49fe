package fds.journal.format;

import java.nio.ByteOrder;
import java.nio.file.Path;

import org.agrona.DirectBuffer;

/** The two queues of a journal, and how frames stand in a document of each. */
public enum QueueKind
{
    /** What came in: frames of {@code events.xml}, each padded to 8 bytes. */
    EVENTS("events", 0x45534446, 0, "event sequence ")
    {
        @Override
        public int lengthAt(final DirectBuffer buffer, final int slotOffset, final int limit)
        {
            if (limit - slotOffset < CONTROL_LENGTH_MIN)
            {
                return INVALID_LENGTH;
            }
            if (buffer.getShort(slotOffset + TEMPLATE_ID, ByteOrder.LITTLE_ENDIAN) == EVENT_TEMPLATE_ID)
            {
                return EVENT_LENGTH;
            }
            return buffer.getInt(slotOffset + FRAME_LENGTH, ByteOrder.LITTLE_ENDIAN);
        }
    },

    /** What the engine derived: records of {@code decisions.xml}, each behind its u32 length. */
    DECISIONS("decisions", 0x44534446, 4, "decision record ")
    {
        @Override
        public int lengthAt(final DirectBuffer buffer, final int slotOffset, final int limit)
        {
            return limit - slotOffset < 4 ? INVALID_LENGTH : buffer.getInt(slotOffset, ByteOrder.LITTLE_ENDIAN);
        }
    };

    /** A frame whose length cannot be read. */
    public static final int INVALID_LENGTH = -1;

    /** Bytes of an event with its header. */
    public static final int EVENT_LENGTH = 128;

    /** Offset of the sequence in every frame of the event queue. */
    public static final int SEQUENCE = 8;

    /** Bytes of the shortest control message that can state its length. */
    public static final int CONTROL_LENGTH_MIN = 28;

    private static final int TEMPLATE_ID = 2;
    private static final int FRAME_LENGTH = 24;
    private static final int EVENT_TEMPLATE_ID = 1;

    private final String directoryName;
    private final int magic;
    private final int prefixBytes;
    private final String recordName;

    QueueKind(final String directoryName, final int magic, final int prefixBytes, final String recordName)
    {
        this.directoryName = directoryName;
        this.magic = magic;
        this.prefixBytes = prefixBytes;
        this.recordName = recordName;
    }

    /**
     * The length that a frame's own bytes state.
     *
     * @param buffer     that holds it.
     * @param slotOffset of the frame's slot (of the prefix where there is one).
     * @param limit      first byte behind the frames.
     * @return bytes as stated, unchecked, or {@link #INVALID_LENGTH} when the field would lie behind the limit.
     */
    public abstract int lengthAt(DirectBuffer buffer, int slotOffset, int limit);

    /**
     * Where the queue lies.
     *
     * @param journal directory.
     * @return its folder in it.
     */
    public Path directory(final Path journal)
    {
        return journal.resolve(directoryName);
    }

    public String directoryName()
    {
        return directoryName;
    }

    /**
     * First four bytes of each document of this queue.
     *
     * @return little endian: "FDSE" or "FDSD".
     */
    public int magic()
    {
        return magic;
    }

    /**
     * Bytes before a frame that belong to its slot.
     *
     * @return 4 where the length stands before the frame, else 0.
     */
    public int prefixBytes()
    {
        return prefixBytes;
    }

    /**
     * Bytes that a frame takes in a document.
     *
     * @param frameBytes its own.
     * @return with prefix and padding.
     */
    public int slotBytes(final int frameBytes)
    {
        return prefixBytes + frameBytes + 7 & ~7;
    }

    /**
     * A record's name for people.
     *
     * @param record event sequence or decision record index.
     * @return as in "event sequence 17".
     */
    public String nameOf(final long record)
    {
        return recordName + record;
    }
}
