package fds.feeds.dialect;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

import fds.feeds.raw.Json;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Side;

/** A book that keeps the venue's own texts, of which its checksum is made. Owned by the thread that reads. */
final class ChecksumBook
{
    private static final int LEVELS_SUMMED = 25;
    private static final int LEVELS_MAX = 1 << 16;

    private final NavigableMap<BigDecimal, String> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, String> asks = new TreeMap<>();

    /** Take levels, each an array that begins with price and quantity. */
    void change(final boolean isSnapshot, final int side, final Json levels)
    {
        final NavigableMap<BigDecimal, String> book = side == Side.BUY ? bids : asks;
        if (isSnapshot)
        {
            book.clear();
        }
        for (final Json level : levels.items())
        {
            final BigDecimal price = DecimalUnit.toBigDecimal(level.at(0).need());
            if (price == null)
            {
                throw Json.bad("price", level.at(0).text(), "a decimal number");
            }
            final BigDecimal key = price.stripTrailingZeros();
            if (Words.isZero(level.at(1).need()))
            {
                book.remove(key);
            }
            else
            {
                book.put(key, level.at(0).need() + ':' + level.at(1).need());
            }
            if (book.size() > LEVELS_MAX)
            {
                book.pollLastEntry(); // far beyond what is summed
            }
        }
    }

    /** The CRC-32, signed, of the best 25 bids and asks in turns, price and quantity as the venue wrote them. */
    int crc32()
    {
        final StringBuilder text = new StringBuilder();
        final Iterator<String> bid = bids.values().iterator();
        final Iterator<String> ask = asks.values().iterator();
        for (int i = 0; i < LEVELS_SUMMED; i++)
        {
            append(text, bid);
            append(text, ask);
        }
        final CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return (int)crc.getValue();
    }

    private static void append(final StringBuilder text, final Iterator<String> levels)
    {
        if (levels.hasNext())
        {
            text.append(text.isEmpty() ? "" : ":").append(levels.next());
        }
    }
}
