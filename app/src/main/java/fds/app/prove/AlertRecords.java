package fds.app.prove;

import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import fds.app.view.AlertView;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.market.codec.event.AccountDefinitionDecoder;
import fds.market.codec.event.IdAssignmentDecoder;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.IdSpace;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionState;
import org.agrona.DirectBuffer;

/**
 * The records that make up an alert: what was decided about it, the events that it names as evidence, and what the
 * journal says about its instrument and its accounts.
 */
public final class AlertRecords
{
    /** Findings of one alert that are taken; what is left out is counted. */
    private static final int FINDINGS_MAX = 500;

    private final NavigableSet<Long> decisions = new TreeSet<>();
    private final NavigableSet<Long> events = new TreeSet<>();
    private final Set<Long> names = new TreeSet<>(); // ids of accounts and groups
    private long findingsLeftOut;

    private AlertRecords()
    {
    }

    /**
     * Find them.
     *
     * @param journal directory.
     * @param alert   any of its records.
     * @return their places.
     * @throws fds.journal.format.JournalException when the journal is damaged.
     */
    public static AlertRecords of(final Path journal, final AlertView alert)
    {
        final AlertRecords records = new AlertRecords();
        try (DecisionReader reader = new DecisionReader(journal))
        {
            records.readDecisions(reader, alert);
        }
        try (EventReader reader = new EventReader(journal))
        {
            records.readNames(reader, alert);
        }
        return records;
    }

    /**
     * Its decision records.
     *
     * @return indexes.
     */
    public NavigableSet<Long> decisions()
    {
        return decisions;
    }

    /**
     * Its events and control records.
     *
     * @return sequences.
     */
    public NavigableSet<Long> events()
    {
        return events;
    }

    /**
     * Findings that are not among {@link #decisions}.
     *
     * @return 0 for all but very long alerts.
     */
    public long findingsLeftOut()
    {
        return findingsLeftOut;
    }

    private void readDecisions(final DecisionReader reader, final AlertView alert)
    {
        int findings = 0;
        while (reader.next())
        {
            if (!AlertView.isDetection(reader.buffer(), reader.offset()))
            {
                continue;
            }
            final AlertView record = AlertView.decode(reader.buffer(), reader.offset());
            if (record.id() != alert.id())
            {
                continue;
            }
            if (record.state() == DetectionState.FINDING && ++findings > FINDINGS_MAX)
            {
                findingsLeftOut++;
                continue;
            }
            decisions.add(reader.index());
            events.add(record.firstSequence());
            events.add(record.causeSequence());
            record.evidence().forEach(evidence -> events.add(evidence.sequence()));
            names.addAll(record.accounts());
            names.add(record.ownerGroup());
        }
    }

    private void readNames(final EventReader reader, final AlertView alert)
    {
        final MarketEvent event = new MarketEvent();
        final long end = events.isEmpty() ? 0 : events.last();
        while (reader.next() && reader.sequence() <= end)
        {
            final DirectBuffer buffer = reader.buffer();
            final boolean isWanted = MarketEvent.isEvent(buffer, reader.offset()) ?
                isOwner(event.wrap(buffer, reader.offset())) : isName(buffer, reader.offset(), alert);
            if (isWanted)
            {
                events.add(reader.sequence());
            }
        }
    }

    private boolean isOwner(final MarketEvent event)
    {
        return event.kind() == Kind.OWNER_GROUP && names.contains(event.accountId());
    }

    private boolean isName(final DirectBuffer buffer, final int offset, final AlertView alert)
    {
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        switch (ControlFrames.templateId(buffer, offset))
        {
            case InstrumentDefinitionDecoder.TEMPLATE_ID ->
            {
                return new InstrumentDefinitionDecoder().wrapAndApplyHeader(buffer, offset, header).instrument() ==
                    alert.instrumentId();
            }
            case IdAssignmentDecoder.TEMPLATE_ID ->
            {
                final IdAssignmentDecoder id = new IdAssignmentDecoder().wrapAndApplyHeader(buffer, offset, header);
                return (id.idSpace() == IdSpace.ACCOUNT || id.idSpace() == IdSpace.OWNER_GROUP) &&
                    names.contains(id.assigned());
            }
            case AccountDefinitionDecoder.TEMPLATE_ID ->
            {
                return names.contains(
                    new AccountDefinitionDecoder().wrapAndApplyHeader(buffer, offset, header).account());
            }
            default ->
            {
                return false;
            }
        }
    }
}
