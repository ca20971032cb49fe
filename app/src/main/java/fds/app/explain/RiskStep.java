package fds.app.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.decision.RiskChangeDecoder;
import fds.market.finding.SubjectKind;
import fds.market.risk.RiskLevel;
import fds.market.risk.RiskPart;
import org.agrona.DirectBuffer;

/**
 * A change of risk that an alert is a ground of.
 *
 * @param sequence        of the event behind which it was.
 * @param engineTimeNanos of it.
 * @param subjectKind     whose risk.
 * @param subject         id.
 * @param instrumentId    of a market, or 0.
 * @param venueId         of the subject.
 * @param before          level left.
 * @param after           level taken.
 * @param total           score behind it, 0 to 100.
 * @param parts           of the total.
 */
record RiskStep(
    long sequence,
    long engineTimeNanos,
    SubjectKind subjectKind,
    long subject,
    int instrumentId,
    int venueId,
    RiskLevel before,
    RiskLevel after,
    int total,
    List<Part> parts)
{
    /**
     * What the total is made of.
     *
     * @param part         code.
     * @param measured     value, in the unit of the part.
     * @param contribution to the total.
     */
    record Part(int part, long measured, int contribution)
    {
        private static final int AREA_POINT = 10_000;

        /** As in the configuration. */
        String word()
        {
            final RiskPart known = RiskPart.of(part);
            return known == null ? "part_" + part : known.word();
        }

        /** The points it gave: an area to the total, a part to its area. */
        String text()
        {
            final RiskPart known = RiskPart.of(part);
            return word() + " " + (known != null && known.isArea() ?
                "+" + BigDecimal.valueOf(contribution).divide(BigDecimal.valueOf(AREA_POINT), 1, RoundingMode.HALF_UP) :
                "(" + contribution + ")");
        }
    }

    /** The record as values when it names an alert, else null. */
    static RiskStep naming(final long alert, final DirectBuffer buffer, final int offset)
    {
        final RiskChangeDecoder decoder =
            new RiskChangeDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final List<Part> parts = new ArrayList<>();
        for (final RiskChangeDecoder.PartsDecoder group = decoder.parts(); group.hasNext();)
        {
            group.next();
            parts.add(new Part(group.part(), group.measured(), group.contribution()));
        }
        boolean isNamed = false;
        for (final RiskChangeDecoder.AlertsDecoder group = decoder.alerts(); group.hasNext();)
        {
            isNamed |= group.next().alert() == alert;
        }
        final SubjectKind[] kinds = SubjectKind.values();
        return !isNamed ? null : new RiskStep(decoder.sequence(), decoder.engineTime(),
            kinds[Math.min(decoder.subjectKind(), kinds.length - 1)], decoder.subject(), decoder.instrument(),
            decoder.venue(), RiskLevel.of(decoder.levelBefore()), RiskLevel.of(decoder.levelAfter()), decoder.total(),
            List.copyOf(parts));
    }
}
