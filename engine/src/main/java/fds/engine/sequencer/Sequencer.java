package fds.engine.sequencer;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import fds.engine.ring.MainRing;
import fds.market.codec.event.AccountDefinitionEncoder;
import fds.market.codec.event.ActionAckEncoder;
import fds.market.codec.event.ApprovalEncoder;
import fds.market.codec.event.ConfigEncoder;
import fds.market.codec.event.IdAssignmentDecoder;
import fds.market.codec.event.InstrumentDefinitionEncoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.codec.event.MuteEncoder;
import fds.market.codec.event.SanctionEncoder;
import fds.market.control.ControlFrames;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.mute.Mute;
import fds.market.owner.AccountOwner;
import fds.market.owner.OwnerGroups;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The only one that gives order: it checks each message, gives it engine time, ids and a sequence number, puts ticks
 * and control records between, and writes all into the main ring. Owned by one thread.
 */
public final class Sequencer implements AutoCloseable
{
    /** A tick stands before the first event at or past each multiple of this. */
    public static final long TICK_NANOS = 100_000_000L;

    /** Events published together at most. */
    public static final int BATCH = 64;

    private static final long REFERENCE_KINDS = Kind.mask(Kind.OWNER_GROUP, Kind.RATE);
    private static final long BEFORE_ALL = Long.MIN_VALUE; // no event yet: the first one passes no boundary
    private static final TextField[] FIELDS = TextField.values();

    private final MainRing ring;
    private final EventDoor door;
    private final TextIds[] texts = new TextIds[IdSpace.COUNT];
    private final RejectListener rejects;
    private final Runnable dispatch;
    private final Runnable drain;
    private final ControlFrames frames = new ControlFrames();
    private final MarketEvent slot = new MarketEvent();
    private final SortedMap<String, Integer> venueIds = new TreeMap<>();

    private long sequence;
    private long engineTimeNanos;
    private long nextTickNanos = BEFORE_ALL; // the first boundary not yet passed
    private long nextTextId = -1;
    private long rejectedCount;
    private long tickCount;
    private long eventCount;

    /**
     * Make one that has seen nothing.
     *
     * @param ring               to write into.
     * @param instrumentCapacity largest instrument id.
     * @param textCapacity       texts kept of each id space.
     * @param rejects            told of refused messages.
     * @param dispatch           publishes what was claimed; run whenever a batch is full.
     * @param drain              publishes, and returns when every stage has passed all that was published.
     */
    public Sequencer(
        final MainRing ring,
        final int instrumentCapacity,
        final int textCapacity,
        final RejectListener rejects,
        final Runnable dispatch,
        final Runnable drain)
    {
        this.ring = ring;
        this.rejects = rejects;
        this.dispatch = dispatch;
        this.drain = drain;
        door = new EventDoor(instrumentCapacity);
        for (int space = 1; space < IdSpace.COUNT; space++)
        {
            texts[space] = new TextIds(space, textCapacity);
        }
        slot.wrap(ring.events(), 0);
    }

    /**
     * Take a message. It has its sequence number when this returns, or was refused.
     *
     * @param inbound as a feed filled it; may be written again at once.
     */
    public void accept(final InboundEvent inbound)
    {
        final MarketEvent event = inbound.event();
        final long receiveNanos = inbound.receiveTimeNanos();
        final long timeNanos = receiveNanos != Absent.VALUE ? receiveNanos : event.venueTimeNanos();
        final long textMask = inbound.texts();
        if (textMask != 0)
        {
            markTexts(inbound, textMask);
        }
        final RejectReason reason = door.check(event, timeNanos);
        if (reason != null)
        {
            reject(event, reason);
            return;
        }
        final int venueId = door.venueOf(event);
        event.venueId(venueId);
        final long time = Math.max(engineTimeNanos, timeNanos);
        tickTo(time);
        engineTimeNanos = time;
        if (textMask != 0 && !resolveTexts(inbound, textMask, venueId))
        {
            reject(event, RejectReason.DICTIONARY_FULL);
            return;
        }
        if (ring.isLent(event))
        {
            ring.giveBack();
            ring.claim();
            event.sequence(++sequence).engineTimeNanos(engineTimeNanos);
        }
        else
        {
            final int at = ring.claim();
            event.copyTo(ring.events(), at);
            slot.at(at).sequence(++sequence).engineTimeNanos(engineTimeNanos);
        }
        markReference(event.kind());
        ring.stampIntake();
        eventCount++;

        dispatchFull();
    }

