package fds.feeds.text;

/**
 * A line cut into cells by RFC 4180's rules, except that a row is one line: a quoted cell has no line break. Owned by
 * the thread that reads.
 */
public final class CsvRow
{
    /** Most cells of a row. */
    public static final int CELLS_MAX = 256;

    private final int[] starts = new int[CELLS_MAX];
    private final int[] ends = new int[CELLS_MAX];
    private byte[] bytes = new byte[0];
    private int count;

    /**
     * Cut a line. Quotes that are doubled inside a cell are made single where they stand.
     *
     * @param memory bytes of the line; changed where quotes are doubled.
     * @param start  first byte.
     * @param end    behind the last.
     * @return null, or what is wrong with the line.
     */
    public String split(final byte[] memory, final int start, final int end)
    {
        bytes = memory;
        count = 0;
        int at = start;
        while (true)
        {
            if (count == CELLS_MAX)
            {
                return "at most " + CELLS_MAX + " cells in a row";
            }
            if (at < end && memory[at] == '"')
            {
                int write = at + 1;
                starts[count] = write;
                int read = write;
                while (true)
                {
                    if (read == end)
                    {
                        return "a quoted cell ends with a quote, in the same line";
                    }
                    if (memory[read] == '"')
                    {
                        if (read + 1 < end && memory[read + 1] == '"')
                        {
                            read++;
                        }
                        else
                        {
                            break;
                        }
                    }
                    memory[write++] = memory[read++];
                }
                ends[count++] = write;
                at = read + 1;
                if (at < end && memory[at] != ',')
                {
                    return "a comma after the closing quote of a cell";
                }
            }
            else
            {
                starts[count] = at;
                for (; at < end && memory[at] != ','; at++)
                {
                    if (memory[at] == '"')
                    {
                        return "a quote stands only at the begin and end of a cell, and doubled inside a quoted one";
                    }
                }
                ends[count++] = at;
            }
            if (at == end)
            {
                return null;
            }
            at++;
        }
    }

    /**
     * Cells of the line.
     *
     * @return 1 or more.
     */
    public int count()
    {
        return count;
    }

    /**
     * Whether a cell is empty.
     *
     * @param index 0 and up.
     * @return true when nothing stands in it.
     */
    public boolean isEmpty(final int index)
    {
        return starts[index] == ends[index];
    }

    /**
     * Look at a cell.
     *
     * @param index 0 and up.
     * @param cell  to move there.
     * @return the cell.
     */
    public Cell cell(final int index, final Cell cell)
    {
        return cell.wrap(bytes, starts[index], ends[index]);
    }
}
