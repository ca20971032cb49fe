package fds.app.prove;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.journal.seal.SealFiles;
import fds.journal.seal.SealReport;
import fds.journal.seal.SealTrust;
import fds.journal.seal.SealVerifier;

/**
 * What a journal's seal says about it, for people and for the last line of {@code fds verify}.
 *
 * @param holds whether nothing is wrong; true for a journal without a seal of which nobody expects one.
 * @param lines for people.
 * @param facts for the last line, as {@code key=value}.
 */
public record SealAnswer(boolean holds, List<String> lines, String facts)
{
    private static final int SHOWN = 20;

    /**
     * Check the seal of a journal.
     *
     * @param journal directory.
     * @param trust   what is known from outside.
     * @return the answer.
     */
    public static SealAnswer of(final Path journal, final SealTrust trust)
    {
        if (!SealFiles.isSealed(journal))
        {
            return trust.isAny() ?
                new SealAnswer(false, List.of("there is no seal in " + SealFiles.folder(journal)), "seal=missing") :
                new SealAnswer(true, List.of(), "seal=none");
        }
        final SealReport report = SealVerifier.verify(journal, trust);
        final List<String> lines = new ArrayList<>();
        report.problems().stream().limit(SHOWN).forEach(problem -> lines.add("seal: " + problem));
        if (report.unsealedEvents() + report.unsealedDecisions() > 0)
        {
            lines.add("seal: not sealed yet: the last " + report.unsealedEvents() + " events and " +
                report.unsealedDecisions() + " decision records");
        }
        if (report.holds() && report.isSelfAsserted())
        {
            lines.add("seal: the signer's key is the directory's own word: --public-key says whose it must be");
        }
        if (report.holds() && trust.anchors().isEmpty())
        {
            lines.add("seal: no anchor was asked, so an older copy of the whole directory would look the same: " +
                "--anchor says where its heads were published");
        }
        return new SealAnswer(report.holds(), List.copyOf(lines), facts(report));
    }

    private static String facts(final SealReport report)
    {
        return (report.holds() ? "seal=ok" : "seal=failed seal_problems=" + report.problemCount()) +
            " blocks=" + report.blocks() + " unsealed_events=" + report.unsealedEvents() +
            " unsealed_decisions=" + report.unsealedDecisions() +
            (report.anchoredBlock() < 0 ? "" : " anchored_block=" + report.anchoredBlock()) +
            (report.root().isEmpty() ? "" : " journal=" + report.journal() + " root=" + report.root());
    }
}
