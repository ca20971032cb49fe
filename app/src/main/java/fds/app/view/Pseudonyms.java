package fds.app.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import fds.app.UsageException;
import fds.journal.format.SegmentFile;
import fds.market.event.IdSpace;

/**
 * Other names for people, the same for the same key: HMAC-SHA-256 (RFC 2104) of the kind of name and the name, cut to
 * 96 bits. Who has the key can make the pseudonym of a name that he knows and so find him in an export; who has not can
 * neither do that nor go back. Owned by one thread.
 */
public final class Pseudonyms
{
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int PSEUDONYM_BYTES = 12;

    private final Mac mac;

    private Pseudonyms(final byte[] key)
    {
        try
        {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        }
        catch (final GeneralSecurityException e)
        {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /**
     * With the key of a file.
     *
     * @param file 64 hexadecimal digits.
     * @return pseudonyms of this key.
     * @throws UsageException when there is no such file or it holds no key.
     */
    public static Pseudonyms read(final Path file)
    {
        try
        {
            final String text =
                Files.size(file) > 1024 ? "" : Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            if (!text.matches("[0-9a-fA-F]{" + 2 * KEY_BYTES + "}"))
            {
                throw new UsageException(file + ": holds no key: must be " + 2 * KEY_BYTES +
                    " hexadecimal digits ('fds pseudonym --new-key FILE' makes one)");
            }
            return new Pseudonyms(HexFormat.of().parseHex(text));
        }
        catch (final IOException e)
        {
            throw new UsageException(file + ": the key cannot be read: " + SegmentFile.reasonOf(e));
        }
    }

    /**
     * Make a key of random bytes that only its owner may read.
     *
     * @param file to make; one that is there is left alone.
     * @throws UsageException when it is there or cannot be written.
     */
    public static void newKey(final Path file)
    {
        final byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try
        {
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix"))
            {
                Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            else
            {
                Files.createFile(file);
            }
            Files.writeString(file, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.WRITE);
        }
        catch (final FileAlreadyExistsException e)
        {
            throw new UsageException(file + ": is there already and is left as it is: a key that is lost makes every " +
                "export made with it final");
        }
        catch (final IOException e)
        {
            throw new UsageException(file + ": the key cannot be written: " + SegmentFile.reasonOf(e));
        }
    }

    /**
     * The pseudonym of a name.
     *
     * @param idSpace what it names: {@link IdSpace}. Names of accounts, owner groups and references have one.
     * @param text    the name, or null.
     * @return {@code acc-}, {@code own-} or {@code ref-} and 24 hexadecimal digits; what has none as it is.
     */
    public String of(final int idSpace, final String text)
    {
        return text == null ? null : switch (idSpace)
        {
            case IdSpace.ACCOUNT -> "acc-" + digest((byte)'a', text);
            case IdSpace.OWNER_GROUP -> "own-" + digest((byte)'o', text);
            case IdSpace.REFERENCE -> "ref-" + digest((byte)'r', text);
            default -> text;
        };
    }

    /**
     * The pseudonym of an alert or action: its own id is a hash in which an account's number can be guessed.
     *
     * @param id of it.
     * @return another; 0 stays 0.
     */
    long of(final long id)
    {
        return id == 0 ? 0 : HexFormat.fromHexDigitsToLong(digest((byte)'i', AlertView.hex(id)).substring(0, 16));
    }

    private String digest(final byte kind, final String text)
    {
        mac.update(kind);
        final byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, PSEUDONYM_BYTES);
    }
}
