package fds.app.view;

import java.nio.ByteOrder;

import fds.market.codec.decision.ActionDecoder;
import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.codec.decision.RiskChangeDecoder;
import fds.market.control.ControlFrames;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A copy of a decision record in which alerts and actions have other ids. Owned by one thread. */
final class PseudonymousRecord
{
    private final Pseudonyms pseudonyms;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final UnsafeBuffer copy = new UnsafeBuffer(new byte[1024]);

    PseudonymousRecord(final Pseudonyms pseudonyms)
    {
        this.pseudonyms = pseudonyms;
    }

    /** Valid until the next call; starts at 0. */
    DirectBuffer of(final DirectBuffer buffer, final int offset, final int length)
    {
        if (copy.capacity() < length)
        {
            copy.wrap(new byte[length]);
        }
        copy.putBytes(0, buffer, offset, length);
        switch (ControlFrames.templateId(copy, 0))
        {
            case DetectionDecoder.TEMPLATE_ID ->
                replace(header.encodedLength() + DetectionDecoder.alertEncodingOffset());
            case ActionDecoder.TEMPLATE_ID -> action();
            case RiskChangeDecoder.TEMPLATE_ID -> riskChange();
            default ->
            {
                // No alert and no action is named there.
            }
        }
        return copy;
    }

    private void action()
    {
        final ActionDecoder decoder = new ActionDecoder().wrapAndApplyHeader(copy, 0, header);
        for (final ActionDecoder.AlertsDecoder alerts = decoder.alerts(); alerts.hasNext();)
        {
            alerts.next();
            replace(decoder.limit() - alerts.actingBlockLength() + ActionDecoder.AlertsDecoder.alertEncodingOffset());
        }
        replace(header.encodedLength() + ActionDecoder.actionEncodingOffset());
        replace(header.encodedLength() + ActionDecoder.idempotencyKeyEncodingOffset());
    }

    private void riskChange()
    {
        final RiskChangeDecoder decoder = new RiskChangeDecoder().wrapAndApplyHeader(copy, 0, header);
        decoder.parts().forEach(part -> part.part());
        for (final RiskChangeDecoder.AlertsDecoder alerts = decoder.alerts(); alerts.hasNext();)
        {
            alerts.next();
            replace(decoder.limit() - alerts.actingBlockLength() +
                RiskChangeDecoder.AlertsDecoder.alertEncodingOffset());
        }
    }

    private void replace(final int at)
    {
        copy.putLong(at, pseudonyms.of(copy.getLong(at, ByteOrder.LITTLE_ENDIAN)), ByteOrder.LITTLE_ENDIAN);
    }
}
