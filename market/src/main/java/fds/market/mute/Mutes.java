package fds.market.mute;

import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.event.MuteDecoder;
import fds.market.event.Absent;
import fds.market.finding.SubjectKind;
import fds.market.owner.OwnerGroups;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;

/**
 * What is muted, by MUTE records: a detector, an owner group, an instrument, or what fits all of those that the record
 * names; until a time. A record about the same replaces the one before; one that expires at once lifts it. Bounded:
 * when {@value #CAPACITY} are in force a further one takes the place of that which expires first. Owned by one thread.
 */
public final class Mutes
{
    /** Most that are in force at once. */
    public static final int CAPACITY = 1024;

    private static final int DETECTOR = 0; // and instrument: detector << 32 | instrument
    private static final int GROUP_KIND = 1; // venue << 8 | kind; 0 when no group is named
    private static final int GROUP = 2;
    private static final int EXPIRY = 3;
    private static final int WORDS = 4;

    private final long[] words = new long[CAPACITY * WORDS];
    private final MuteDecoder mute = new MuteDecoder();
    private final fds.market.codec.event.MessageHeaderDecoder muteHeader =
        new fds.market.codec.event.MessageHeaderDecoder(); // two schemas, each with its own header
    private final DetectionDecoder detection = new DetectionDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private int count;
    private long lostDetector; // and instrument
    private long lostGroup;

    /**
     * Something is muted from here on, or no more.
     *
     * @param buffer with a MUTE record.
     * @param offset of its first byte.
     * @return false when another had to be given up for it: {@link #lostGroup} and the like tell which, until the next
     *         call.
     */
    public boolean onMute(final DirectBuffer buffer, final int offset)
    {
        mute.wrapAndApplyHeader(buffer, offset, muteHeader);
        final long detector = (long)mute.detector() << 32 | mute.instrument();
        final long group = mute.ownerGroup();
        final long kind = group == Absent.UNKNOWN_ID ? 0 : (long)mute.venue() << 8 | mute.ownerGroupKind() + 1;
        final long now = mute.engineTime();
        int at = 0;
        while (at < count && !isSame(at, detector, kind, group))
        {
            at++;
        }
        if (at == count)
        {
            forgetExpired(now); // the room of what is over comes first
            at = count < CAPACITY ? count : firstToExpire();
        }
        final boolean fits = at < count && isSame(at, detector, kind, group) || count < CAPACITY;
        if (!fits)
        {
            lostDetector = words[at * WORDS + DETECTOR];
            lostGroup = words[at * WORDS + GROUP];
        }
        count = Math.max(count, at + 1);
        put(at, detector, kind, group, mute.expiryTime());
        forgetExpired(now);
        return fits;
    }

    /**
     * The owner group of the mute that was given up last.
     *
     * @return id, or {@link Absent#UNKNOWN_ID} when it named none.
     */
    public long lostGroup()
    {
        return lostGroup;
    }

    /**
     * The detector of the mute that was given up last.
     *
     * @return number, 0 when it named none.
     */
    public int lostDetector()
    {
        return (int)(lostDetector >>> 32);
    }

    /**
     * The instrument of the mute that was given up last.
     *
     * @return id, 0 when it named none.
     */
    public int lostInstrument()
    {
        return (int)lostDetector;
    }

    /**
     * Whether nothing is muted, so that nobody has to look.
     *
     * @return true when no record is in force.
     */
    public boolean isEmpty()
    {
        return count == 0;
    }

    /**
     * Whether a finding is muted.
     *
     * @param buffer with its Detection record.
     * @param offset of its first byte.
     * @param owners who owns accounts now.
     * @return true when a record is in force that fits it.
     */
    public boolean isMuted(final DirectBuffer buffer, final int offset, final OwnerGroups owners)
    {
        detection.wrapAndApplyHeader(buffer, offset, header);
        final long now = detection.engineTime();
        for (int i = 0; i < count; i++)
        {
            if (now < words[i * WORDS + EXPIRY] && fits(i, owners))
            {
                return true;
            }
        }
        return false;
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(count);
        for (int i = 0; i < count * WORDS; i++)
        {
            state.putLong(words[i]);
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        count = (int)state.getLong();
        for (int i = 0; i < count * WORDS; i++)
        {
            words[i] = state.getLong();
        }
    }

    private boolean fits(final int at, final OwnerGroups owners)
    {
        final long detector = words[at * WORDS + DETECTOR] >>> 32;
        final int instrument = (int)words[at * WORDS + DETECTOR];
        return (detector == 0 || detector == detection.detector()) &&
            (instrument == 0 || instrument == detection.instrument()) &&
            (words[at * WORDS + GROUP_KIND] == 0 || isOfGroup(at, owners));
    }

    /** A finding about two owners is muted when either is; one that names an account, when that is. */
    private boolean isOfGroup(final int at, final OwnerGroups owners)
    {
        if ((words[at * WORDS + GROUP_KIND] & 0xFF) == OwnerGroups.KIND_SOLO + 1 && namesAccount(at))
        {
            return true;
        }
        final int kind = detection.subjectKind();
        if (kind == SubjectKind.OWNER_GROUP.ordinal())
        {
            return isGroup(at, detection.ownerGroupKind(), detection.subject());
        }
        return kind != SubjectKind.INSTRUMENT.ordinal() && (isOfAccount(at, detection.subject(), owners) ||
            kind == SubjectKind.ACCOUNT_PAIR.ordinal() && isOfAccount(at, detection.counterSubject(), owners));
    }

    private boolean namesAccount(final int at)
    {
        boolean names = false;
        detection.sbeRewind();
        for (final DetectionDecoder.AccountsDecoder accounts = detection.accounts(); accounts.hasNext();)
        {
            names |= isGroup(at, OwnerGroups.KIND_SOLO, accounts.next().account());
        }
        return names;
    }

    private boolean isOfAccount(final int at, final long account, final OwnerGroups owners)
    {
        final long named = owners.groupOf(detection.venue(), account);
        return isGroup(at, OwnerGroups.KIND_SOLO, account) ||
            named != Absent.UNKNOWN_ID && isGroup(at, OwnerGroups.KIND_NAMED, named);
    }

    private boolean isGroup(final int at, final int kind, final long group)
    {
        return words[at * WORDS + GROUP] == group &&
            words[at * WORDS + GROUP_KIND] == ((long)detection.venue() << 8 | kind + 1);
    }

    private boolean isSame(final int at, final long detector, final long kind, final long group)
    {
        return words[at * WORDS + DETECTOR] == detector && words[at * WORDS + GROUP_KIND] == kind &&
            words[at * WORDS + GROUP] == group;
    }

    private int firstToExpire()
    {
        int first = 0;
        for (int i = 1; i < count; i++)
        {
            first = words[i * WORDS + EXPIRY] < words[first * WORDS + EXPIRY] ? i : first;
        }
        return first;
    }

    private void forgetExpired(final long now)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            if (words[i * WORDS + EXPIRY] > now)
            {
                put(kept++, words[i * WORDS + DETECTOR], words[i * WORDS + GROUP_KIND], words[i * WORDS + GROUP],
                    words[i * WORDS + EXPIRY]);
            }
        }
        count = kept;
    }

    private void put(final int at, final long detector, final long kind, final long group, final long expiry)
    {
        words[at * WORDS + DETECTOR] = detector;
        words[at * WORDS + GROUP_KIND] = kind;
        words[at * WORDS + GROUP] = group;
        words[at * WORDS + EXPIRY] = expiry;
    }
}
