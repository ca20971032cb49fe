package fds.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import fds.journal.seal.SealKeys;
import fds.journal.seal.SealSigner;
import fds.journal.seal.TokenKeys;
import picocli.CommandLine.Option;

/** Options that tell where the key of the signer is: in a file, or in a token. */
final class SignerOptions
{
    @Option(names = "--key", paramLabel = "FILE",
        description = "Private key of the signer, its public one in FILE.pub; 'fds seal-key FILE' makes them.")
    private Path key;

    @Option(names = "--pkcs11", paramLabel = "FILE",
        description = "Configuration of a token for Java's SunPKCS11 (name, library, slot), instead of --key.")
    private Path token;

    @Option(names = "--alias", paramLabel = "NAME", description = "Name of the key in the token.")
    private String alias;

    @Option(names = "--pin-file", paramLabel = "FILE", description = "File with the token's PIN.")
    private Path pinFile;

    SealSigner open()
    {
        if ((key == null) == (token == null))
        {
            throw new UsageException("give --key FILE, or --pkcs11 FILE with --alias and --pin-file: one of them");
        }
        if (key != null)
        {
            return SealKeys.read(key);
        }
        if (alias == null || pinFile == null)
        {
            throw new UsageException("--pkcs11 is given: --alias and --pin-file must be too");
        }
        try
        {
            return TokenKeys.read(token, alias, Files.readString(pinFile).strip().toCharArray());
        }
        catch (final IOException e)
        {
            throw new UsageException("--pin-file is '" + pinFile + "': cannot be read");
        }
    }
}
