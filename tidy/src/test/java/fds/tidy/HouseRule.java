package fds.tidy;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule about classes, and a class planted to break it.
 *
 * @param rule    that the house keeps.
 * @param planted classes outside the house, each of which the same rule must catch.
 */
record HouseRule(ArchRule rule, List<Class<?>> planted)
{
    HouseRule
    {
        if (planted.isEmpty())
        {
            throw new IllegalArgumentException("a rule that was never seen to catch anything: " +
                rule.getDescription());
        }
    }

    static HouseRule of(final ArchRule rule, final Class<?>... planted)
    {
        return new HouseRule(rule.allowEmptyShould(true), List.of(planted));
    }

    @Override
    public String toString()
    {
        return rule.getDescription();
    }
}
