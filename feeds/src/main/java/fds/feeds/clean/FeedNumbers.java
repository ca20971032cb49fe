package fds.feeds.clean;

import java.util.Arrays;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.TextField;

/**
 * Which numbers of one feed were told, over the last {@value #WINDOW} of them, and how each message began. A number
 * that comes again is a duplicate when its message begins with the same words; one that begins otherwise is an older
 * message, or a feed that counts anew.
 * <p>
 * Events of one message share its number. Within the newest number only an event is a duplicate that says, behind the
 * end of a message, word for word what was said under that number before, and that cannot have been meant twice: it
 * names a trade or the like, or is a state.
 */
final class FeedNumbers
{
    static final int WINDOW = 4096;

    private static final int REMEMBERED = 64;
    private static final long STATES =
        Kind.mask(Kind.NEW, Kind.BOOK, Kind.BBO, Kind.MARK, Kind.INDEX, Kind.POSITION, Kind.MARGIN);
    private static final TextField[] FIELDS = TextField.values();

    private final long[] beginnings = new long[WINDOW]; // [number % WINDOW], content of its first event, 0: not told
    private final long[] contents = new long[REMEMBERED]; // of the newest number
    private int contentCount;
    private long newest;
    private boolean isClosed;
    private long again;            // the number below the newest whose message is under way, 0: none
    private CleanRule againMeets;

    /** Null when the number is the newest or new. */
    CleanRule meets(final InboundEvent inbound)
    {
        final MarketEvent event = inbound.event();
        final long number = event.feedSequence();
        if (number <= 0)
        {
            return null; // the feed does not count
        }
        if (number < newest && number == again)
        {
            return againMeets;
        }
        final long content = contentOf(inbound);
        if (number < newest)
        {
            again = number;
            againMeets = comesAgain(number, content);
            return againMeets;
        }
        again = 0;
        if (number > newest)
        {
            advance(number, content);
        }
        else if (isClosed && isUnmistakable(inbound) && isRemembered(content))
        {
            return CleanRule.DUPLICATE;
        }
        if (contentCount < REMEMBERED)
        {
            contents[contentCount++] = content;
        }
        isClosed = event.has(Flags.LAST);
        return null;
    }

    long newest()
    {
        return newest;
    }

    private CleanRule comesAgain(final long number, final long content)
    {
        if (newest - number >= WINDOW)
        {
            return CleanRule.OLDER;
        }
        final int slot = (int)(number % WINDOW);
        if (beginnings[slot] == content)
        {
            return CleanRule.DUPLICATE;
        }
        beginnings[slot] = content;
        return CleanRule.OLDER;
    }

    private void advance(final long number, final long content)
    {
        if (number - newest >= WINDOW)
        {
            Arrays.fill(beginnings, 0);
        }
        else
        {
            for (long gone = newest + 1; gone < number; gone++)
            {
                beginnings[(int)(gone % WINDOW)] = 0;
            }
        }
        beginnings[(int)(number % WINDOW)] = content;
        newest = number;
        contentCount = 0;
        isClosed = false;
    }

    private boolean isRemembered(final long content)
    {
        for (int i = 0; i < contentCount; i++)
        {
            if (contents[i] == content)
            {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnmistakable(final InboundEvent inbound)
    {
        return (STATES >>> inbound.event().kind() & 1) != 0 || inbound.event().reference() != Absent.VALUE ||
            (inbound.texts() >>> TextField.REFERENCE.ordinal() & 1) != 0;
    }

    /** What an event says, in 64 bits that are never 0; the time of its receipt is not of it. */
    private static long contentOf(final InboundEvent inbound)
    {
        final MarketEvent event = inbound.event();
        long content = mixed(event.kind() | (long)event.side() << 8 | (long)event.flags() << 16 |
            (long)event.instrumentId() << 32, 0x9E3779B97F4A7C15L) +
            mixed(event.venueTimeNanos(), 0xBF58476D1CE4E5B9L) + mixed(event.orderId(), 0x94D049BB133111EBL) +
            mixed(event.accountId(), 0xD6E8FEB86659FD93L) + mixed(event.counterOrderId(), 0xA0761D6478BD642FL) +
            mixed(event.counterAccountId(), 0xE7037ED1A0B428DBL) + mixed(event.priceTicks(), 0x8EBC6AF09C88C6E3L) +
            mixed(event.quantityLots(), 0x589965CC75374CC3L) + mixed(event.value(), 0x1D8E4E27C47D124FL) +
            mixed(event.reference(), 0xEB44ACCAB455D165L) + mixed(event.reasonId(), 0x6C9C07F4A1B0D9E7L);
        for (long left = inbound.texts(); left != 0; left &= left - 1)
        {
            final TextField field = FIELDS[Long.numberOfTrailingZeros(left)];
            final int at = inbound.textOffset(field);
            for (int i = 0; i < inbound.textLength(field); i++)
            {
                content = mixed(content + inbound.buffer().getByte(at + i), 0x9E3779B97F4A7C15L + field.ordinal() * 2);
            }
        }
        return content | 1;
    }

    private static long mixed(final long value, final long factor)
    {
        final long product = value * factor;
        return product ^ product >>> 32;
    }
}
