package fds.market.finding;

import fds.market.codec.decision.DetectionEncoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes a finding as a Detection record of {@code decisions.xml}. Owned by one thread; allocates nothing.
 */
public final class DetectionCodec
{
    /** More bytes than any record takes. */
    public static final int LENGTH_MAX = 2048;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final DetectionEncoder encoder = new DetectionEncoder();

    /**
     * Write a finding. The fields of an episode (alert id, count, state) are those of a lone finding.
     *
     * @param finding to write.
     * @param target  with {@value #LENGTH_MAX} bytes behind the offset.
     * @param offset  of the first byte.
     * @return bytes written.
     */
    public int encode(final Finding finding, final UnsafeBuffer target, final int offset)
    {
        encoder.wrapAndApplyHeader(target, offset, header)
            .sequence(finding.toldSequence())
            .engineTime(finding.engineTimeNanos())
            .causeSequence(finding.causeSequence())
            .causeVenueTime(finding.causeVenueTimeNanos())
            .firstSequence(finding.firstSequence())
            .firstVenueTime(finding.firstVenueTimeNanos())
            .alert(0)
            .parametersHash(finding.parametersHash())
            .subject(finding.subjectId())
            .counterSubject(finding.counterSubjectId())
            .ownerGroup(finding.ownerGroupId())
            .ownerMapVersion(finding.ownerMapVersion())
            .benefitHigh(finding.benefitHigh())
            .benefitLow(finding.benefitLow())
            .bidBeforeTicks(finding.bidBeforeTicks())
            .askBeforeTicks(finding.askBeforeTicks())
            .bidAfterTicks(finding.bidAfterTicks())
            .askAfterTicks(finding.askAfterTicks())
            .tags(finding.tags())
            .findingCount(1)
            .evidenceOverflow(finding.evidenceOverflow())
            .instrument(finding.instrumentId())
            .detector(finding.detector())
            .detectorVersion(finding.detectorVersion())
            .venue(finding.venueId())
            .state((short)DetectionState.FINDING.ordinal())
            .typology((short)finding.typology())
            .severity((short)finding.severity())
            .score((short)finding.score())
            .subjectKind((short)finding.subjectKind())
            .ownerGroupKind((short)finding.ownerGroupKind())
            .benefitMethod((short)finding.benefitMethod())
            .closeCause((short)0);
        final DetectionEncoder.AccountsEncoder accounts = encoder.accountsCount(finding.accountCount());
        for (int i = 0; i < finding.accountCount(); i++)
        {
            accounts.next().account(finding.account(i));
        }
        final DetectionEncoder.ScorePartsEncoder parts = encoder.scorePartsCount(finding.scorePartCount());
        for (int i = 0; i < finding.scorePartCount(); i++)
        {
            parts.next().part((short)finding.scorePart(i)).points((short)finding.scorePoints(i));
        }
        final DetectionEncoder.PredicatesEncoder predicates = encoder.predicatesCount(finding.predicateCount());
        for (int i = 0; i < finding.predicateCount(); i++)
        {
            predicates.next().measured(finding.measured(i)).threshold(finding.threshold(i))
                .predicate((short)finding.predicate(i)).passed((short)(finding.passed(i) ? 1 : 0));
        }
        final DetectionEncoder.EvidenceEncoder evidence = encoder.evidenceCount(finding.evidenceCount());
        for (int i = 0; i < finding.evidenceCount(); i++)
        {
            evidence.next().evidenceSequence(finding.evidenceSequence(i)).role((short)finding.evidenceRole(i));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    /**
     * Copy a record and say what it is to its episode.
     *
     * @param target where a Detection record lies.
     * @param offset of its first byte.
     * @param alert  id of the episode.
     * @param state  of the episode, or FINDING.
     */
    public static void assign(
        final MutableDirectBuffer target, final int offset, final long alert, final DetectionState state)
    {
        final int block = offset + MessageHeaderEncoder.ENCODED_LENGTH;
        target.putLong(block + DetectionEncoder.alertEncodingOffset(), alert, java.nio.ByteOrder.LITTLE_ENDIAN);
        target.putByte(block + DetectionEncoder.stateEncodingOffset(), (byte)state.ordinal());
    }
}
