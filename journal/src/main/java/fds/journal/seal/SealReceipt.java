package fds.journal.seal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.journal.format.JournalException;

/**
 * What an anchor answered when a head was published; also the line of an anchor that is a file.
 *
 * @param anchor    its name, without blanks.
 * @param head      that was published.
 * @param reference where it can be found there, without blanks.
 */
public record SealReceipt(String anchor, SealHead head, String reference)
{
    private static final Pattern FORM = Pattern.compile("fds-anchor version=1 journal=([0-9a-f]{32}) " +
        "block=(0|[1-9]\\d{0,17}) root=([0-9a-f]{64}) time=(\\S+) anchor=(\\S+) reference=(\\S+)");

    /**
     * Read a line.
     *
     * @param line without its end.
     * @return the receipt.
     * @throws JournalException when it is none.
     */
    public static SealReceipt parse(final String line)
    {
        final Matcher fields = FORM.matcher(line);
        if (!fields.matches())
        {
            throw new JournalException("This is no line of an anchor, version 1.");
        }
        return new SealReceipt(fields.group(5), new SealHead(
            fields.group(1), Long.parseLong(fields.group(2)), fields.group(3), fields.group(4)), fields.group(6));
    }

    /**
     * Read a file of receipts.
     *
     * @param file possibly absent.
     * @return in order; none when there is no file. Lines that a dead writer left unfinished are passed by.
     * @throws JournalException when the file cannot be read.
     */
    public static List<SealReceipt> read(final Path file)
    {
        final List<SealReceipt> receipts = new ArrayList<>();
        if (!Files.exists(file))
        {
            return receipts;
        }
        try (LineReader lines = new LineReader(file))
        {
            for (String line = lines.next(); line != null; line = lines.next())
            {
                if (FORM.matcher(line).matches())
                {
                    receipts.add(parse(line));
                }
            }
        }
        return receipts;
    }

    /**
     * The receipt as a line.
     *
     * @return without its end.
     */
    public String line()
    {
        return "fds-anchor version=1 journal=" + head.journal() + " block=" + head.block() + " root=" + head.root() +
            " time=" + head.time() + " anchor=" + anchor + " reference=" + reference;
    }
}
