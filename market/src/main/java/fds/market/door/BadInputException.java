package fds.market.door;

/** One message of a source that cannot be read as an event: where it stands, what stands there, what is allowed. */
public final class BadInputException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final String source;
    private final long position;
    private final String field;
    private final String value;
    private final String allowed;

    /**
     * Describe a bad message.
     *
     * @param source   file or feed.
     * @param position line, record or message number, 1 and up.
     * @param field    column or field.
     * @param value    as found; long values are cut.
     * @param allowed  what would have been right.
     */
    public BadInputException(
        final String source, final long position, final String field, final String value, final String allowed)
    {
        super(source + ":" + position + ": " + field + " is '" + cut(value) + "': " + allowed);
        this.source = source;
        this.position = position;
        this.field = field;
        this.value = cut(value);
        this.allowed = allowed;
    }

    public String source()
    {
        return source;
    }

    public long position()
    {
        return position;
    }

    public String field()
    {
        return field;
    }

    public String value()
    {
        return value;
    }

    public String allowed()
    {
        return allowed;
    }

    private static String cut(final String value)
    {
        final String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 77) + "...";
    }
}