    /**
     * Time passes without events: put a tick if a boundary was reached.
     *
     * @param timeNanos wall time of a live engine.
     */
    public void tickTo(final long timeNanos)
    {
        if (timeNanos >= nextTickNanos)
        {
            passBoundary(timeNanos / TICK_NANOS);
        }
    }

    /**
     * Journal the detection configuration in force from here on. Allocates.
     *
     * @param text    of it.
     * @param hash    of the text.
     * @param buildId of this program.
     */
    public void configure(final String text, final long hash, final String buildId)
    {
        final int room = 4 * (text.length() + buildId.length()) + ConfigEncoder.BLOCK_LENGTH + 64;
        final int at = reserve(room);
        control(at, frames.encodeConfig(ring.pool(), at, text, hash, buildId));
    }

    /**
     * Define an instrument, or a new version of one. Allocates.
     *
     * @param instrument with an id within capacity.
     */
    public void define(final Instrument instrument)
    {
        if (instrument.id() > door.capacity())
        {
            throw new IllegalArgumentException("instrument " + instrument.symbol() + " has id " + instrument.id() +
                ": instruments is " + door.capacity());
        }
        know(instrument);
        final int room = 4 * (instrument.symbol().length() + instrument.venue().length() +
            instrument.base().length() + instrument.quote().length() + instrument.underlying().length()) +
            InstrumentDefinitionEncoder.BLOCK_LENGTH + 64;
        final int at = reserve(room);
        control(at, frames.encodeInstrument(ring.pool(), at, instrument));
    }

    /**
     * Say who owns an account. Allocates.
     *
     * @param owner of it; its venue is one of an instrument defined before, or else the first.
     */
    public void own(final AccountOwner owner)
    {
        final int venueId = venueIds.getOrDefault(owner.venue(), 1);
        final long account = idOf(venueId, IdSpace.ACCOUNT, owner.account());
        final long group = owner.ownerGroup().isEmpty() ? Absent.UNKNOWN_ID :
            idOf(venueId, IdSpace.OWNER_GROUP, owner.ownerGroup());
        final int at = reserve(4 * owner.role().length() + AccountDefinitionEncoder.BLOCK_LENGTH + 64);
        control(at, frames.encodeAccount(ring.pool(), at, venueId, account, group, owner.role()));
    }

    /**
     * Mute findings for a time. Allocates.
     *
     * @param mute what, until when, by whom and why.
     */
    public void mute(final Mute mute)
    {
        final int venueId = venueIds.getOrDefault(mute.venue(), 1);
        final boolean named = !mute.ownerGroup().isEmpty();
        final long group = named ? idOf(venueId, IdSpace.OWNER_GROUP, mute.ownerGroup()) :
            mute.account().isEmpty() ? Absent.UNKNOWN_ID : idOf(venueId, IdSpace.ACCOUNT, mute.account());
        final int at = reserve(4 * (mute.author().length() + mute.reason().length()) + MuteEncoder.BLOCK_LENGTH + 64);
        control(at, frames.encodeMute(ring.pool(), at, mute, group == Absent.UNKNOWN_ID ? 0 : venueId,
            named ? OwnerGroups.KIND_NAMED : OwnerGroups.KIND_SOLO, group));
    }

    /**
     * Put an address on a list of those that nobody may deal with, or take it off: at every venue. Allocates.
     *
     * @param address as accounts and outside addresses are written.
     * @param list    name of the list.
     * @param listed  whether it is on the list.
     */
    public void sanction(final String address, final String list, final boolean listed)
    {
        for (final int venueId : venueIds.values())
        {
            // An id that was given out before stands in no ID record to come, so it is named here.
            final boolean hasId = eventCount > 0 && ControlFrames.utf8(address).length <= InboundEvent.TEXT_MAX_BYTES;
            final long account = hasId ? idOf(venueId, IdSpace.ACCOUNT, address) : Absent.UNKNOWN_ID;
            final long reference = hasId ? idOf(venueId, IdSpace.REFERENCE, address) : Absent.UNKNOWN_ID;
            final int at = reserve(4 * (address.length() + list.length()) + SanctionEncoder.BLOCK_LENGTH + 64);
            control(at, frames.encodeSanction(ring.pool(), at, venueId, account, reference, listed, address, list));
        }
    }

