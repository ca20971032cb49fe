package fds.market.mute;

/**
 * What somebody wants muted. All that is named must fit a finding; at least one of the three is named.
 *
 * @param venue       name of the venue whose group it is; used only with a group or account.
 * @param detector    number, or 0: any.
 * @param ownerGroup  text of a named group, or empty.
 * @param account     text of an account that a finding is about or names, or empty.
 * @param instrument  id, or 0: any.
 * @param expiryNanos engine time until which it holds; in the past: the mute of the same is lifted.
 * @param author      who wants it.
 * @param reason      why.
 */
public record Mute(
    String venue,
    int detector,
    String ownerGroup,
    String account,
    int instrument,
    long expiryNanos,
    String author,
    String reason)
{
    /** Checks that something is named, and that somebody says why. */
    public Mute
    {
        if (detector == 0 && instrument == 0 && ownerGroup.isEmpty() && account.isEmpty())
        {
            throw new IllegalArgumentException("a mute names nothing: must name a detector, a group, an account or " +
                "an instrument");
        }
        if (!ownerGroup.isEmpty() && !account.isEmpty())
        {
            throw new IllegalArgumentException("a mute names group '" + ownerGroup + "' and account '" + account +
                "': must be one of them");
        }
        if (detector < 0 || detector > 999 || instrument < 0)
        {
            throw new IllegalArgumentException("a mute names detector " + detector + " and instrument " + instrument +
                ": must be 0 to 999, and 0 or more");
        }
        if (author.isBlank() || reason.isBlank())
        {
            throw new IllegalArgumentException(
                "a mute has author '" + author + "' and reason '" + reason + "': must have both");
        }
    }
}
