package fds.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fds.app.view.AlertView;
import fds.market.door.FrameSink;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionState;
import org.agrona.DirectBuffer;

/**
 * What an inline run told: its alerts, and of each finding the row of the input that caused it. Owned by the thread of
 * the run.
 */
final class Observation
{
    final Exposure exposure = new Exposure();
    private final Map<Long, Alert> alerts = new LinkedHashMap<>();
    private final MarketEvent event = new MarketEvent();
    private long[] rowBySequence = new long[1 << 16]; // [sequence], 0 for what is no event of the feed

    /**
     * An episode as it was told.
     *
     * @param id       of the alert.
     * @param findings in the order in which they were told.
     * @param accounts that any record of it names.
     * @param last     its newest record that is no finding; index 0.
     */
    record Alert(long id, List<Found> findings, Set<Long> accounts, AlertView[] last)
    {
        int detector()
        {
            return findings.get(0).view().detector();
        }

        int instrumentId()
        {
            return findings.get(0).view().instrumentId();
        }
    }

    /**
     * A finding.
     *
     * @param row  of the input that caused it.
     * @param view as it was journaled.
     */
    record Found(long row, AlertView view)
    {
    }

    /** Every alert that has a finding, in the order of the first. */
    List<Alert> alerts()
    {
        return alerts.values().stream().filter(alert -> !alert.findings().isEmpty()).toList();
    }

    /** Takes events, before the decisions that they lead to. */
    FrameSink events()
    {
        return new Sink()
        {
            @Override
            public void onFrames(final DirectBuffer buffer, final int offset, final int length)
            {
                for (int at = offset; at < offset + length && MarketEvent.isEvent(buffer, at); at += MarketEvent.LENGTH)
                {
                    event.wrap(buffer, at);
                    final int sequence = Math.toIntExact(event.sequence());
                    if (sequence >= rowBySequence.length)
                    {
                        rowBySequence = java.util.Arrays.copyOf(rowBySequence, Math.max(sequence + 1, sequence * 2));
                    }
                    rowBySequence[sequence] = event.feedSequence();
                    exposure.count(event);
                }
            }
        };
    }

    /** Takes decisions. */
    FrameSink decisions()
    {
        return new Sink()
        {
            @Override
            public void onFrames(final DirectBuffer buffer, final int offset, final int length)
            {
                if (AlertView.isDetection(buffer, offset))
                {
                    take(AlertView.decode(buffer, offset));
                }
            }
        };
    }

    private void take(final AlertView view)
    {
        if (view.state() == DetectionState.MUTED)
        {
            return;
        }
        final Alert alert = alerts.computeIfAbsent(view.id(),
            id -> new Alert(id, new ArrayList<>(), new LinkedHashSet<>(), new AlertView[1]));
        alert.accounts().addAll(view.accounts());
        if (view.state() == DetectionState.FINDING)
        {
            alert.findings().add(new Found(rowBySequence[Math.toIntExact(view.causeSequence())], view));
        }
        else
        {
            alert.last()[0] = view;
        }
    }

    /** Batches mean nothing here. */
    private abstract static class Sink implements FrameSink
    {
        @Override
        public void onBatchEnd()
        {
            // each frame is taken as it comes
        }
    }
}
