package fds.app.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import fds.market.detector.DetectorFactory;
import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * A parameter as its detector declares it.
 *
 * @param key          in files.
 * @param unit         of its values.
 * @param min          smallest value allowed.
 * @param max          largest value allowed.
 * @param doc          what it means.
 * @param isFlag       true: 1 is true, 0 is false.
 * @param defaultValue one value, or three: majors, mid, long tail.
 */
public record ParameterDoc(
    String key, Unit unit, long min, long max, String doc, boolean isFlag, List<Long> defaultValue)
{
    /**
     * The parameters of a detector.
     *
     * @param factory of the detector, or null when it is not there.
     * @return one a parameter, in their order; empty when the detector is not there.
     */
    public static List<ParameterDoc> of(final DetectorFactory<?> factory)
    {
        final List<ParameterDoc> docs = new ArrayList<>();
        if (factory == null)
        {
            return docs;
        }
        final Record defaults = factory.defaults();
        for (final RecordComponent component : defaults.getClass().getRecordComponents())
        {
            final Parameter declared = component.getAnnotation(Parameter.class);
            if (declared != null)
            {
                final Object value = value(component, defaults);
                docs.add(new ParameterDoc(Parameters.keyOf(component), declared.unit(), declared.min(), declared.max(),
                    declared.doc(), value instanceof Boolean, values(value)));
            }
        }
        return docs;
    }

    /** The default in words. */
    String defaultText()
    {
        if (defaultValue.stream().distinct().count() == 1)
        {
            return text(defaultValue.get(0));
        }
        return String.join(" / ", defaultValue.stream().map(this::text).toList());
    }

    /** The range in words. */
    String rangeText()
    {
        return isFlag ? "true or false" : text(min) + " to " + text(max);
    }

    private String text(final long value)
    {
        return isFlag ? Boolean.toString(value != 0) : Quantities.text(unit, value, null);
    }

    private static List<Long> values(final Object value)
    {
        if (value instanceof Tiered tiered)
        {
            return List.of(tiered.majors(), tiered.mid(), tiered.longTail());
        }
        return List.of(value instanceof Boolean flag ? flag ? 1L : 0L : ((Number)value).longValue());
    }

    private static Object value(final RecordComponent component, final Record of)
    {
        try
        {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        }
        catch (final IllegalAccessException | InvocationTargetException e)
        {
            throw new IllegalStateException(of.getClass().getName() + "." + component.getName() + " cannot be read", e);
        }
    }
}
