package fds.journal.seal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;

import fds.journal.format.JournalException;

/** A private key that signs headers, from a file or a token. Owned by one thread. */
public final class SealSigner
{
    private final PrivateKey key;
    private final SealPublicKey publicKey;
    private final Provider provider; // null: whichever can

    SealSigner(final PrivateKey key, final SealPublicKey publicKey, final Provider provider, final String name)
    {
        this.key = key;
        this.publicKey = publicKey;
        this.provider = provider;
        final byte[] trial = SealHash.ascii("fds-seal trial");
        if (!publicKey.verifies(trial, sign(trial)))
        {
            throw new JournalException(name + ": the public key beside it does not belong to it.");
        }
    }

    /**
     * The key that verifies what this one signs.
     *
     * @return public.
     */
    public SealPublicKey publicKey()
    {
        return publicKey;
    }

    byte[] sign(final byte[] bytes)
    {
        try
        {
            final String name = publicKey.algorithm().signatureName();
            final Signature signature =
                provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        }
        catch (final GeneralSecurityException | ProviderException e)
        {
            throw new JournalException("The seal cannot be signed with key " + publicKey.id() + ": " +
                e.getMessage() + ".", e);
        }
    }
}
