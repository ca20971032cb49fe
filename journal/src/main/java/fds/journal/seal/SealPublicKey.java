package fds.journal.seal;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

import fds.journal.format.JournalException;

/** A key that verifies signatures. Its id is the first half of the SHA-256 of its encoding (SubjectPublicKeyInfo). */
public final class SealPublicKey
{
    private static final int ID_DIGITS = 32;
    private static final String P256 = "06082a8648ce3d030107"; // the curve's name in a key's encoding

    private final PublicKey key;
    private final SealAlgorithm algorithm;
    private final String id;

    SealPublicKey(final PublicKey key)
    {
        this.key = key;
        algorithm = SealAlgorithm.of(key);
        if (algorithm == SealAlgorithm.ECDSA_P256 && !SealHash.hex(key.getEncoded()).contains(P256))
        {
            throw new JournalException("A key for the seal is on another curve than P-256.");
        }
        id = SealHash.hex(new SealHash().of(key.getEncoded())).substring(0, ID_DIGITS);
    }

    /**
     * Read a key from a file.
     *
     * @param file PEM, {@code PUBLIC KEY}.
     * @return the key.
     * @throws JournalException when it is none, one sentence.
     */
    public static SealPublicKey read(final Path file)
    {
        return decode(Pem.read(file, Pem.PUBLIC), file.toString());
    }

    /**
     * Read a key from text.
     *
     * @param pem  {@code PUBLIC KEY}.
     * @param name of the text, for a mistake.
     * @return the key.
     * @throws JournalException when it is none, one sentence.
     */
    public static SealPublicKey parse(final String pem, final String name)
    {
        return decode(Pem.parse(pem, Pem.PUBLIC, name), name);
    }

    /**
     * The key's short name.
     *
     * @return 32 hexadecimal digits.
     */
    public String id()
    {
        return id;
    }

    public SealAlgorithm algorithm()
    {
        return algorithm;
    }

    /**
     * The key as text.
     *
     * @return PEM.
     */
    public String pem()
    {
        return Pem.text(Pem.PUBLIC, key.getEncoded());
    }

    /** Whether this key's owner signed these bytes. */
    boolean verifies(final byte[] bytes, final byte[] signature)
    {
        try
        {
            final Signature verifier = Signature.getInstance(algorithm.signatureName());
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(signature);
        }
        catch (final GeneralSecurityException e)
        {
            // A signature that cannot even be read is not this key's.
            return false;
        }
    }

    private static SealPublicKey decode(final byte[] der, final String name)
    {
        for (final SealAlgorithm algorithm : SealAlgorithm.values())
        {
            try
            {
                return new SealPublicKey(
                    KeyFactory.getInstance(algorithm.keyFactoryName()).generatePublic(new X509EncodedKeySpec(der)));
            }
            catch (final GeneralSecurityException e)
            {
                // Not of this kind: the next is tried.
                continue;
            }
        }
        throw new JournalException(name + " holds no public key for a seal: must be Ed25519 or EC on P-256.");
    }
}
