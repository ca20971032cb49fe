package fds.app.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import fds.journal.seal.Anchor;
import fds.journal.seal.BlockHeader;
import fds.journal.seal.SealHead;
import fds.journal.seal.SealTrust;

/** Asks anchors whether they hold the head that a proof stands on. */
public final class AnchorCheck
{
    private AnchorCheck()
    {
    }

    /**
     * What anchors, and a wanted id, have against a head.
     *
     * @param head  of a proof.
     * @param trust anchors and journal.
     * @return sentences; empty when each anchor holds it.
     */
    public static List<String> wrongIn(final BlockHeader head, final SealTrust trust)
    {
        final List<String> wrong = new ArrayList<>();
        if (trust.journal() != null && !trust.journal().equals(head.journal()))
        {
            wrong.add("the proof is of journal " + head.journal() + ", not of " + trust.journal());
        }
        for (final Anchor anchor : trust.anchors())
        {
            try
            {
                final List<SealHead> heads = anchor.published(head.journal()).stream()
                    .filter(published -> published.block() == head.number()).toList();
                if (heads.isEmpty() || heads.stream().anyMatch(published -> !published.root().equals(head.root())))
                {
                    wrong.add("the anchor " + anchor.name() + " holds " + (heads.isEmpty() ? "no root" :
                        "another root") + " of block " + head.number() + " of journal " + head.journal());
                }
            }
            catch (final IOException e)
            {
                wrong.add("the anchor " + anchor.name() + " cannot be asked: " + e.getMessage());
            }
        }
        return wrong;
    }
}
