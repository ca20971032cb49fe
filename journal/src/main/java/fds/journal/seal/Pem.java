package fds.journal.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;

/** Keys as text, as OpenSSL and everybody else reads and writes them (RFC 7468). */
final class Pem
{
    static final String PRIVATE = "PRIVATE KEY";
    static final String PUBLIC = "PUBLIC KEY";

    private static final int FILE_BYTES_MAX = 1 << 16;
    private static final int LINE_CHARS = 64;

    private Pem()
    {
    }

    static String text(final String label, final byte[] der)
    {
        return "-----BEGIN " + label + "-----\n" +
            Base64.getMimeEncoder(LINE_CHARS, new byte[] { '\n' }).encodeToString(der) +
            "\n-----END " + label + "-----\n";
    }

    static byte[] read(final Path file, final String label)
    {
        try
        {
            if (Files.size(file) > FILE_BYTES_MAX)
            {
                throw new JournalException(file + " is no key: it is longer than " + FILE_BYTES_MAX + " bytes.");
            }
            return parse(Files.readString(file, StandardCharsets.ISO_8859_1), label, file.toString());
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot read the key " + file + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
    }

    static byte[] parse(final String text, final String label, final String name)
    {
        final Matcher block = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label +
            "-----").matcher(text);
        if (!block.find())
        {
            throw new JournalException(name + " is no key: there is no '-----BEGIN " + label + "-----' in it.");
        }
        try
        {
            return Base64.getMimeDecoder().decode(block.group(1));
        }
        catch (final IllegalArgumentException e)
        {
            throw new JournalException(name + " is no key: what stands in it is not base64.", e);
        }
    }
}
