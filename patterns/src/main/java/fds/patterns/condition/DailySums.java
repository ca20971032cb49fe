package fds.patterns.condition;

import java.util.concurrent.TimeUnit;

import fds.market.event.Absent;
import fds.market.money.Ppm;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A sum of each day of engine time, of the current one and of the ten before, in words of an instrument's record. Days
 * without anything count as such once there was a day with something; the first day, which may have begun before it was
 * watched, does not count.
 */
final class DailySums
{
    static final int DAYS = 10;

    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final int DAY = 0;     // number + 1 of the current day
    private static final int FIRST = 8;   // number + 1 of the first day
    private static final int CURRENT = 16;
    private static final int BEFORE = 24; // [day % DAYS]
    private static final int WORDS = BEFORE / 8 + DAYS;

    private final int offset;

    DailySums(final StateLayout layout)
    {
        offset = layout.reserve(SlotKind.INSTRUMENT, WORDS);
    }

    /**
     * Add to the current day.
     *
     * @return how far it is above the mean of the days before: ppm, below 0 when it is not, absent when there are none.
     */
    long risePpm(final UnsafeBuffer memory, final int record, final long timeNanos, final long value)
    {
        final int at = record + offset;
        final long day = timeNanos / DAY_NANOS;
        if (memory.getLong(at + DAY) != day + 1)
        {
            turn(memory, at, day);
        }
        final long sum = memory.getLong(at + CURRENT) + value;
        memory.putLong(at + CURRENT, sum);
        final long days = Math.min(DAYS, day - memory.getLong(at + FIRST)); // whole ones behind the first
        long total = 0;
        for (int i = 0; i < DAYS; i++)
        {
            total += memory.getLong(at + BEFORE + i * 8);
        }
        return days <= 0 || total == 0 ? Absent.VALUE :
            sum > Long.MAX_VALUE / DAYS ? Long.MAX_VALUE : Ppm.of(sum * days, total) - Ppm.ONE;
    }

    private static void turn(final UnsafeBuffer memory, final int at, final long day)
    {
        final long before = memory.getLong(at + DAY) - 1;
        if (before < 0)
        {
            memory.putLong(at + FIRST, day + 1);
        }
        else
        {
            if (before + 1 != memory.getLong(at + FIRST))
            {
                memory.putLong(at + BEFORE + (int)(before % DAYS) * 8, memory.getLong(at + CURRENT));
            }
            for (long empty = Math.max(before + 1, day - DAYS); empty < day; empty++)
            {
                memory.putLong(at + BEFORE + (int)(empty % DAYS) * 8, 0);
            }
        }
        memory.putLong(at + CURRENT, 0);
        memory.putLong(at + DAY, day + 1);
    }
}
