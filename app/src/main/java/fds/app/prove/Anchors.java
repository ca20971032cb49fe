package fds.app.prove;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.anchors.ethereum.EthereumAnchor;
import fds.anchors.ethereum.EthereumPlace;
import fds.anchors.http.HttpAnchor;
import fds.app.UsageException;
import fds.journal.seal.Anchor;
import fds.journal.seal.FileAnchor;

/** Anchors as the command line names them. */
public final class Anchors
{
    /** What can be given. */
    public static final String FORMS = "file:PATH, http(s)://... or ethereum:URL#contract=0x...&from=0x...";

    /** What an HTTP endpoint wants to know of whom it answers, from the environment. */
    private static final String TOKEN = "FDS_ANCHOR_TOKEN";

    private static final String FILE = "file:";
    private static final String ETHEREUM = "ethereum:";

    private Anchors()
    {
    }

    /**
     * Open anchors.
     *
     * @param names   of them, as in {@link #FORMS}.
     * @param keyFile private key for Ethereum, or null when nothing is published there.
     * @return in the same order.
     * @throws UsageException when one is not understood.
     */
    public static List<Anchor> open(final List<String> names, final Path keyFile)
    {
        final List<Anchor> anchors = new ArrayList<>();
        for (final String name : names)
        {
            try
            {
                anchors.add(open(name, keyFile));
            }
            catch (final IllegalArgumentException e)
            {
                throw new UsageException("--anchor is '" + name + "': " + e.getMessage());
            }
        }
        return anchors;
    }

    /**
     * Make the contract that Ethereum's roots are sent to.
     *
     * @param name    {@code ethereum:URL}.
     * @param keyFile private key of the sender.
     * @return the anchor's name.
     * @throws UsageException when the name is not understood or the chain does not take it.
     */
    public static String createContract(final String name, final Path keyFile)
    {
        try
        {
            return EthereumAnchor.create(EthereumPlace.parse(name), key(keyFile)).text();
        }
        catch (final IOException | IllegalArgumentException e)
        {
            throw new UsageException("no contract was made at '" + name + "': " + e.getMessage());
        }
    }

    private static Anchor open(final String name, final Path keyFile)
    {
        if (name.startsWith(FILE) && name.length() > FILE.length())
        {
            return new FileAnchor(Path.of(name.substring(FILE.length())));
        }
        if (name.startsWith(ETHEREUM))
        {
            return new EthereumAnchor(EthereumPlace.parse(name), keyFile == null ? null : key(keyFile));
        }
        if (name.matches("https?://[^\\s/]+.*"))
        {
            return new HttpAnchor(URI.create(name), System.getenv(TOKEN));
        }
        throw new IllegalArgumentException("must be " + FORMS);
    }

    private static String key(final Path file)
    {
        try
        {
            return Files.readString(file).strip();
        }
        catch (final IOException e)
        {
            throw new UsageException("--ethereum-key is '" + file + "': cannot be read");
        }
    }
}
