package fds.actions.policy;

import fds.actions.notice.Notice;

/** What the policy wants to be done, written again and again in the same place. Owned by one thread. */
final class ActionProposal
{
    /** Most alerts named as ground of one action. */
    static final int GROUNDS_MAX = 4;

    int venueId;
    int instrumentId;
    long account;
    ActionKind kind;
    int level;
    int typology;
    int role;
    long tags;
    long order;
    long reference;
    long value;
    long discriminator; // what sets apart two actions of one kind for one account: the order, the request
    boolean approvalNeeded;
    Notice notice;
    ActionCause cause;
    final long[] grounds = new long[GROUNDS_MAX];
    int groundCount;
    long groundKey; // what the ground is to the idempotency key: the first alert, or the change of risk

    void clearGrounds()
    {
        groundCount = 0;
        groundKey = 0;
    }

    /** Further ones than fit are left out: the first is what the key is made of. */
    void addGround(final long alert)
    {
        for (int i = 0; i < groundCount; i++)
        {
            if (grounds[i] == alert)
            {
                return;
            }
        }
        if (groundCount < GROUNDS_MAX)
        {
            grounds[groundCount++] = alert;
        }
        if (groundKey == 0)
        {
            groundKey = alert;
        }
    }

    /** The same ground, subject and kind have the same key for ever. Never 0. */
    long idempotencyKey()
    {
        long h = KeyedRows.mix(0x4143544BL ^ groundKey);
        h = KeyedRows.mix(h ^ venueId);
        h = KeyedRows.mix(h ^ account);
        h = KeyedRows.mix(h ^ kind.ordinal());
        h = KeyedRows.mix(h ^ discriminator);
        return h == 0 ? 1 : h;
    }

    /** Of all actions of this kind for this account: where those in force are found. */
    long standingHash()
    {
        return KeyedRows.mix(KeyedRows.mix(account ^ (long)venueId << 48) ^ kind.ordinal() ^ discriminator << 4);
    }
}
