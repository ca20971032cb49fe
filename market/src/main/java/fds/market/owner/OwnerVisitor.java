package fds.market.owner;

/** Is shown who owns accounts. */
@FunctionalInterface
public interface OwnerVisitor
{
    /**
     * One account.
     *
     * @param venueId of the account.
     * @param account id.
     * @param group   id of its group, or {@link fds.market.event.Absent#UNKNOWN_ID}: its own.
     * @param role    code of {@link Role}.
     */
    void onOwner(int venueId, long account, long group, int role);
}
