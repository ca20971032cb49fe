package fds.market.detector;

import java.lang.reflect.RecordComponent;
import java.util.Locale;

/** Holds a configuration record to what its components declare with {@link Parameter}. Used at start. */
public final class Parameters
{
    private Parameters()
    {
    }

    /**
     * Check values before they are a record: called first in its compact constructor.
     *
     * @param type   of the record; each component carries {@link Parameter}.
     * @param values of its components, in their order.
     * @throws IllegalArgumentException naming key, value and range of the first that is out of its range.
     */
    public static void check(final Class<? extends Record> type, final Object... values)
    {
        final RecordComponent[] components = type.getRecordComponents();
        if (components.length != values.length)
        {
            throw new IllegalStateException(
                type.getName() + " has " + components.length + " components; " + values.length + " were given");
        }
        for (int i = 0; i < values.length; i++)
        {
            final Parameter parameter = components[i].getAnnotation(Parameter.class);
            if (parameter == null)
            {
                throw new IllegalStateException(
                    type.getName() + "." + components[i].getName() + " does not declare its parameter");
            }
            check(keyOf(components[i]), values[i], parameter);
        }
    }

    /**
     * The key of a component in files.
     *
     * @param component of a configuration record.
     * @return its name in snake case.
     */
    public static String keyOf(final RecordComponent component)
    {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static void check(final String key, final Object value, final Parameter parameter)
    {
        if (value instanceof Tiered tiered)
        {
            check(key + " of tier 1", tiered.majors(), parameter);
            check(key + " of tier 2", tiered.mid(), parameter);
            check(key + " of tier 3", tiered.longTail(), parameter);
        }
        else if (value instanceof Number number)
        {
            check(key, number.longValue(), parameter);
        }
        else if (!(value instanceof Boolean))
        {
            throw new IllegalArgumentException(
                key + " is " + value + ": must be a number, a flag or one for each tier");
        }
    }

    private static void check(final String key, final long value, final Parameter parameter)
    {
        if (value < parameter.min() || value > parameter.max())
        {
            throw new IllegalArgumentException(
                key + " is " + value + ": must be " + parameter.min() + " to " + parameter.max());
        }
    }
}
