package fds.risk.compliance;

import fds.market.codec.event.IdAssignmentDecoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.codec.event.SanctionDecoder;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import fds.risk.table.LossListener;
import fds.risk.table.RiskTable;
import org.agrona.DirectBuffer;

/**
 * Addresses that nobody may deal with, and the ids that stand for them: SANCTION records list texts, and an ID record
 * of such a text lists its id. A text is known by 128 bits of it; the letters of one that begins with {@code 0x} are
 * equal whether they are large or small. Owned by one thread.
 */
public final class ListedAddresses
{
    private final RiskTable texts;
    private final RiskTable ids;
    private final SanctionDecoder sanction = new SanctionDecoder();
    private final IdAssignmentDecoder assignment = new IdAssignmentDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    /**
     * Make an empty list.
     *
     * @param capacity addresses, and ids of them.
     * @param losses   told of what is given up for room.
     */
    public ListedAddresses(final int capacity, final LossListener losses)
    {
        texts = new RiskTable(capacity, 2, slot -> losses.onLoss(LossListener.LISTED, 0, 0));
        ids = new RiskTable(capacity, 2, slot -> lose(slot, losses));
    }

    /**
     * Bytes of memory.
     *
     * @param capacity addresses.
     * @return about so many.
     */
    public static long bytes(final int capacity)
    {
        return 2 * RiskTable.bytes(capacity, 2);
    }

    /**
     * An address was put on the list, or taken off it.
     *
     * @param buffer with a SANCTION record.
     * @param offset of its first byte.
     */
    public void onSanction(final DirectBuffer buffer, final int offset)
    {
        sanction.wrapAndApplyHeader(buffer, offset, header);
        final boolean listed = sanction.listed() != 0;
        final int venue = sanction.venue();
        final long account = sanction.account();
        final long reference = sanction.reference();
        final int length = sanction.addressLength();
        final int at = sanction.limit() + SanctionDecoder.addressHeaderLength();
        list(texts, hash(buffer, at, length, 0), hash(buffer, at, length, 1), listed);
        if (account != Absent.UNKNOWN_ID)
        {
            list(ids, key(venue, IdSpace.ACCOUNT), account, listed);
        }
        if (reference != Absent.UNKNOWN_ID)
        {
            list(ids, key(venue, IdSpace.REFERENCE), reference, listed);
        }
    }

    /**
     * A number stands for a text from here on.
     *
     * @param buffer with an ID record.
     * @param offset of its first byte.
     */
    public void onId(final DirectBuffer buffer, final int offset)
    {
        if (texts.size() == 0)
        {
            return;
        }
        assignment.wrapAndApplyHeader(buffer, offset, header);
        final long key = key(assignment.venue(), assignment.idSpace());
        final long id = assignment.assigned();
        final int length = assignment.contentLength();
        final int at = assignment.limit() + IdAssignmentDecoder.contentHeaderLength();
        if (texts.find(hash(buffer, at, length, 0), hash(buffer, at, length, 1)) != RiskTable.NONE)
        {
            ids.take(key, id);
        }
    }

    /**
     * Whether an id stands for a listed address.
     *
     * @param venueId whose id it is.
     * @param idSpace one of {@link IdSpace}.
     * @param id      any.
     * @return true when it does.
     */
    public boolean isListed(final int venueId, final int idSpace, final long id)
    {
        return ids.size() != 0 && id != Absent.UNKNOWN_ID && id != Absent.VALUE &&
            ids.find(key(venueId, idSpace), id) != RiskTable.NONE;
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        texts.write(state);
        ids.write(state);
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        texts.read(state);
        ids.read(state);
    }

    private void lose(final int slot, final LossListener losses)
    {
        losses.onLoss(LossListener.LISTED, ids.get(slot, 1), 0);
    }

    private static void list(final RiskTable table, final long first, final long second, final boolean listed)
    {
        if (listed)
        {
            table.take(first, second);
            return;
        }
        final int slot = table.find(first, second);
        if (slot != RiskTable.NONE)
        {
            table.release(slot);
        }
    }

    private static long key(final int venueId, final int idSpace)
    {
        return (long)idSpace << 32 | venueId + 1L;
    }

    private static long hash(final DirectBuffer buffer, final int offset, final int length, final int seed)
    {
        final boolean hex = length > 2 && buffer.getByte(offset) == '0' && (buffer.getByte(offset + 1) | 0x20) == 'x';
        long h = 0x9E3779B97F4A7C15L * (seed + 1) ^ length;
        for (int i = 0; i < length; i++)
        {
            final int letter = buffer.getByte(offset + i) & 0xFF;
            h = (h ^ (hex && letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter)) * 0x100000001B3L;
            h ^= h >>> 29;
            h *= 0xBF58476D1CE4E5B9L;
        }
        return h ^ h >>> 32;
    }
}
