package fds.journal.seal;

import java.security.PublicKey;

import fds.journal.format.JournalException;

/** How headers are signed. */
public enum SealAlgorithm
{
    /** RFC 8032, over the header's bytes. */
    ED25519("Ed25519", "Ed25519", "Ed25519"),

    /** FIPS 186-4 on the curve P-256 over SHA-256 of the header's bytes, for tokens that have no Ed25519. */
    ECDSA_P256("ECDSA-P256-SHA256", "SHA256withECDSA", "EC");

    private final String word;
    private final String signature;
    private final String keyFactory;

    SealAlgorithm(final String word, final String signature, final String keyFactory)
    {
        this.word = word;
        this.signature = signature;
        this.keyFactory = keyFactory;
    }

    /**
     * The name in headers.
     *
     * @return for example {@code Ed25519}.
     */
    public String word()
    {
        return word;
    }

    /** The name that the Java platform has for signatures. */
    String signatureName()
    {
        return signature;
    }

    /** The name that the Java platform has for its keys. */
    String keyFactoryName()
    {
        return keyFactory;
    }

    static SealAlgorithm named(final String word)
    {
        for (final SealAlgorithm algorithm : values())
        {
            if (algorithm.word.equals(word))
            {
                return algorithm;
            }
        }
        throw new JournalException(
            "The seal names the algorithm '" + word + "': must be Ed25519 or ECDSA-P256-SHA256.");
    }

    /** The algorithm that signs with keys like this one. */
    static SealAlgorithm of(final PublicKey key)
    {
        return switch (key.getAlgorithm())
        {
            case "EdDSA", "Ed25519" -> ED25519;
            case "EC" -> ECDSA_P256;
            default -> throw new JournalException(
                "A key for the seal is of kind " + key.getAlgorithm() + ": must be Ed25519 or EC on P-256.");
        };
    }
}
