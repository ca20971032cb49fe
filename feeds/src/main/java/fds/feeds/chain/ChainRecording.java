package fds.feeds.chain;

import fds.feeds.draft.Recording;

/** What all recordings of the Ethereum chain have in common. */
abstract class ChainRecording extends Recording
{
    ChainRecording(final String word)
    {
        super(word);
    }

    @Override
    public final boolean isOneStream()
    {
        return true;
    }

    @Override
    public final String assumption()
    {
        return BlockClock.ASSUMPTION;
    }

    @Override
    public final String venue(final String fileName)
    {
        return "ETHEREUM";
    }
}
