package fds.market.finding;

/** Whom or what a finding is about. The ordinal is the code in the journal. */
public enum SubjectKind
{
    INSTRUMENT,
    ACCOUNT,
    OWNER_GROUP,
    ACCOUNT_PAIR
}
