package fds.journal.seal;

import java.util.List;
import java.util.Map;

/**
 * What a verification relies on that does not come from the journal's directory.
 *
 * @param keys    public keys of whoever may seal, by id; none: those in the directory, which are its own word.
 * @param journal id that the journal must have, or null.
 * @param anchors that are asked what was published.
 */
public record SealTrust(Map<String, SealPublicKey> keys, String journal, List<Anchor> anchors)
{
    /** Nothing is known from outside. */
    public static final SealTrust NONE = new SealTrust(Map.of(), null, List.of());

    /**
     * Whether anything outside the directory is relied on.
     *
     * @return false for {@link #NONE} and its like.
     */
    public boolean isAny()
    {
        return !keys.isEmpty() || journal != null || !anchors.isEmpty();
    }
}
