package fds.anchors.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fds.journal.seal.Anchoring;
import fds.journal.seal.BlockHeader;
import fds.journal.seal.BlockSpan;
import fds.journal.seal.SealAlgorithm;
import fds.journal.seal.SealFiles;
import fds.journal.seal.SealHead;
import fds.journal.seal.SealReceipt;
import fds.journal.seal.SealedBlock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpAnchorTest
{
    private static final String JOURNAL = "ab".repeat(16);

    @TempDir
    private Path directory;

    private final List<String> kept = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void serve() throws IOException
    {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/roots", this::answer);
        server.start();
    }

    @AfterEach
    void stop()
    {
        server.stop(0);
    }

    @Test
    void shouldPublishAndAsk() throws IOException
    {
        final HttpAnchor anchor = new HttpAnchor(uri("?tenant=7"), "secret");
        assertEquals(List.of(), anchor.published(JOURNAL));
        final SealedBlock block = block(7);
        assertTrue(anchor.publish(block).startsWith("answer-sha256-"));
        assertEquals(List.of(SealHead.of(block.header())), anchor.published(JOURNAL));
        assertEquals(List.of(), anchor.published("cd".repeat(16)));
        assertTrue(authorizations.stream().allMatch("Bearer secret"::equals), authorizations.toString());
        assertTrue(anchor.name().endsWith("/roots"), anchor.name());
    }

    @Test
    void shouldSayThatItWasNotPublished() throws IOException
    {
        final HttpAnchor anchor = new HttpAnchor(uri(""), null);
        status = 503;
        assertTrue(assertThrows(IOException.class, () -> anchor.publish(block(7))).getMessage().contains("503"));
        assertTrue(assertThrows(IOException.class, () -> anchor.published(JOURNAL)).getMessage().contains("503"));
        server.stop(0);
        assertThrows(IOException.class, () -> anchor.publish(block(7)));
    }

    @Test
    void shouldLoseNothingWhenPublicationsFail() throws IOException
    {
        Files.createDirectories(SealFiles.folder(directory));
        final List<String> words = new ArrayList<>();
        final Anchoring anchoring = new Anchoring(directory, List.of(new HttpAnchor(uri(""), null)), words::add);
        status = 500;
        assertEquals(false, anchoring.publish(block(1)));
        assertEquals(false, anchoring.publish(block(2)));
        assertEquals(2, anchoring.failures());
        assertEquals(2, words.size());
        status = 201;
        assertEquals(true, anchoring.publish(block(2)));
        assertEquals(true, anchoring.publish(block(2)), "it is there already");
        assertEquals(1, kept.size());
        final List<SealReceipt> receipts = SealReceipt.read(SealFiles.receipts(directory));
        assertEquals(List.of(2L), receipts.stream().map(receipt -> receipt.head().block()).toList());
        // After a restart the receipt says that it is published.
        assertEquals(true, new Anchoring(directory, List.of(new HttpAnchor(uri(""), null)), words::add)
            .publish(block(2)));
        assertEquals(1, kept.size());
    }

    @Test
    void shouldRefuseAnswersThatAreNone()
    {
        for (final String answer : List.of("{\"journal\":\"x\"}", "{\"journal\":", "[{\"block\":1}]"))
        {
            assertThrows(IOException.class, () -> HeadJson.heads(answer), answer);
        }
    }

    private void answer(final HttpExchange exchange) throws IOException
    {
        final String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        final String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null)
        {
            authorizations.add(authorization);
        }
        if (exchange.getRequestMethod().equals("POST") && status / 100 == 2)
        {
            kept.add(body);
        }
        final byte[] answer = ("[" + String.join(",", kept) + "]").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private URI uri(final String query)
    {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/roots" + query);
    }

    private static SealedBlock block(final long number)
    {
        return new SealedBlock(new BlockHeader(JOURNAL, number, "2026-01-05T12:00:00Z",
            new BlockSpan(1, 1, "a".repeat(64)), new BlockSpan(0, 0, "b".repeat(64)), "c".repeat(64), "d".repeat(64),
            "e".repeat(32), SealAlgorithm.ED25519), "c2lnbmF0dXJl");
    }
}
