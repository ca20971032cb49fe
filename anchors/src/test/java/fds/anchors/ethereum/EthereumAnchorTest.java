package fds.anchors.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import fds.journal.seal.BlockHeader;
import fds.journal.seal.BlockSpan;
import fds.journal.seal.SealAlgorithm;
import fds.journal.seal.SealHead;
import fds.journal.seal.SealedBlock;
import org.junit.jupiter.api.Test;

class EthereumAnchorTest
{
    private static final String JOURNAL = "ab".repeat(16);

    @Test
    void shouldPublishOnAChainAndFindItThere() throws IOException
    {
        try (AnvilNode node = AnvilNode.start())
        {
            final EthereumPlace place = EthereumAnchor.create(node.place(), AnvilNode.KEY);
            assertEquals(place, EthereumPlace.parse(place.text()));
            try (EthereumAnchor anchor = new EthereumAnchor(place, AnvilNode.KEY);
                EthereumAnchor asks = new EthereumAnchor(place, null))
            {
                assertEquals(List.of(), asks.published(JOURNAL));
                assertTrue(anchor.publish(block(JOURNAL, 7)).matches("0x[0-9a-f]{64}@\\d+"));
                anchor.publish(block(JOURNAL, 8));
                anchor.publish(block("cd".repeat(16), 9));
                assertEquals(List.of(root(7), root(8)), asks.published(JOURNAL).stream().map(SealHead::root).toList());
                assertEquals(List.of(7L, 8L), asks.published(JOURNAL).stream().map(SealHead::block).toList());
                assertThrows(IOException.class, () -> asks.publish(block(JOURNAL, 9)));
            }
            countsOnlyTheSender(place);
        }
    }

    @Test
    void shouldSayThatTheNodeIsGone() throws IOException
    {
        final EthereumPlace place;
        try (AnvilNode node = AnvilNode.start())
        {
            place = EthereumAnchor.create(node.place(), AnvilNode.KEY);
        }
        try (EthereumAnchor anchor = new EthereumAnchor(place, AnvilNode.KEY))
        {
            assertThrows(IOException.class, () -> anchor.publish(block(JOURNAL, 7)));
            assertThrows(IOException.class, () -> anchor.published(JOURNAL));
        }
    }

    @Test
    void shouldReadPlacesOrSayWhatIsWrong()
    {
        final EthereumPlace place = EthereumPlace.parse("ethereum:https://node.example:8545/secret#contract=0x" +
            "Ab".repeat(20) + "&from=0x" + "cd".repeat(20) + "&since=12");
        assertEquals("https://node.example:8545/secret", place.node());
        assertEquals("ethereum:https://node.example:8545#contract=0x" + "ab".repeat(20) + "&from=0x" +
            "cd".repeat(20) + "&since=12", place.name());
        for (final String wrong : List.of("ethereum:", "ethereum:ftp://x", "ethereum:http://x#contract=0x12",
            "ethereum:http://x#since=soon", "ethereum:http://x#to=0x1"))
        {
            assertThrows(IllegalArgumentException.class, () -> EthereumPlace.parse(wrong), wrong);
        }
        assertThrows(IllegalArgumentException.class,
            () -> new EthereumAnchor(EthereumPlace.parse("ethereum:http://x"), null));
        assertThrows(IllegalArgumentException.class, () -> new EthereumAnchor(place, AnvilNode.KEY));
        assertThrows(IllegalArgumentException.class, () -> new EthereumAnchor(place, "no key"));
    }

    /** Everybody may log there; it is the chain that says who did. */
    private static void countsOnlyTheSender(final EthereumPlace place) throws IOException
    {
        final String other = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
        try (EthereumAnchor forger = new EthereumAnchor(place.with(place.contract(), other, place.since()),
            AnvilNode.OTHER_KEY);
            EthereumAnchor asks = new EthereumAnchor(place, null))
        {
            forger.publish(block(JOURNAL, 99));
            assertEquals(List.of(99L), forger.published(JOURNAL).stream().map(SealHead::block).toList());
            assertEquals(List.of(7L, 8L), asks.published(JOURNAL).stream().map(SealHead::block).toList());
        }
    }

    private static String root(final long number)
    {
        return block(JOURNAL, number).header().root();
    }

    private static SealedBlock block(final String journal, final long number)
    {
        return new SealedBlock(new BlockHeader(journal, number, "2026-01-05T12:00:00Z",
            new BlockSpan(1, 1, "a".repeat(64)), new BlockSpan(0, 0, "b".repeat(64)), "c".repeat(64), "d".repeat(64),
            "e".repeat(32), SealAlgorithm.ED25519), "c2lnbmF0dXJl");
    }
}
