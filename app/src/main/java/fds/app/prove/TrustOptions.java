package fds.app.prove;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.app.UsageException;
import fds.journal.seal.SealPublicKey;
import fds.journal.seal.SealTrust;
import picocli.CommandLine.Option;

/** Options that tell what is known of a seal from outside the journal's directory. */
public final class TrustOptions
{
    @Option(names = "--public-key", paramLabel = "FILE",
        description = "Public key of whoever may seal (PEM); may be repeated.")
    private final List<Path> publicKeys = new ArrayList<>();

    @Option(names = "--anchor", paramLabel = "ANCHOR",
        description = "Ask this anchor which roots were published: " + Anchors.FORMS + "; may be repeated.")
    private final List<String> anchors = new ArrayList<>();

    @Option(names = "--journal-id", paramLabel = "HEX", description = "The id that the sealed journal must have.")
    private String journal;

    /**
     * What is trusted; close its anchors.
     *
     * @return as given.
     * @throws UsageException                      when an option is not understood.
     * @throws fds.journal.format.JournalException when a key cannot be read.
     */
    public SealTrust trust()
    {
        if (journal != null && !journal.matches("[0-9a-f]{32}"))
        {
            throw new UsageException("--journal-id is '" + journal + "': must be 32 hexadecimal digits");
        }
        final Map<String, SealPublicKey> keys = new TreeMap<>();
        for (final Path file : publicKeys)
        {
            final SealPublicKey key = SealPublicKey.read(file);
            keys.put(key.id(), key);
        }
        return new SealTrust(keys, journal, Anchors.open(anchors, null));
    }
}
