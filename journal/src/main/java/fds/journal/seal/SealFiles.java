package fds.journal.seal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;

/** Where the parts of a seal lie in a journal's directory. */
public final class SealFiles
{
    private static final String FOLDER = "seal";
    private static final String KEY_PREFIX = "key-";
    private static final String KEY_SUFFIX = ".pem";

    private SealFiles()
    {
    }

    /**
     * The folder of the seal.
     *
     * @param journal directory.
     * @return its folder in it.
     */
    public static Path folder(final Path journal)
    {
        return journal.resolve(FOLDER);
    }

    /**
     * The file of the blocks, a line each.
     *
     * @param journal directory.
     * @return possibly absent.
     */
    public static Path blocks(final Path journal)
    {
        return folder(journal).resolve("blocks.txt");
    }

    /**
     * The file of what anchors answered, a line each.
     *
     * @param journal directory.
     * @return possibly absent.
     */
    public static Path receipts(final Path journal)
    {
        return folder(journal).resolve("receipts.txt");
    }

    /**
     * Whether a journal has a seal.
     *
     * @param journal directory.
     * @return true when there is at least an empty one.
     */
    public static boolean isSealed(final Path journal)
    {
        return Files.exists(blocks(journal));
    }

    /** Keep a public key, so that whoever has the directory can check signatures with it. */
    static void keep(final Path journal, final SealPublicKey key) throws IOException
    {
        final Path file = folder(journal).resolve(KEY_PREFIX + key.id() + KEY_SUFFIX);
        if (!Files.exists(file))
        {
            Files.writeString(file, key.pem());
        }
    }

    /**
     * The public keys that the directory says of itself that it is signed with.
     *
     * @param journal directory.
     * @return by id.
     * @throws JournalException when one of them cannot be read.
     */
    public static Map<String, SealPublicKey> keys(final Path journal)
    {
        final Map<String, SealPublicKey> keys = new TreeMap<>();
        try (DirectoryStream<Path> files =
            Files.newDirectoryStream(folder(journal), KEY_PREFIX + "*" + KEY_SUFFIX))
        {
            for (final Path file : files)
            {
                final SealPublicKey key = SealPublicKey.read(file);
                keys.put(key.id(), key);
            }
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot list " + folder(journal) + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
        return keys;
    }
}
