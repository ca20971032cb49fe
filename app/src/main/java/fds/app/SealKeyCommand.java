package fds.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import fds.journal.seal.SealKeys;
import fds.journal.seal.SealPublicKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a key for the seal. */
@Command(
    name = "seal-key",
    mixinStandardHelpOptions = true,
    description = "Make a new Ed25519 key for 'fds seal': FILE, which only its owner can read, and FILE.pub.")
public final class SealKeyCommand implements Callable<Integer>
{
    @Parameters(paramLabel = "FILE", description = "File of the private key; must not be there yet.")
    private Path file;

    @Override
    public Integer call()
    {
        final SealPublicKey key = SealKeys.make(file);
        System.out.println("key=" + key.id() + " algorithm=" + key.algorithm().word() + " private=" + file +
            " public=" + file + ".pub");
        return ExitCode.DONE;
    }
}
