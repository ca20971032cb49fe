package fds.anchors.ethereum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** A chain of this machine alone, which makes a block a transaction. */
final class AnvilNode implements AutoCloseable
{
    /** Keys that every such node gives money to; public, and good for nothing else. */
    static final String KEY = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    static final String OTHER_KEY = "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

    private static final Pattern LISTENING = Pattern.compile("Listening on 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final String url;

    private AnvilNode(final Process process, final String url)
    {
        this.process = process;
        this.url = url;
    }

    /** Starts one; the test is skipped where there is none. */
    static AnvilNode start() throws IOException
    {
        final Optional<Path> program = Arrays.stream(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder).resolve("anvil")).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(program.isPresent(), "no anvil on the path (npm package @foundry-rs/anvil)");
        final Process process = new ProcessBuilder(program.get().toString(), "--port", "0")
            .redirectErrorStream(true).start();
        final BufferedReader words =
            new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = words.readLine(); line != null; line = words.readLine())
        {
            final Matcher listening = LISTENING.matcher(line);
            if (listening.find())
            {
                return new AnvilNode(process, "http://127.0.0.1:" + listening.group(1));
            }
        }
        process.destroyForcibly();
        throw new IOException("anvil did not start");
    }

    EthereumPlace place()
    {
        return EthereumPlace.parse("ethereum:" + url);
    }

    @Override
    public void close()
    {
        // npm puts a script before the program.
        final List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }
}