    /**
     * Take in a person's word on an action. Allocates.
     *
     * @param action   id.
     * @param granted  whether it may be done; false also takes back what is in force.
     * @param approver name.
     * @param ground   reason given.
     */
    public void approve(final long action, final boolean granted, final String approver, final String ground)
    {
        final int at = reserve(4 * (approver.length() + ground.length()) + ApprovalEncoder.BLOCK_LENGTH + 64);
        control(at, frames.encodeApproval(ring.pool(), at, action, granted, approver, ground));
    }

    /**
     * Take in what became of a command. Allocates.
     *
     * @param action id.
     * @param status 1 sent, 2 done, 3 failed.
     * @param detail in words.
     */
    public void acknowledge(final long action, final int status, final String detail)
    {
        final int at = reserve(4 * detail.length() + ActionAckEncoder.BLOCK_LENGTH + 64);
        control(at, frames.encodeActionAck(ring.pool(), at, action, status, detail));
    }

    /**
     * Take a frame of a journal as it stands, its sequence and time included.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     * @param length of it.
     * @throws IllegalStateException when it does not follow the frame before.
     */
    public void acceptFrame(final DirectBuffer buffer, final int offset, final int length)
    {
        final long number = ControlFrames.sequence(buffer, offset);
        if (number != sequence + 1)
        {
            throw new IllegalStateException("event sequence " + number + " follows " + sequence);
        }
        sequence = number;
        engineTimeNanos = ControlFrames.engineTimeNanos(buffer, offset);
        if (MarketEvent.isEvent(buffer, offset))
        {
            final int at = ring.claim();
            ring.events().putBytes(at, buffer, offset, length);
            ring.stampIntake();
            nextTickNanos = (engineTimeNanos / TICK_NANOS + 1) * TICK_NANOS;
            if (slot.at(at).kind() == Kind.TICK)
            {
                ring.markTick();
                tickCount++;
            }
            else
            {
                markReference(slot.kind());
                eventCount++;
            }
        }
        else
        {
            learn(buffer, offset);
            final int at = reserve(length);
            ring.pool().putBytes(at, buffer, offset, length);
            ring.commitControl(at, length);
        }
        dispatchFull();
    }

    /**
     * Write order, time, counters and dictionaries.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(sequence);
        state.putLong(engineTimeNanos);
        state.putLong(nextTickNanos);
        state.putLong(nextTextId);
        state.putLong(rejectedCount);
        state.putLong(tickCount);
        state.putLong(eventCount);
        for (int space = 1; space < IdSpace.COUNT; space++)
        {
            texts[space].write(state);
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state       to read from.
     * @param instruments defined when it was written.
     */
    public void read(final StateReader state, final List<Instrument> instruments)
    {
        instruments.forEach(this::know);
        sequence = state.getLong();
        engineTimeNanos = state.getLong();
        nextTickNanos = state.getLong();
        nextTextId = state.getLong();
        rejectedCount = state.getLong();
        tickCount = state.getLong();
        eventCount = state.getLong();
        for (int space = 1; space < IdSpace.COUNT; space++)
        {
            texts[space].read(state);
        }
    }

    /**
     * Show every text that is still known, in the order in which their ids were given.
     *
     * @param visitor shown each.
     */
    public void forEachText(final TextVisitor visitor)
    {
        final int[] shown = new int[IdSpace.COUNT]; // of each space, which is in that order already
        while (true)
        {
            int next = 0;
            for (int space = 1; space < IdSpace.COUNT; space++)
            {
                // Ids go down from -1, so the greatest is the oldest.
                if (shown[space] < texts[space].size() && (next == 0 ||
                    texts[space].idAt(shown[space]) > texts[next].idAt(shown[next])))
                {
                    next = space;
                }
            }
            if (next == 0)
            {
                return;
            }
            texts[next].show(shown[next]++, next, visitor);
        }
    }

    /**
     * The newest sequence number given.
     *
     * @return 0 before the first.
     */
    public long sequence()
    {
        return sequence;
    }

    public long engineTimeNanos()
    {
        return engineTimeNanos;
    }

    /**
     * Messages refused at the door.
     *
     * @return messages.
     */
    public long rejectedCount()
    {
        return rejectedCount;
    }

    public long tickCount()
    {
        return tickCount;
    }

    /**
     * Events of feeds taken: neither ticks nor control records.
     *
     * @return events.
     */
    public long eventCount()
    {
        return eventCount;
    }

