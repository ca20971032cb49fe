package fds.risk.total;

import fds.market.account.DecisionSink;
import fds.market.codec.decision.BlindSpotEncoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.codec.decision.RiskChangeEncoder;
import fds.market.finding.SubjectKind;
import fds.market.owner.OwnerGroups;
import fds.market.partition.BlindSpotCause;
import fds.risk.table.GroupWords;
import fds.risk.table.LossListener;
import fds.risk.table.Parts;
import fds.risk.table.RiskTable;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes what risk decides as records of {@code decisions.xml}: changes of level, and blind spots of full tables. Owned
 * by one thread; allocates nothing.
 */
final class RiskRecords implements LossListener
{
    private static final int LENGTH_MAX = 1024;

    private final DecisionSink sink;
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[LENGTH_MAX]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RiskChangeEncoder change = new RiskChangeEncoder();
    private final BlindSpotEncoder blindSpot = new BlindSpotEncoder();

    private long sequence;
    private long timeNanos;

    RiskRecords(final DecisionSink sink)
    {
        this.sink = sink;
    }

    /** What is decided from here on is about this event. */
    void at(final long eventSequence, final long eventTimeNanos)
    {
        sequence = eventSequence;
        timeNanos = eventTimeNanos;
    }

    long timeNanos()
    {
        return timeNanos;
    }

    /** A group's level was left for another. */
    void onGroupLevel(final RiskTable groups, final int group, final int level, final int total, final Parts parts)
    {
        final long first = groups.get(group, GroupWords.VENUE_AND_KIND);
        final boolean named = GroupWords.kindOf(first) == OwnerGroups.KIND_NAMED;
        begin(named ? SubjectKind.OWNER_GROUP : SubjectKind.ACCOUNT, groups.get(group, GroupWords.ID),
            GroupWords.venueOf(first), 0, (int)groups.get(group, GroupWords.LEVEL), level, total, parts);
        final long count = groups.get(group, GroupWords.ALERT_COUNT);
        final int told = (int)Math.min(count, GroupWords.ALERTS_MAX);
        final RiskChangeEncoder.AlertsEncoder alerts = change.alertsCount(told);
        for (long i = count - told; i < count; i++)
        {
            alerts.next().alert(groups.get(group, GroupWords.ALERTS + (int)(i % GroupWords.ALERTS_MAX)));
        }
        end();
    }

    /** An instrument's level was left for another. */
    void onInstrumentLevel(
        final int instrument, final int venue, final int before, final int level, final int total, final Parts parts)
    {
        begin(SubjectKind.INSTRUMENT, instrument, venue, instrument, before, level, total, parts);
        change.alertsCount(0);
        end();
    }

    @Override
    public void onLoss(final int table, final long subject, final long value)
    {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + BlindSpotEncoder.BLOCK_LENGTH;
        record.setMemory(0, length, (byte)0);
        blindSpot.wrapAndApplyHeader(record, 0, header).sequence(sequence).engineTime(timeNanos).subject(subject)
            .value(value).cause((short)BlindSpotCause.RISK_FULL.ordinal()).table((short)table);
        sink.onDecision(record, 0, length);
    }

    private void begin(
        final SubjectKind kind,
        final long subject,
        final int venue,
        final int instrument,
        final int before,
        final int level,
        final int total,
        final Parts parts)
    {
        record.setMemory(0, MessageHeaderEncoder.ENCODED_LENGTH + RiskChangeEncoder.BLOCK_LENGTH, (byte)0);
        change.wrapAndApplyHeader(record, 0, header).sequence(sequence).engineTime(timeNanos).subject(subject)
            .instrument(instrument).venue(venue).subjectKind((short)kind.ordinal()).levelBefore((short)before)
            .levelAfter((short)level).total((short)total);
        final RiskChangeEncoder.PartsEncoder encoder = change.partsCount(parts.count());
        for (int i = 0; i < parts.count(); i++)
        {
            encoder.next().measured(parts.measured(i)).contribution(parts.contribution(i)).part(parts.code(i));
        }
    }

    private void end()
    {
        sink.onDecision(record, 0, MessageHeaderEncoder.ENCODED_LENGTH + change.encodedLength());
    }
}
