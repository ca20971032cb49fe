package fds.market.account;

import org.agrona.DirectBuffer;

/** Takes records of {@code decisions.xml}, one at a time and in their order. Called on the account stage's thread. */
@FunctionalInterface
public interface DecisionSink
{
    /**
     * A decision was made.
     *
     * @param buffer valid only during the call.
     * @param offset of the record's first byte, its SBE header.
     * @param length in bytes.
     */
    void onDecision(DirectBuffer buffer, int offset, int length);
}
