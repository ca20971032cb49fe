package fds.config;

/** A configuration that cannot be used: file, key, value and what is allowed, in one line. */
public final class ConfigException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Say what is wrong with a value.
     *
     * @param place   file and line, or where else it came from.
     * @param key     dotted.
     * @param value   as found.
     * @param allowed what would have been right.
     */
    public ConfigException(final String place, final String key, final String value, final String allowed)
    {
        super(place + ": " + key + " is '" + value + "': must be " + allowed);
    }

    /**
     * Say what is wrong with a file.
     *
     * @param place   file, and line if known.
     * @param message what.
     */
    public ConfigException(final String place, final String message)
    {
        super(place + ": " + message);
    }
}
