package fds.anchors.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import fds.journal.seal.Anchor;
import fds.journal.seal.SealHead;
import fds.journal.seal.SealedBlock;

/**
 * An HTTP endpoint of somebody else: each root is POSTed as a JSON object, and {@code GET URL?journal=ID} gives back
 * what was, as one object or an array of them with at least {@code journal}, {@code block} and {@code root}.
 */
public final class HttpAnchor implements Anchor
{
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ANSWER_BYTES_MAX = 16 << 20;

    private final URI uri;
    private final String token;
    private final HttpClient client =
        HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

    /**
     * With an endpoint.
     *
     * @param uri   {@code http} or {@code https}.
     * @param token sent as {@code Authorization: Bearer}, or null.
     */
    public HttpAnchor(final URI uri, final String token)
    {
        this.uri = uri;
        this.token = token;
    }

    @Override
    public String name()
    {
        // Without user, query and fragment, which may hold secrets.
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) +
            uri.getRawPath();
    }

    @Override
    public String publish(final SealedBlock block) throws IOException
    {
        final byte[] answer = send(request(uri).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(HeadJson.of(block))));
        return "answer-sha256-" + HexFormat.of().formatHex(sha256().digest(answer));
    }

    @Override
    public List<SealHead> published(final String journal) throws IOException
    {
        final String query = (uri.getRawQuery() == null ? "?" : "?" + uri.getRawQuery() + "&") + "journal=" + journal;
        final String base = uri.toString().replaceAll("[?#].*", "");
        final byte[] answer = send(request(URI.create(base + query)).GET());
        return HeadJson.heads(new String(answer, StandardCharsets.UTF_8)).stream()
            .filter(head -> head.journal().equals(journal)).toList();
    }

    private HttpRequest.Builder request(final URI target)
    {
        final HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private byte[] send(final HttpRequest.Builder request) throws IOException
    {
        try
        {
            final HttpResponse<InputStream> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body())
            {
                final byte[] answer = body.readNBytes(ANSWER_BYTES_MAX);
                if (response.statusCode() / 100 != 2)
                {
                    throw new IOException("it answered with status " + response.statusCode());
                }
                return answer;
            }
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + name(), e);
        }
        catch (final IOException e)
        {
            throw e.getMessage() != null ? e : new IOException("no answer: " + e.getClass().getSimpleName(), e);
        }
    }

    private static MessageDigest sha256()
    {
        try
        {
            return MessageDigest.getInstance("SHA-256");
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
