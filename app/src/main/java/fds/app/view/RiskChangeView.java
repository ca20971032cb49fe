package fds.app.view;

import java.util.ArrayList;
import java.util.List;

import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.decision.RiskChangeDecoder;
import fds.market.finding.SubjectKind;
import fds.market.risk.RiskLevel;
import org.agrona.DirectBuffer;

/**
 * A change of a level of risk, copied out of the journal.
 *
 * @param sequence     of the event that it came with.
 * @param timeNanos    engine time.
 * @param kind         of subject: an instrument, an account that is its own owner group, or a named owner group.
 * @param subject      id.
 * @param instrumentId of an instrument, else 0.
 * @param venueId      of the subject.
 * @param before       level that was left.
 * @param after        level from then on.
 * @param total        0 to 100.
 * @param parts        that make the total.
 * @param alerts       ids of the newest alerts about the subject.
 */
public record RiskChangeView(
    long sequence,
    long timeNanos,
    SubjectKind kind,
    long subject,
    int instrumentId,
    int venueId,
    RiskLevel before,
    RiskLevel after,
    int total,
    List<Part> parts,
    List<Long> alerts)
{
    /**
     * A part of the total.
     *
     * @param code         of the part.
     * @param measured     in the part's unit.
     * @param contribution points in its area, or of an area 1/10,000 of a point of the total.
     */
    public record Part(int code, long measured, int contribution)
    {
    }

    /**
     * Read a RiskChange record. Keeps nothing of the buffer.
     *
     * @param buffer that holds it.
     * @param offset of its first byte.
     * @return a copy.
     */
    public static RiskChangeView decode(final DirectBuffer buffer, final int offset)
    {
        final RiskChangeDecoder change =
            new RiskChangeDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final List<Part> parts = new ArrayList<>();
        for (final RiskChangeDecoder.PartsDecoder part : change.parts())
        {
            parts.add(new Part(part.part(), part.measured(), part.contribution()));
        }
        final List<Long> alerts = new ArrayList<>();
        for (final RiskChangeDecoder.AlertsDecoder alert : change.alerts())
        {
            alerts.add(alert.alert());
        }
        return new RiskChangeView(change.sequence(), change.engineTime(), SubjectKind.values()[change.subjectKind()],
            change.subject(), change.instrument(), change.venue(), RiskLevel.of(change.levelBefore()),
            RiskLevel.of(change.levelAfter()), change.total(), List.copyOf(parts), List.copyOf(alerts));
    }

    /**
     * The alerts in hex.
     *
     * @return empty when there are none.
     */
    String alertTexts()
    {
        return String.join("; ", alerts.stream().map(AlertView::hex).toList());
    }
}