    @Override
    public void close()
    {
        for (int space = 1; space < IdSpace.COUNT; space++)
        {
            texts[space].close();
        }
    }

    private void markReference(final int kind)
    {
        if ((REFERENCE_KINDS >>> kind & 1) != 0)
        {
            ring.markTick();
        }
    }

    private void passBoundary(final long number)
    {
        if (nextTickNanos != BEFORE_ALL)
        {
            final int at = ring.claim();
            engineTimeNanos = Math.max(engineTimeNanos, number * TICK_NANOS);
            slot.at(at).clear().kind(Kind.TICK).sequence(++sequence).engineTimeNanos(engineTimeNanos);
            ring.markTick();
            ring.stampIntake();
            tickCount++;
        }
        nextTickNanos = (number + 1) * TICK_NANOS;
    }

    private void reject(final MarketEvent event, final RejectReason reason)
    {
        rejectedCount++;
        rejects.onReject(event, reason);
    }

    /** Before the check, an id that is still a text must not look absent. */
    private static void markTexts(final InboundEvent inbound, final long textMask)
    {
        for (final TextField field : FIELDS)
        {
            if ((textMask >>> field.ordinal() & 1) != 0)
            {
                inbound.set(field, -1);
            }
        }
    }

    private boolean resolveTexts(final InboundEvent inbound, final long textMask, final int venueId)
    {
        for (int i = 0; i < FIELDS.length; i++)
        {
            if ((textMask >>> i & 1) == 0)
            {
                continue;
            }
            final TextField field = FIELDS[i];
            final int space = field == TextField.REFERENCE && inbound.event().kind() == Kind.OWNER_GROUP ?
                IdSpace.OWNER_GROUP : field.idSpace();
            final long id = idOf(
                venueId, space, inbound.buffer(), inbound.textOffset(field), inbound.textLength(field));
            if (id == TextIds.FULL)
            {
                return false;
            }
            inbound.set(field, id);
        }
        return true;
    }

    private long idOf(final int venueId, final int space, final String text)
    {
        final long number = InboundEvent.parseDecimal(text);
        if (number > 0)
        {
            return number;
        }
        final byte[] bytes = ControlFrames.utf8(text);
        final long id = idOf(venueId, space, new UnsafeBuffer(bytes), 0, bytes.length);
        if (id == TextIds.FULL)
        {
            throw new IllegalArgumentException("'" + text + "' is one text more than the dictionary holds");
        }
        return id;
    }

    private long idOf(
        final int venueId, final int space, final DirectBuffer text, final int offset, final int length)
    {
        final long id = texts[space].idOf(venueId, text, offset, length, nextTextId);
        if (texts[space].added())
        {
            nextTextId--;
            final int at = reserve(ControlFrames.ID_LENGTH_MAX);
            control(at, frames.encodeId(ring.pool(), at, venueId, space, id, text, offset, length));
        }
        return id;
    }

    private int reserve(final int bytes)
    {
        int at = ring.reservePool(bytes);
        if (at < 0)
        {
            drain.run();
            ring.emptyPool();
            at = ring.reservePool(bytes);
        }
        return at;
    }

    private void control(final int at, final int length)
    {
        ControlFrames.stamp(ring.pool(), at, ++sequence, engineTimeNanos);
        ring.commitControl(at, length);
        dispatchFull();
    }

    private void dispatchFull()
    {
        if (ring.unpublished() >= BATCH)
        {
            dispatch.run();
        }
    }

    private void know(final Instrument instrument)
    {
        door.define(instrument);
        venueIds.put(instrument.venue(), instrument.venueId());
    }

    /** What a control record of a journal tells the sequencer itself, so that it can go on after the journal's end. */
    private void learn(final DirectBuffer buffer, final int offset)
    {
        final int template = ControlFrames.templateId(buffer, offset);
        if (template == InstrumentDefinitionEncoder.TEMPLATE_ID)
        {
            know(frames.decodeInstrument(buffer, offset));
        }
        else if (template == IdAssignmentDecoder.TEMPLATE_ID)
        {
            final IdAssignmentDecoder id =
                new IdAssignmentDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
            final byte[] text = new byte[id.contentLength()];
            id.getContent(text, 0, text.length);
            texts[id.idSpace()].idOf(id.venue(), new UnsafeBuffer(text), 0, text.length, id.assigned());
            nextTextId = Math.min(nextTextId, id.assigned() - 1);
        }
    }
}
