package fds.journal.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Says what of a document changed. Each suspicion is tried on a copy: a byte of the header, the table, the padding or
 * the closing CRC is put back to what the rest of the document implies; what makes the CRC hold again was the damage,
 * and then the records are known to be whole. What no such repair explains lies in the records, whose own checks name
 * them.
 */
public final class Diagnosis
{
    private final QueueKind kind;
    private final long document;
    private final CRC32C crc = new CRC32C();
    private final DocumentCheck check;
    private final List<Problem> problems = new ArrayList<>();

    private ByteBuffer bytes;
    private UnsafeBuffer copy;
    private boolean isLocated;
    private int length;
    private int storedCrc;
    private int impliedCrc;
    private int[] lengths;

    private Diagnosis(final QueueKind kind, final long document)
    {
        this.kind = kind;
        this.document = document;
        check = new DocumentCheck(kind);
    }

    /**
     * Look at a document that is not as expected.
     *
     * @param kind        of queue.
     * @param segment     file.
     * @param position    of the word before the document.
     * @param word        that stands there.
     * @param document    number, for the problems.
     * @param previousCrc that should be in its header.
     * @param nextRecord  that should be its first, or {@link Problem#NO_RECORD} when any may be.
     * @return with one problem or more.
     */
    public static Diagnosis of(
        final QueueKind kind,
        final SegmentFile segment,
        final long position,
        final int word,
        final long document,
        final int previousCrc,
        final long nextRecord)
    {
        final Diagnosis diagnosis = new Diagnosis(kind, document);
        diagnosis.run(segment, position, word);
        if (diagnosis.isLocated)
        {
            diagnosis.judgeOrder(previousCrc, nextRecord);
        }
        if (diagnosis.problems.isEmpty())
        {
            diagnosis.outside("the word before document " + document + " at byte " + position + " changed");
        }
        return diagnosis;
    }

    /**
     * What was found.
     *
     * @return one or more.
     */
    public List<Problem> problems()
    {
        return problems;
    }

    /**
     * Whether the document's extent is known.
     *
     * @return false when not even its header could be made out.
     */
    public boolean isLocated()
    {
        return isLocated;
    }

    /**
     * Bytes of the document, as its (repaired) header says.
     *
     * @return with header and CRC.
     */
    public int length()
    {
        return length;
    }

    /**
     * The document's first record.
     *
     * @return sequence or index.
     */
    public long firstRecord()
    {
        return check.firstRecord();
    }

    /**
     * The document's last record.
     *
     * @return sequence or index.
     */
    public long lastRecord()
    {
        return check.lastRecord();
    }

    /**
     * What the next document should have as its predecessor's CRC.
     *
     * @return the CRC as stored, or as implied when the stored one changed.
     */
    public int closingCrc()
    {
        return impliedCrc;
    }

    private void run(final SegmentFile segment, final long position, final int word)
    {
        final long start = position + StoreHeader.WORD_BYTES;
        final int head = segment.load(start, Document.HEADER_BYTES);
        if (head < 0)
        {
            outside("document " + document + " at byte " + position + " ends with the file");
            return;
        }
        copyFrom(segment, head, Document.HEADER_BYTES);
        if (!check.isHeader(copy, bytes, 0))
        {
            if (!repairHeader())
            {
                unknown("the header of document " + document + " at byte " + position +
                    " changed in more than one byte; its records cannot be told apart");
                return;
            }
            outside("the header of document " + document + " changed (" + names() + " stand in it)");
        }
        final byte[] header = headerBytes();

        length = (int)check.length();
        final int at = segment.load(start, length);
        if (at < 0)
        {
            unknown("document " + document + " (" + names() + ") is cut off by the end of the file");
            return;
        }
        if (length != word)
        {
            outside("the word before document " + document + " (" + names() + ") changed");
        }
        isLocated = true;
        copyFrom(segment, at, length);
        copy.putBytes(0, header);
        storedCrc = copy.getInt(length - Document.CRC_BYTES, ByteOrder.LITTLE_ENDIAN);
        impliedCrc = storedCrc;
        if (!isCrcHolding())
        {
            judgeBody(segment, start + length);
        }
    }

