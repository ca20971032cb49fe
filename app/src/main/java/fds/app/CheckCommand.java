package fds.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import fds.app.prove.AnchorCheck;
import fds.app.prove.ProofFile;
import fds.app.prove.ProvedAlert;
import fds.app.prove.TrustOptions;
import fds.app.setup.DetectorCatalog;
import fds.app.view.Printer;
import fds.journal.seal.Anchor;
import fds.journal.seal.BlockHeader;
import fds.journal.seal.ProofCheck;
import fds.journal.seal.SealProof;
import fds.journal.seal.SealPublicKey;
import fds.journal.seal.SealReceipt;
import fds.journal.seal.SealTrust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a proof without its journal. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Check a file that 'fds prove' wrote, without its journal: with the published root, an anchor " +
        "that has it, the signer's public key, or several of them.")
public final class CheckCommand implements Callable<Integer>
{
    @Parameters(paramLabel = "FILE", description = "A proof.")
    private Path file;

    @Option(names = "--root", paramLabel = "HEX", description = "The published root: 64 hexadecimal digits.")
    private String root;

    @Mixin
    private TrustOptions trusted;

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private List<Path> jars = List.of();

    @Override
    public Integer call()
    {
        final SealProof proof = ProofFile.read(file);
        final BlockHeader head = proof.head().header();
        if (root != null && !root.matches("[0-9a-f]{64}"))
        {
            throw new UsageException("--root is '" + root + "': must be 64 hexadecimal digits");
        }
        final SealTrust trust = trusted.trust();
        if (root == null && trust.keys().isEmpty() && trust.anchors().isEmpty())
        {
            throw new UsageException("a proof says nothing of itself: give --root, --anchor or --public-key, from " +
                "whoever published them; the root of " + file + " is " + head.root());
        }
        final Map<String, SealPublicKey> keys = trust.keys();
        final List<String> wrong = new ArrayList<>(ProofCheck.wrongIn(proof, root, keys));
        wrong.addAll(AnchorCheck.wrongIn(head, trust));
        trust.anchors().forEach(Anchor::close);
        final ProvedAlert alert = wrong.isEmpty() ? ProvedAlert.of(proof, new DetectorCatalog(jars)) : null;
        final PrintWriter out = Printer.results();
        wrong.forEach(out::println);
        if (wrong.isEmpty())
        {
            if (alert != null)
            {
                alert.lines().forEach(out::println);
            }
            tell(proof, head, keys, out);
        }
        out.println((wrong.isEmpty() ? "check=ok" : "check=failed problems=" + wrong.size()) +
            (alert == null ? "" : " alert=" + alert.id()) + " records=" + proof.records().size() + " journal=" +
            head.journal() + " block=" + head.number() + " root=" + head.root());
        out.flush();
        return wrong.isEmpty() ? ExitCode.DONE : ExitCode.ANSWER_NO;
    }

    private void tell(
        final SealProof proof, final BlockHeader head, final Map<String, SealPublicKey> keys, final PrintWriter out)
    {
        out.println("sealed in " + proof.blocks().size() + " blocks of journal " + head.journal() + ", the newest at " +
            (proof.blocks().isEmpty() ? head : proof.blocks().get(proof.blocks().size() - 1).block().header()).time() +
            ", under block " + head.number() + " of " + head.time());
        out.println("signed by key " + head.key() + " (" + head.algorithm().word() + ")" +
            (keys.isEmpty() ? ", which the file itself names: it is the published root that was trusted" :
            ", which was trusted"));
        for (final SealReceipt receipt : proof.receipts())
        {
            out.println("said to be published at " + receipt.anchor() + ", " + receipt.reference());
        }
    }
}
