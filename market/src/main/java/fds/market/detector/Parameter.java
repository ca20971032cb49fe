package fds.market.detector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a parameter on a component of a detector's configuration record: its unit, range and meaning. Components are
 * {@code long}, {@code int}, {@code boolean} or {@link Tiered}; their key in files is the name in snake case.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter
{
    /**
     * The unit of the value.
     *
     * @return unit.
     */
    Unit unit();

    /**
     * Smallest value allowed.
     *
     * @return in the unit.
     */
    long min() default 0;

    /**
     * Largest value allowed.
     *
     * @return in the unit.
     */
    long max();

    /**
     * What it means.
     *
     * @return one sentence.
     */
    String doc();
}
