package fds.bench.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a suite measured: lines for people, objects for programs, and what must not be so. */
public final class SuiteReport
{
    private final List<String> lines = new ArrayList<>();
    private final List<Map<String, Object>> objects = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    /**
     * Add lines for people, in Markdown.
     *
     * @param more of them.
     * @return this.
     */
    public SuiteReport lines(final String... more)
    {
        lines.addAll(List.of(more));
        return this;
    }

    /**
     * Add a row of a table for people.
     *
     * @param cells of it.
     * @return this.
     */
    public SuiteReport row(final Object... cells)
    {
        final List<String> texts = new ArrayList<>();
        for (final Object cell : cells)
        {
            texts.add(String.valueOf(cell).replace("|", "\\|"));
        }
        lines.add("| " + String.join(" | ", texts) + " |");
        return this;
    }

    /**
     * Add an object for programs.
     *
     * @param fields name, value, name, value ...
     * @return this.
     */
    public SuiteReport object(final Object... fields)
    {
        final Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2)
        {
            object.put((String)fields[i], fields[i + 1]);
        }
        objects.add(object);
        return this;
    }

    /**
     * Something that makes the result no result: a file that does not fit what was run.
     *
     * @param mistake in a sentence.
     */
    public void mistake(final String mistake)
    {
        mistakes.add(mistake);
    }

    /**
     * For people.
     *
     * @return Markdown.
     */
    public List<String> lines()
    {
        return lines;
    }

    /**
     * For programs.
     *
     * @return texts, numbers, truth values, and null.
     */
    public List<Map<String, Object>> objects()
    {
        return objects;
    }

    /**
     * What must not be so.
     *
     * @return none: the result stands.
     */
    public List<String> mistakes()
    {
        return mistakes;
    }
}
