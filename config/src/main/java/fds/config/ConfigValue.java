package fds.config;

/**
 * One value and where it stands.
 *
 * @param text  as written; of a list the items with {@code ", "} between, in brackets.
 * @param place file and line, or the argument it came from.
 */
public record ConfigValue(String text, String place)
{
}
