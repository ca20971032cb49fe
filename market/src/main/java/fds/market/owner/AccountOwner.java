package fds.market.owner;

/**
 * What a source knows of an account.
 *
 * @param venue      name of the venue.
 * @param account    as the source writes it.
 * @param ownerGroup as the source writes it; empty: the account is its own group.
 * @param role       {@code market_maker}, {@code fund}, {@code house}, … or empty.
 */
public record AccountOwner(String venue, String account, String ownerGroup, String role)
{
}
