package fds.app.setup;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.SortedMap;

import fds.config.ConfigException;
import fds.config.ConfigTree;
import fds.config.ConfigValue;
import fds.config.Quantity;
import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/** Binds a detector's parameters: from keys with units to its checked record, and from the record to plain numbers. */
final class ParameterBinder
{
    private ParameterBinder()
    {
    }

    /** The record with what the tree says, and its defaults for what it does not say. */
    static Record bind(final String prefix, final Record defaults, final ConfigTree tree)
    {
        final RecordComponent[] components = defaults.getClass().getRecordComponents();
        final Class<?>[] types = new Class<?>[components.length];
        final Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++)
        {
            types[i] = components[i].getType();
            final String key = prefix + Parameters.keyOf(components[i]);
            final ConfigValue value = tree.find(key);
            values[i] = value == null ? valueOf(components[i], defaults) : parse(key, value, components[i]);
        }
        try
        {
            final Constructor<?> constructor = defaults.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Record)constructor.newInstance(values);
        }
        catch (final InvocationTargetException e)
        {
            throw new ConfigException(prefix.substring(0, prefix.length() - 1),
                String.valueOf(e.getCause().getMessage()));
        }
        catch (final ReflectiveOperationException e)
        {
            throw new IllegalStateException(defaults.getClass() + " cannot be made", e);
        }
    }

    /** Every parameter as a plain number in its base unit. */
    static void write(final String prefix, final Record config, final SortedMap<String, String> lines)
    {
        for (final RecordComponent component : config.getClass().getRecordComponents())
        {
            final Object value = valueOf(component, config);
            lines.put(prefix + Parameters.keyOf(component), value instanceof Tiered tiered ?
                "[" + tiered.majors() + ", " + tiered.mid() + ", " + tiered.longTail() + "]" : value.toString());
        }
    }

    static Quantity quantityOf(final Unit unit)
    {
        return switch (unit)
        {
            case NANOS -> Quantity.NANOS;
            case PPM -> Quantity.PPM;
            case COUNT, TICKS, LOTS, USD, NOTIONAL, PER_SECOND, FLAG -> Quantity.COUNT;
        };
    }

    private static Object parse(final String key, final ConfigValue value, final RecordComponent component)
    {
        final Parameter parameter = component.getAnnotation(Parameter.class);
        final Class<?> type = component.getType();
        if (type == boolean.class)
        {
            if (!value.text().equals("true") && !value.text().equals("false"))
            {
                throw new ConfigException(value.place(), key, value.text(), "true or false");
            }
            return Boolean.valueOf(value.text());
        }
        final List<String> items = ConfigTree.items(value.text());
        if (type != Tiered.class && items.size() != 1 || items.size() != 1 && items.size() != 3)
        {
            throw new ConfigException(value.place(), key, value.text(), type == Tiered.class ?
                "one value, or three in brackets for tiers 1, 2 and 3" : "one value");
        }
        final long[] numbers = items.stream().mapToLong(item -> ConfigTree.number(key, item, value.place(),
            quantityOf(parameter.unit()), parameter.min(), parameter.max())).toArray();
        if (type == Tiered.class)
        {
            return numbers.length == 1 ? Tiered.of(numbers[0]) : new Tiered(numbers[0], numbers[1], numbers[2]);
        }
        return type == int.class ? (Object)Math.toIntExact(numbers[0]) : (Object)numbers[0];
    }

    private static Object valueOf(final RecordComponent component, final Record record)
    {
        try
        {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
