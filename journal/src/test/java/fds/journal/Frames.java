package fds.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import fds.market.codec.event.ConfigEncoder;
import fds.market.codec.event.MessageHeaderEncoder;
import fds.market.door.FrameSource;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import org.agrona.concurrent.UnsafeBuffer;

/** Makes frames for tests, and takes a source's frames down as text. */
final class Frames
{
    private Frames()
    {
    }

    static byte[] event(final long sequence)
    {
        final byte[] frame = new byte[MarketEvent.LENGTH];
        new MarketEvent().wrap(new UnsafeBuffer(frame), 0).clear()
            .sequence(sequence).engineTimeNanos(1_000 * sequence).kind(Kind.NEW).orderId(77 * sequence)
            .priceTicks(100 + sequence % 13).quantityLots(1 + sequence % 7);
        return frame;
    }

    static byte[] control(final long sequence, final String content)
    {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[256 + content.length()]);
        final ConfigEncoder encoder = new ConfigEncoder();
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.sequence(sequence).engineTime(1_000 * sequence).configHash(sequence);
        encoder.putContent(content.getBytes(StandardCharsets.UTF_8), 0, content.length());
        encoder.buildId("test");
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        encoder.frameLength(length);
        final byte[] frame = new byte[length];
        buffer.getBytes(0, frame);
        return frame;
    }

    static byte[] decision(final Random random)
    {
        final byte[] record = new byte[44 + random.nextInt(400)];
        random.nextBytes(record);
        return record;
    }

    static List<String> read(final FrameSource source)
    {
        final List<String> frames = new ArrayList<>();
        while (source.next())
        {
            final byte[] frame = new byte[source.length()];
            source.buffer().getBytes(source.offset(), frame);
            frames.add(HexFormat.of().formatHex(frame));
        }
        return frames;
    }

    static String text(final byte[] frame)
    {
        return HexFormat.of().formatHex(frame);
    }
}
