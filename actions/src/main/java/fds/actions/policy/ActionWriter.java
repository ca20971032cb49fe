package fds.actions.policy;

import fds.market.account.DecisionSink;
import fds.market.codec.decision.ActionEncoder;
import fds.market.codec.decision.BlindSpotEncoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.partition.BlindSpotCause;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes what was decided as records of {@code decisions.xml}. Owned by one thread; allocates nothing. */
final class ActionWriter
{
    private static final int LENGTH_MAX = MessageHeaderEncoder.ENCODED_LENGTH + ActionEncoder.BLOCK_LENGTH +
        ActionEncoder.AlertsEncoder.HEADER_SIZE + Long.BYTES * ActionProposal.GROUNDS_MAX;
    private static final int NO_TABLE = 0xFF;

    private final ActionMode mode;
    private final DecisionSink sink;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ActionEncoder action = new ActionEncoder();
    private final BlindSpotEncoder blindSpot = new BlindSpotEncoder();
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[LENGTH_MAX]);

    ActionWriter(final ActionMode mode, final DecisionSink sink)
    {
        this.mode = mode;
        this.sink = sink;
    }

    void action(
        final ActionProposal shown,
        final long id,
        final long key,
        final ActionState state,
        final ActionCause cause,
        final int attempt,
        final long expiryNanos,
        final long sequence,
        final long timeNanos)
    {
        record.setMemory(0, LENGTH_MAX, (byte)0);
        action.wrapAndApplyHeader(record, 0, header)
            .sequence(sequence)
            .engineTime(timeNanos)
            .action(id)
            .idempotencyKey(key)
            .account(shown.account)
            .order(shown.order)
            .expiryTime(expiryNanos)
            .value(shown.value)
            .tags(shown.tags)
            .instrument(shown.instrumentId)
            .venue(shown.venueId)
            .actionKind((short)shown.kind.ordinal())
            .mode((short)mode.ordinal())
            .level((short)shown.level)
            .approvalNeeded((short)(shown.approvalNeeded ? 1 : 0))
            .tippingOffSafe((short)(shown.kind.mayBeShown() ? 1 : 0))
            .noticeText((short)shown.notice.ordinal())
            .state((short)state.ordinal())
            .cause((short)cause.ordinal())
            .typology((short)shown.typology)
            .role((short)shown.role)
            .attempt((short)attempt)
            .reference(shown.reference);
        final ActionEncoder.AlertsEncoder alerts = action.alertsCount(shown.groundCount);
        for (int i = 0; i < shown.groundCount; i++)
        {
            alerts.next().alert(shown.grounds[i]);
        }
        sink.onDecision(record, 0, MessageHeaderEncoder.ENCODED_LENGTH + action.encodedLength());
    }

    void blindSpot(
        final BlindSpotCause cause,
        final long subject,
        final long value,
        final int venueId,
        final long sequence,
        final long timeNanos)
    {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + BlindSpotEncoder.BLOCK_LENGTH;
        record.setMemory(0, length, (byte)0);
        blindSpot.wrapAndApplyHeader(record, 0, header).sequence(sequence).engineTime(timeNanos).subject(subject)
            .value(value).venue(venueId).cause((short)cause.ordinal()).table((short)NO_TABLE);
        sink.onDecision(record, 0, length);
    }
}
