package fds.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.prove.SealAnswer;
import fds.app.prove.TrustOptions;
import fds.app.run.Progress;
import fds.app.run.Verification;
import fds.app.setup.Settings;
import fds.app.view.JournalTexts;
import fds.journal.format.JournalDamagedException;
import fds.journal.format.Problem;
import fds.journal.seal.Anchor;
import fds.journal.seal.SealTrust;
import fds.journal.verify.JournalVerifier;
import fds.journal.verify.VerifyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds verify}: the journal is whole, its seal holds, and replaying it gives its decisions byte for byte. */
@Command(name = "verify", mixinStandardHelpOptions = true,
    description = "Check that a journal is whole, that it is what was sealed, and that replaying it gives its " +
        "decisions, byte for byte.")
final class VerifyCommand implements Callable<Integer>
{
    private static final int SHOWN = 20;

    @Parameters(paramLabel = "DIR", description = "Directory of the journal.")
    private Path directory;

    @Option(names = "--expect", paramLabel = "DIR2", description = "Compare the decisions of two journals instead.")
    private Path expected;

    @Mixin
    private RunOptions options;

    @Mixin
    private TrustOptions trusted;

    @Override
    public Integer call()
    {
        JournalTexts.requireJournal(directory);
        if (expected != null)
        {
            return answer(Verification.compare(directory, JournalTexts.requireJournal(expected)), "");
        }
        final Settings settings = options.settings();
        final VerifyReport report = JournalVerifier.verify(directory);
        for (final Problem problem : report.problems().subList(0, Math.min(SHOWN, report.problems().size())))
        {
            System.out.println(problem);
        }
        if (!report.isWhole())
        {
            System.out.println("verify=failed problems=" + report.problemCount() + " events=" + report.events() +
                " decisions=" + report.decisionRecords());
            return ExitCode.ANSWER_NO;
        }
        final SealAnswer seal = seal();
        seal.lines().forEach(System.out::println);
        if (!seal.holds())
        {
            return answer(List.of("verify=failed"), " " + seal.facts());
        }
        try (Progress progress = new Progress(() -> "replaying the journal to compare its decisions"))
        {
            return answer(Verification.replay(directory, settings), " " + seal.facts());
        }
        catch (final JournalDamagedException e)
        {
            return answer(List.of(e.getMessage(), "verify=failed"), "");
        }
    }

    private SealAnswer seal()
    {
        final SealTrust trust = trusted.trust();
        try (Progress progress = new Progress(() -> "comparing the journal with its seal"))
        {
            return SealAnswer.of(directory, trust);
        }
        finally
        {
            trust.anchors().forEach(Anchor::close);
        }
    }

    /** The last line says how it went, with what else there is to say behind it. */
    private static int answer(final List<String> lines, final String facts)
    {
        lines.subList(0, lines.size() - 1).forEach(System.out::println);
        System.out.println(lines.get(lines.size() - 1) + facts);
        return lines.get(lines.size() - 1).startsWith("verify=ok") ? ExitCode.DONE : ExitCode.ANSWER_NO;
    }
}
