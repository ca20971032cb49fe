package fds.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.view.Printer;
import fds.app.view.Pseudonyms;
import fds.market.event.IdSpace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds pseudonym}: who in a pseudonymous export is the account one knows, for whoever holds the key. */
@Command(name = "pseudonym", mixinStandardHelpOptions = true,
    description = "Names as they stand in exports made with a key ('fds export --pseudonyms'), and the key itself.")
final class PseudonymCommand implements Callable<Integer>
{
    @ArgGroup(multiplicity = "1")
    private Key key;

    @Option(names = "--of", paramLabel = "WHAT", defaultValue = "ACCOUNT",
        description = "What the names name: account, owner_group or reference; account when absent.")
    private What what;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Accounts as the venue knows them.")
    private List<String> names = List.of();

    /** What has pseudonyms. */
    enum What
    {
        ACCOUNT(IdSpace.ACCOUNT),
        OWNER_GROUP(IdSpace.OWNER_GROUP),
        REFERENCE(IdSpace.REFERENCE);

        private final int idSpace;

        What(final int idSpace)
        {
            this.idSpace = idSpace;
        }
    }

    /** One of the two. */
    private static final class Key
    {
        @Option(names = "--key", paramLabel = "FILE", required = true, description = "The key of the export.")
        private Path file;

        @Option(names = "--new-key", paramLabel = "FILE", required = true,
            description = "Make a key. Keep it apart from what is exported with it.")
        private Path made;
    }

    @Override
    public Integer call()
    {
        if (key.made != null)
        {
            Pseudonyms.newKey(key.made);
            Printer.tell("key written to " + key.made + "; who holds it can find a person in an export, so keep it " +
                "apart from exports");
        }
        else if (names.isEmpty())
        {
            throw new UsageException("NAME is missing: of whom is the pseudonym wanted?");
        }
        final Pseudonyms pseudonyms = Pseudonyms.read(key.made != null ? key.made : key.file);
        for (final String name : names)
        {
            System.out.println(name + " " + pseudonyms.of(what.idSpace, name));
        }
        return ExitCode.DONE;
    }
}
