package fds.actions.policy;

import java.util.Random;

import fds.market.codec.decision.DetectionEncoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionState;
import fds.market.finding.SubjectKind;
import fds.market.finding.Typology;
import fds.market.owner.OwnerGroups;
import org.agrona.concurrent.UnsafeBuffer;

/** Shows a policy one thing after another and allocates nothing itself. */
final class QuietHarness
{
    private final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final DetectionEncoder detection = new DetectionEncoder();
    private final Random random = new Random(3);
    private final ResponsePolicy policy;
    private long sequence;
    private long timeNanos;
    private long decisions;

    QuietHarness(final PolicyConfig config)
    {
        policy = new ResponsePolicy(config, new OwnerGroups(16), (memory, offset, length) -> decisions++);
    }

    long decisions()
    {
        return decisions;
    }

    void step()
    {
        sequence++;
        timeNanos += 100_000_000L;
        final long account = 1 + random.nextInt(100);
        switch (random.nextInt(5))
        {
            case 0 -> policy.onEvent(
                event.clear().kind(Kind.TICK).sequence(sequence).engineTimeNanos(timeNanos), null);
            case 1 -> policy.onEvent(event.clear().kind(Kind.WITHDRAW_REQUEST).venueId(1).instrumentId(1)
                .accountId(account).reference(sequence).quantityLots(1).sequence(sequence)
                .engineTimeNanos(timeNanos), null);
            case 2 ->
            {
                policy.onEvent(event.clear().kind(Kind.ORDER_REQUEST).venueId(1).instrumentId(1).accountId(account)
                    .orderId(sequence).sequence(sequence).engineTimeNanos(timeNanos), null);
                tell(DetectionState.FINDING, Typology.FAT_FINGER, account, 2);
            }
            default -> tell(DetectionState.OPENED, Typology.SPOOFING, account, random.nextInt(4));
        }
    }

    private void tell(final DetectionState state, final Typology typology, final long account, final int severity)
    {
        detection.wrapAndApplyHeader(buffer, 0, header).sequence(sequence).engineTime(timeNanos)
            .causeSequence(sequence).alert(sequence).tags(1).instrument(1).venue(1).state((short)state.ordinal())
            .typology((short)typology.ordinal()).severity((short)severity)
            .subjectKind((short)SubjectKind.ACCOUNT.ordinal()).subject(account);
        detection.accountsCount(1).next().account(account);
        detection.scorePartsCount(0);
        detection.predicatesCount(0);
        detection.evidenceCount(0);
        policy.onDecision(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + detection.encodedLength());
    }
}
