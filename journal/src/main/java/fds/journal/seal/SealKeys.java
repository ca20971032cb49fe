package fds.journal.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;

/** Signing keys in files: the private one as PKCS#8 PEM, its public one beside it with {@code .pub} behind the name. */
public final class SealKeys
{
    private static final String PUBLIC_SUFFIX = ".pub";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private SealKeys()
    {
    }

    /**
     * Make a new Ed25519 key.
     *
     * @param file for the private key; nobody but its owner can read it. The public one goes beside it.
     * @return the public key.
     * @throws JournalException when one of the files is there already or cannot be written.
     */
    public static SealPublicKey make(final Path file)
    {
        try
        {
            final KeyPair pair = KeyPairGenerator.getInstance(SealAlgorithm.ED25519.keyFactoryName()).generateKeyPair();
            final SealPublicKey publicKey = new SealPublicKey(pair.getPublic());
            create(file, Pem.text(Pem.PRIVATE, pair.getPrivate().getEncoded()));
            Files.writeString(publicFile(file), publicKey.pem(), StandardOpenOption.CREATE_NEW);
            return publicKey;
        }
        catch (final FileAlreadyExistsException e)
        {
            throw new JournalException("There is a file " + e.getFile() + " already: a key is never written over.", e);
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot write the key " + file + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
        catch (final GeneralSecurityException e)
        {
            throw new IllegalStateException("Every Java platform from 15 on has Ed25519", e);
        }
    }

    /**
     * Read a signing key.
     *
     * @param file PKCS#8 PEM of an Ed25519 or P-256 key; its public key is in the file with {@code .pub} behind it.
     * @return ready to sign.
     * @throws JournalException when one of them is no such key, or they do not belong together.
     */
    public static SealSigner read(final Path file)
    {
        final byte[] der = Pem.read(file, Pem.PRIVATE);
        final SealPublicKey publicKey = SealPublicKey.read(publicFile(file));
        try
        {
            final PrivateKey key = KeyFactory.getInstance(publicKey.algorithm().keyFactoryName())
                .generatePrivate(new PKCS8EncodedKeySpec(der));
            return new SealSigner(key, publicKey, null, file.toString());
        }
        catch (final GeneralSecurityException e)
        {
            throw new JournalException(file + " holds no private key of kind " + publicKey.algorithm().word() +
                ", which " + publicFile(file) + " is of.", e);
        }
    }

    private static void create(final Path file, final String text) throws IOException
    {
        try (FileChannel channel = FileChannel.open(file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY)))
        {
            channel.write(ByteBuffer.wrap(SealHash.ascii(text)));
            channel.force(true);
        }
    }

    private static Path publicFile(final Path file)
    {
        return file.resolveSibling(file.getFileName() + PUBLIC_SUFFIX);
    }
}
