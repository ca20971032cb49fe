package fds.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import fds.market.control.ControlFrames;
import fds.market.event.IdSpace;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal says about its numbers. */
class JournalTextsTest
{
    private final ControlFrames frames = new ControlFrames();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);

    @Test
    void shouldKnowWhatTheJournalNames(@TempDir final Path directory)
    {
        final Path journal = JournalFixture.writeEvents(directory.resolve("journal"));
        final JournalTexts texts = JournalTexts.read(journal, JournalTexts.EVERY_SPACE);

        assertEquals(List.of(JournalFixture.BTC, JournalFixture.ETH), texts.instruments());
        assertEquals(JournalFixture.WALLET, texts.text(1, IdSpace.ACCOUNT, -1));
        assertEquals(JournalFixture.WALLET, texts.text(0, IdSpace.ACCOUNT, -1));
        assertEquals("42", texts.text(1, IdSpace.ACCOUNT, 42));
        assertEquals("unknown:-99", texts.text(1, IdSpace.ACCOUNT, -99));
        assertEquals("unknown:-1", texts.text(1, IdSpace.ORDER, -1));
        assertNull(texts.text(1, IdSpace.ACCOUNT, 0));
        assertEquals("V1", texts.venue(1));
        assertEquals("V9", texts.venue(9));
        assertNull(texts.venue(0));
        assertEquals(List.of(new AccountOwner("V1", JournalFixture.WALLET, "desk", "market_maker"),
            new AccountOwner("V1", "42", "desk", "")), texts.accounts());
        assertEquals(-2, texts.ownerGroupOf(1, -1));
        assertEquals(-5, texts.ownerGroupOf(1, 42), "as of the end, after the OWNER_GROUP event");
        assertEquals(0, texts.ownerGroupOf(1, 7));
        assertEquals("build-1", texts.configAt(11).buildId());
        assertEquals(List.of("count_min: 5", "window_nanos: 60000000000"), texts.configAt(11).parametersOf("D901"));
        assertEquals(List.of(), texts.configAt(11).parametersOf("D90"));
        assertNull(texts.configAt(0));
        assertEquals(17, texts.lastSequence());
    }

    @Test
    void shouldGiveTheVersionInForce()
    {
        final JournalTexts texts = new JournalTexts(JournalTexts.ALERT_SPACES);
        accept(texts, frames.encodeInstrument(buffer, 0, instrument(1, 1)), 10);
        accept(texts, frames.encodeInstrument(buffer, 0, instrument(2, 5)), 20);

        assertEquals(1, texts.instrument(7, 5).version());
        assertEquals(1, texts.instrument(7, 19).version());
        assertEquals(2, texts.instrument(7, 20).version());
        assertEquals(2, texts.instruments().get(0).version());
        assertNull(texts.instrument(8, 20));
    }

    @Test
    void shouldKeepOnlyTheSpacesAskedFor()
    {
        final JournalTexts texts = new JournalTexts(JournalTexts.ALERT_SPACES);
        accept(texts, id(IdSpace.ORDER, -1, "order"), 1);
        accept(texts, id(IdSpace.ACCOUNT, -2, "account"), 2);

        assertEquals("unknown:-1", texts.text(1, IdSpace.ORDER, -1));
        assertEquals("account", texts.text(1, IdSpace.ACCOUNT, -2));
    }

    @Test
    void shouldGiveBackEachOfManyTexts()
    {
        final TextStore store = new TextStore();
        final Random random = new Random(7);
        for (int i = 1; i <= 60_000; i++)
        {
            store.put(-i, (i + "-" + "x".repeat(random.nextInt(60))).getBytes());
        }
        store.put(-5, "again".getBytes());

        assertEquals(60_000, store.size());
        for (int i = 1; i <= 60_000; i++)
        {
            assertEquals(i == 5 ? "again" : Integer.toString(i), store.get(-i).split("-")[0]);
        }
        assertNull(store.get(-60_001));
    }

    private int id(final int space, final long id, final String text)
    {
        final byte[] bytes = ControlFrames.utf8(text);
        return frames.encodeId(buffer, 0, 1, space, id, new UnsafeBuffer(bytes), 0, bytes.length);
    }

    private void accept(final JournalTexts texts, final int length, final long sequence)
    {
        ControlFrames.stamp(buffer, 0, sequence, sequence);
        texts.accept(new UnsafeBuffer(buffer, 0, length), 0);
    }

    private static Instrument instrument(final int version, final long tick)
    {
        return new Instrument(7, version, 1, "V1", "I7", InstrumentType.SPOT, "A", "B", "", tick, -2, 1, 0, 1, 0, 1,
            1000, 1000);
    }
}