    private void judgeBody(final SegmentFile segment, final long nextPosition)
    {
        final byte[] original = new byte[length];
        copy.getBytes(0, original);
        if (!locateFrames())
        {
            unknown("the lengths in document " + document + " changed; which of its records (" + names() +
                ") changed cannot be said");
            return;
        }

        final List<Problem> outside = new ArrayList<>();
        final List<Problem> suspects = new ArrayList<>();
        restoreFraming(outside, suspects);
        if (isCrcHolding())
        {
            problems.addAll(outside);
            return;
        }

        final byte[] framed = new byte[length];
        copy.getBytes(0, framed);
        restoreChecks();
        if (!suspects.isEmpty() && isCrcHolding())
        {
            problems.addAll(outside);
            outside("the table behind the records of document " + document + " changed (" + names() +
                " stand before it)");
            return;
        }

        copy.putBytes(0, framed);
        if (suspects.isEmpty() && outside.isEmpty() && !isStoredCrcConfirmed(segment, nextPosition))
        {
            impliedCrc = Document.crcOf(crc, bytes, 0, length - Document.CRC_BYTES);
            outside("the CRC behind document " + document + " changed (" + names() + " stand before it)");
            return;
        }
        problems.addAll(suspects);
        problems.addAll(outside);
        if (suspects.isEmpty())
        {
            unknown("document " + document + " changed; which of its records (" + names() + ") cannot be said");
        }
    }

    /** Whether the successor agrees with the CRC that is stored here. */
    private boolean isStoredCrcConfirmed(final SegmentFile segment, final long nextPosition)
    {
        long position = nextPosition;
        for (int i = 0; i < 2 && (segment.word(position) & StoreHeader.META_DATA) != 0; i++)
        {
            final boolean isTop = StoreHeader.isIndexToIndex(segment, position);
            position = StoreHeader.endOf(StoreHeader.entriesOf(position, isTop));
        }
        final int at = segment.load(position + StoreHeader.WORD_BYTES, Document.HEADER_BYTES);
        final DocumentCheck next = new DocumentCheck(kind);
        return at >= 0 && next.isHeader(segment.view(), segment.bytes(), at) && next.previousCrc() == storedCrc;
    }

    /** Find the frames by the table, or where it does not add up, by the lengths that the frames state themselves. */
    private boolean locateFrames()
    {
        final int[] byTable = new int[check.frameCount()];
        long tableSum = 0;
        for (int i = 0; i < byTable.length; i++)
        {
            byTable[i] = copy.getInt(entry(i), ByteOrder.LITTLE_ENDIAN);
            tableSum += byTable[i] < 1 || byTable[i] > length ? length : kind.slotBytes(byTable[i]);
        }
        final int[] byContent = new int[check.frameCount()];
        final int limit = Document.HEADER_BYTES + check.framesLength();
        long at = Document.HEADER_BYTES;
        for (int i = 0; i < byContent.length && at < limit; i++)
        {
            byContent[i] = kind.lengthAt(copy, (int)at, limit);
            at += byContent[i] < 1 || byContent[i] > length ? length : kind.slotBytes(byContent[i]);
        }

        // A changed low bit may leave the padded sums as they were: then the checks decide which lengths are right.
        final boolean isTable = tableSum == check.framesLength();
        final boolean isContent = at == limit && byContent[byContent.length - 1] > 0;
        lengths = isTable && (!isContent || failedChecks(byTable) <= failedChecks(byContent)) ? byTable : byContent;
        return isTable || isContent;
    }

    private int failedChecks(final int[] candidate)
    {
        int failed = 0;
        int at = Document.HEADER_BYTES;
        for (int i = 0; i < candidate.length; i++)
        {
            failed += checkOf(at, candidate[i]) == copy.getInt(entry(i) + 4, ByteOrder.LITTLE_ENDIAN) ? 0 : 1;
            at += kind.slotBytes(candidate[i]);
        }
        return failed;
    }

