package fds.actions.file;

import java.util.List;

/** Writes one JSON object as a line. */
final class JsonLine
{
    private final StringBuilder line = new StringBuilder(512).append('{');

    JsonLine text(final String name, final String value)
    {
        name(name);
        quoted(value);
        return this;
    }

    JsonLine number(final String name, final long value)
    {
        name(name).line.append(value);
        return this;
    }

    JsonLine flag(final String name, final boolean value)
    {
        name(name).line.append(value);
        return this;
    }

    JsonLine texts(final String name, final List<String> values)
    {
        name(name).line.append('[');
        for (int i = 0; i < values.size(); i++)
        {
            line.append(i == 0 ? "" : ",");
            quoted(values.get(i));
        }
        line.append(']');
        return this;
    }

    String end()
    {
        return line.append("}\n").toString();
    }

    private JsonLine name(final String name)
    {
        line.append(line.length() == 1 ? "" : ",");
        quoted(name);
        line.append(':');
        return this;
    }

    private void quoted(final String value)
    {
        if (value == null)
        {
            line.append("null");
            return;
        }
        line.append('"');
        for (int i = 0; i < value.length(); i++)
        {
            final char c = value.charAt(i);
            if (c == '"' || c == '\\')
            {
                line.append('\\').append(c);
            }
            else if (c < 0x20 || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029)
            {
                line.append(String.format("\\u%04x", (int)c));
            }
            else
            {
                line.append(c);
            }
        }
        line.append('"');
    }
}
