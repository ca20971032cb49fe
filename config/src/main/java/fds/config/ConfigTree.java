package fds.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A configuration as flat, dotted keys: {@code detectors.D01.window}. Later sources replace earlier ones key by key.
 * What nobody asked for is refused at the end, so that a misspelt key is not silently ignored.
 */
public final class ConfigTree
{
    private final SortedMap<String, ConfigValue> values = new TreeMap<>();
    private final Set<String> asked = new java.util.HashSet<>();

    /**
     * Read a YAML file over what is here.
     *
     * @param file to read.
     * @return this.
     * @throws ConfigException when it cannot be read or is not a mapping of scalars and lists.
     */
    public ConfigTree readFile(final Path file)
    {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8))
        {
            return read(reader, file.toString());
        }
        catch (final IOException e)
        {
            throw new ConfigException(file.toString(), Files.exists(file) ?
                "cannot be read: " + e.getMessage() : "there is no such file");
        }
    }

    /**
     * Read YAML text over what is here.
     *
     * @param reader of the text.
     * @param name   for messages.
     * @return this.
     * @throws ConfigException when it is not a mapping of scalars and lists.
     */
    public ConfigTree read(final Reader reader, final String name)
    {
        try
        {
            final LoadSettings settings =
                LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).setMaxAliasesForCollections(0)
                    .build();
            new Compose(settings).composeReader(reader).ifPresent(root -> flatten("", root, name));
            return this;
        }
        catch (final MarkedYamlEngineException e)
        {
            final String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw new ConfigException(name + line, "not readable as YAML: " + e.getProblem());
        }
        catch (final YamlEngineException e)
        {
            throw new ConfigException(name, "not readable as YAML: " + e.getMessage());
        }
    }

    /**
     * Set one key.
     *
     * @param key   dotted.
     * @param value as written.
     * @param place for messages.
     */
    public void set(final String key, final String value, final String place)
    {
        values.put(key, new ConfigValue(value, place));
    }

    /**
     * A value, if there is one.
     *
     * @param key dotted.
     * @return the value, or null.
     */
    public ConfigValue find(final String key)
    {
        asked.add(key);
        return values.get(key);
    }

    /**
     * A value as text.
     *
     * @param key          dotted.
     * @param defaultValue when there is none.
     * @return the text.
     */
    public String text(final String key, final String defaultValue)
    {
        final ConfigValue value = find(key);
        return value == null ? defaultValue : value.text();
    }

    /**
     * A value as a number with a unit.
     *
     * @param key          dotted.
     * @param quantity     how to read it.
     * @param min          smallest allowed.
     * @param max          largest allowed.
     * @param defaultValue when there is none.
     * @return the number.
     * @throws ConfigException outside the range or not a number.
     */
    public long number(
        final String key, final Quantity quantity, final long min, final long max, final long defaultValue)
    {
        final ConfigValue value = find(key);
        if (value == null)
        {
            return defaultValue;
        }
        return number(key, value.text(), value.place(), quantity, min, max);
    }

    /**
     * A value that is true or false.
     *
     * @param key          dotted.
     * @param defaultValue when there is none.
     * @return the value.
     * @throws ConfigException for any other word.
     */
    public boolean flag(final String key, final boolean defaultValue)
    {
        final ConfigValue value = find(key);
        if (value == null)
        {
            return defaultValue;
        }
        if (!value.text().equals("true") && !value.text().equals("false"))
        {
            throw new ConfigException(value.place(), key, value.text(), "true or false");
        }
        return value.text().equals("true");
    }

    /**
     * Read a number and check its range.
     *
     * @param key      for messages.
     * @param text     to read.
     * @param place    for messages.
     * @param quantity how to read it.
     * @param min      smallest allowed.
     * @param max      largest allowed.
     * @return the number.
     * @throws ConfigException outside the range or not a number.
     */
    public static long number(
        final String key, final String text, final String place, final Quantity quantity, final long min,
        final long max)
    {
        final long number;
        try
        {
            number = quantity.parse(text);
        }
        catch (final IllegalArgumentException e)
        {
            throw new ConfigException(place, key, text, quantity.allowed());
        }
        if (number < min || number > max)
        {
            throw new ConfigException(place, key, text, quantity.format(min) + " to " + quantity.format(max));
        }
        return number;
    }

    /**
     * The items of a list, or the one value that stands there instead.
     *
     * @param text of a {@link ConfigValue}.
     * @return items, trimmed.
     */
    public static List<String> items(final String text)
    {
        if (!text.startsWith("[") || !text.endsWith("]"))
        {
            return List.of(text);
        }
        final List<String> items = new ArrayList<>();
        for (final String item : text.substring(1, text.length() - 1).split(","))
        {
            items.add(item.trim());
        }
        return items;
    }

    /**
     * All keys and values.
     *
     * @return sorted, to read.
     */
    public SortedMap<String, ConfigValue> values()
    {
        return Collections.unmodifiableSortedMap(values);
    }

    /**
     * Refuse what nobody asked for.
     *
     * @throws ConfigException naming the first such key.
     */
    public void refuseUnknown()
    {
        for (final var entry : values.entrySet())
        {
            if (!asked.contains(entry.getKey()))
            {
                throw new ConfigException(entry.getValue().place(), "unknown key " + entry.getKey() +
                    nearest(entry.getKey()));
            }
        }
    }

    private String nearest(final String key)
    {
        String best = null;
        int bestDistance = 4;
        for (final String candidate : asked)
        {
            final int distance = distance(key, candidate);
            if (distance < bestDistance)
            {
                bestDistance = distance;
                best = candidate;
            }
        }
        if (best == null)
        {
            // Half a key, such as one without its unit.
            best = asked.stream()
                .filter(candidate -> candidate.startsWith(key + "_") || candidate.startsWith(key + "."))
                .sorted().findFirst().orElse(null);
        }
        return best == null ? "" : "; did you mean " + best + "?";
    }

    private static int distance(final String a, final String b)
    {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++)
        {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++)
        {
            final int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++)
            {
                final int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }

    private void flatten(final String prefix, final Node node, final String name)
    {
        final String place =
            name + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
        if (node instanceof MappingNode mapping)
        {
            for (final NodeTuple tuple : mapping.getValue())
            {
                if (!(tuple.getKeyNode() instanceof ScalarNode key))
                {
                    throw new ConfigException(place, "a key must be a word");
                }
                flatten(prefix.isEmpty() ? key.getValue() : prefix + "." + key.getValue(), tuple.getValueNode(), name);
            }
        }
        else if (prefix.isEmpty())
        {
            throw new ConfigException(place, "must be a mapping of keys to values");
        }
        else if (node instanceof SequenceNode sequence)
        {
            final List<String> items = new ArrayList<>();
            for (final Node item : sequence.getValue())
            {
                if (!(item instanceof ScalarNode scalar))
                {
                    throw new ConfigException(place, prefix + ": a list must hold plain values");
                }
                items.add(scalar.getValue());
            }
            values.put(prefix, new ConfigValue("[" + String.join(", ", items) + "]", place));
        }
        else if (node instanceof ScalarNode scalar)
        {
            values.put(prefix, new ConfigValue(scalar.getValue(), place));
        }
    }
}
