package fds.market.detector;

/** What a detector must be told to work. */
public enum Knowledge
{
    PUBLIC_PRICES,
    ORDER_BY_ORDER,
    ACCOUNTS,
    BALANCES
}
