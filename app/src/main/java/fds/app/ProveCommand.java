package fds.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.prove.AlertRecords;
import fds.app.prove.ProofFile;
import fds.app.setup.DetectorCatalog;
import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.view.JournalAlerts;
import fds.app.view.JournalTexts;
import fds.app.view.Printer;
import fds.journal.seal.Prover;
import fds.journal.seal.SealProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves one alert without the rest of its journal. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = "Write a small file with one alert, its evidence and the hashes that lead to the seal's published " +
        "root; 'fds check' verifies it without the journal.")
public final class ProveCommand implements Callable<Integer>
{
    @Parameters(index = "0", paramLabel = "DIR", description = "Directory of a sealed journal.")
    private Path directory;

    @Parameters(index = "1", paramLabel = "ALERT",
        description = "Id of an alert, the beginning of one, its row in 'fds alerts', or 'last'.")
    private String name;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; default proof-ALERT.json.")
    private Path out;

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private List<Path> jars = List.of();

    @Override
    public Integer call()
    {
        final AlertView alert = JournalAlerts.read(directory).find(name).alert();
        final Path file = out == null ? Path.of("proof-" + alert.idText() + ".json") : out;
        OutFile.requireWritable(file);
        final AlertRecords records = AlertRecords.of(directory, alert);
        final SealProof proof = Prover.prove(directory, records.events(), records.decisions());
        final AlertWords words =
            new AlertWords(JournalTexts.read(directory, JournalTexts.ALERT_SPACES), new DetectorCatalog(jars));
        final byte[] bytes = ProofFile.bytes(proof, alert.idText(), words.summaryEn(alert));
        OutFile.write(file, bytes);
        if (records.findingsLeftOut() > 0)
        {
            Printer.tell(records.findingsLeftOut() + " findings of this alert are left out, so that the file is small");
        }
        if (proof.receipts().isEmpty())
        {
            Printer.tell("the head of this proof is at no anchor yet: whoever checks it needs its root or the " +
                "signer's key from you");
        }
        System.out.println("alert=" + alert.idText() + " file=" + file + " bytes=" + bytes.length + " records=" +
            proof.records().size() + " block=" + proof.head().header().number() + " root=" +
            proof.head().header().root());
        return ExitCode.DONE;
    }
}
