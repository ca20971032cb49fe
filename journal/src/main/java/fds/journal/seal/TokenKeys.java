package fds.journal.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;

import fds.journal.format.JournalException;

/**
 * Signing keys that never leave a token (HSM, smart card, SoftHSM), through Java's SunPKCS11. Which algorithms a token
 * can be used with is the platform's matter: SunPKCS11 of JDK 17 and 25 signs with ECDSA and knows no Ed25519.
 */
public final class TokenKeys
{
    private static final String PROVIDER = "SunPKCS11";

    private TokenKeys()
    {
    }

    /**
     * Open a key of a token.
     *
     * @param configuration file for SunPKCS11: {@code name}, {@code library}, {@code slot} and so on.
     * @param alias         name of the key, which must have a certificate: SunPKCS11 shows no key without.
     * @param pin           of the token's user.
     * @return ready to sign.
     * @throws JournalException when there is no such token or key, or it cannot sign for a seal; one sentence.
     */
    public static SealSigner read(final Path configuration, final String alias, final char[] pin)
    {
        final Provider base = Security.getProvider(PROVIDER);
        if (base == null)
        {
            throw new JournalException("This Java platform has no " + PROVIDER + " (module jdk.crypto.cryptoki).");
        }
        if (!Files.isRegularFile(configuration))
        {
            throw new JournalException("There is no configuration of a token " + configuration + ".");
        }
        final String name = "token " + configuration + ", key '" + alias + "'";
        try
        {
            final Provider provider = base.configure(configuration.toString());
            final KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            final Certificate certificate = store.getCertificate(alias);
            if (certificate == null || !(store.getKey(alias, null) instanceof PrivateKey key))
            {
                throw new JournalException("There is no " + name + " with a certificate.");
            }
            final SealPublicKey publicKey = new SealPublicKey(certificate.getPublicKey());
            if (provider.getService("Signature", publicKey.algorithm().signatureName()) == null)
            {
                throw new JournalException("The " + name + " cannot be used: this token or this Java platform does " +
                    "not sign with " + publicKey.algorithm().word() + " in tokens.");
            }
            return new SealSigner(key, publicKey, provider, name);
        }
        catch (final GeneralSecurityException | IOException | ProviderException | IllegalArgumentException e)
        {
            throw new JournalException("The " + name + " cannot be opened: " + rootOf(e).getMessage() + ".", e);
        }
    }

    /** What the token said lies below what Java makes of it. */
    private static Throwable rootOf(final Throwable failure)
    {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause().getMessage() != null)
        {
            root = root.getCause();
        }
        return root;
    }
}