    private void restoreFraming(final List<Problem> outside, final List<Problem> suspects)
    {
        int at = Document.HEADER_BYTES;
        for (int i = 0; i < lengths.length; i++)
        {
            final long record = check.firstRecord() + i;
            if (copy.getInt(entry(i), ByteOrder.LITTLE_ENDIAN) != lengths[i])
            {
                copy.putInt(entry(i), lengths[i], ByteOrder.LITTLE_ENDIAN);
                outside.add(problem("the length of " + kind.nameOf(record) + " in the table of document " + document +
                    " changed, outside records"));
            }
            if (kind.prefixBytes() != 0 && copy.getInt(at, ByteOrder.LITTLE_ENDIAN) != lengths[i])
            {
                copy.putInt(at, lengths[i], ByteOrder.LITTLE_ENDIAN);
                outside.add(problem("the length before " + kind.nameOf(record) + " changed, outside records"));
            }
            final int frameEnd = at + kind.prefixBytes() + lengths[i];
            final int slotEnd = at + kind.slotBytes(lengths[i]);
            boolean isPadded = true;
            for (int padding = frameEnd; padding < slotEnd; padding++)
            {
                isPadded &= copy.getByte(padding) == 0;
                copy.putByte(padding, (byte)0);
            }
            if (!isPadded)
            {
                outside.add(problem("the padding behind " + kind.nameOf(record) + " changed, outside records"));
            }
            if (checkOf(at, lengths[i]) != copy.getInt(entry(i) + 4, ByteOrder.LITTLE_ENDIAN))
            {
                suspects.add(new Problem(kind, document, record, kind.nameOf(record) + " changed"));
            }
            at = slotEnd;
        }
    }

    private void restoreChecks()
    {
        int at = Document.HEADER_BYTES;
        for (int i = 0; i < lengths.length; i++)
        {
            copy.putInt(entry(i) + 4, checkOf(at, lengths[i]), ByteOrder.LITTLE_ENDIAN);
            at += kind.slotBytes(lengths[i]);
        }
    }

    private void judgeOrder(final int previousCrc, final long nextRecord)
    {
        if (nextRecord == Problem.NO_RECORD)
        {
            return;
        }
        if (check.firstRecord() != nextRecord)
        {
            unknown("document " + document + " starts with " + kind.nameOf(check.firstRecord()) + " where " +
                kind.nameOf(nextRecord) + " should stand");
        }
        else if (check.previousCrc() != previousCrc)
        {
            unknown("the chain is broken before " + kind.nameOf(nextRecord) +
                ": this document was not written behind the one before it");
        }
    }

    private boolean repairHeader()
    {
        for (int i = 0; i < Document.HEADER_BYTES; i++)
        {
            final byte found = copy.getByte(i);
            for (int value = 0; value < 256; value++)
            {
                copy.putByte(i, (byte)value);
                if (check.isHeader(copy, bytes, 0))
                {
                    return true;
                }
            }
            copy.putByte(i, found);
        }
        return false;
    }

    private byte[] headerBytes()
    {
        final byte[] header = new byte[Document.HEADER_BYTES];
        copy.getBytes(0, header);
        return header;
    }

    private void copyFrom(final SegmentFile segment, final int at, final int count)
    {
        final byte[] target = new byte[count];
        segment.view().getBytes(at, target);
        bytes = ByteBuffer.wrap(target);
        copy = new UnsafeBuffer(target);
    }

    private boolean isCrcHolding()
    {
        return Document.crcOf(crc, bytes, 0, length - Document.CRC_BYTES) == storedCrc;
    }

    private int checkOf(final int slotOffset, final int frameLength)
    {
        return Document.check(copy, slotOffset + kind.prefixBytes(), frameLength);
    }

    private int entry(final int index)
    {
        return Document.HEADER_BYTES + check.framesLength() + index * Document.ENTRY_BYTES;
    }

    private String names()
    {
        return kind.nameOf(check.firstRecord()) + " to " + check.lastRecord();
    }

    private void outside(final String sentence)
    {
        problems.add(problem(sentence + ", outside records"));
    }

    private void unknown(final String sentence)
    {
        problems.add(problem(sentence));
    }

    private Problem problem(final String sentence)
    {
        return new Problem(kind, document, Problem.NO_RECORD, sentence);
    }
}
