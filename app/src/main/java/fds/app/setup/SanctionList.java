package fds.app.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.app.UsageException;

/**
 * Addresses that nobody may deal with, as a file tells them: one a line, as accounts and outside addresses are written;
 * empty lines and lines that begin with {@code #} are passed. The list is named for the file.
 *
 * @param name      of the list.
 * @param addresses in the order of the file.
 */
public record SanctionList(String name, List<String> addresses)
{
    private static final int ADDRESS_MAX = 128;

    /**
     * Read a file.
     *
     * @param file of addresses.
     * @return its list.
     * @throws UsageException naming file, line, value and what is allowed.
     */
    public static SanctionList read(final Path file)
    {
        final List<String> addresses = new ArrayList<>();
        int number = 0;
        for (final String line : lines(file))
        {
            number++;
            final String address = line.strip();
            if (address.isEmpty() || address.startsWith("#"))
            {
                continue;
            }
            if (address.length() > ADDRESS_MAX || !address.matches("[\\x21-\\x7E]+"))
            {
                throw new UsageException(file + ":" + number + ": address '" +
                    address.substring(0, Math.min(address.length(), ADDRESS_MAX)).replaceAll("[^\\x20-\\x7E]", "?") +
                    "': must be 1 to " + ADDRESS_MAX + " letters, digits and signs without blanks");
            }
            addresses.add(address);
        }
        return new SanctionList(String.valueOf(file.getFileName()), List.copyOf(addresses));
    }

    private static List<String> lines(final Path file)
    {
        try
        {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
        }
        catch (final IOException e)
        {
            throw new UsageException("--sanctions " + file + " cannot be read: " + e);
        }
    }
}
