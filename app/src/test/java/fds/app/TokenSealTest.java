package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seal with a key that a token keeps: SoftHSM, which is a token in software. */
class TokenSealTest
{
    private static final List<Path> LIBRARIES = List.of(
        Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
        Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));
    private static final String PIN = "2468";

    @TempDir
    private Path directory;

    private Path journal;
    private Path token;
    private Path pin;

    @BeforeEach
    void makeToken() throws IOException, InterruptedException
    {
        final Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
        Assumptions.assumeTrue(library.isPresent(), "no softhsm2-util (Debian package softhsm2)");
        final Path tokens = Files.createDirectories(directory.resolve("tokens"));
        Files.writeString(directory.resolve("softhsm2.conf"),
            "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        ran("softhsm2-util", "--init-token", "--free", "--label", "fds", "--so-pin", "1357", "--pin", PIN);
        token = Files.writeString(directory.resolve("token.cfg"),
            "name = SoftHSM\nlibrary = " + library.get() + "\nslotListIndex = 0\n");
        pin = Files.writeString(directory.resolve("pin"), PIN + "\n");
        makeKey("seal", "secp256r1");

        journal = directory.resolve("journal");
        final Path flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 42, "--events", 2_000, "--out", flow).exits(0);
        Cli.run("replay", flow, "--out", journal).exits(0);
    }

    @Test
    void shouldSignWithAKeyThatNeverLeavesTheToken() throws IOException, InterruptedException
    {
        final String sealed = seal("seal");
        assertTrue(sealed.contains("blocks=1 "), sealed);
        final Path key;
        try (Stream<Path> files = Files.list(journal.resolve("seal")))
        {
            key = files.filter(file -> file.toString().endsWith(".pem")).findFirst().orElseThrow();
        }
        assertTrue(Files.readString(journal.resolve("seal/blocks.txt")).contains("algorithm=ECDSA-P256-SHA256"));
        assertEquals("ok", Cli.run("verify", journal, "--public-key", key).exits(0).value("seal"));

        final Path blocks = journal.resolve("seal/blocks.txt");
        Files.writeString(blocks, Files.readString(blocks).replaceFirst("time=2", "time=3"));
        assertTrue(Cli.run("verify", journal, "--public-key", key).exits(1).out().contains("did not make"));
    }

    @Test
    void shouldSayWhatIsWrongWithTokenOrKey() throws IOException, InterruptedException
    {
        assertTrue(seal("nobody").contains("There is no token"), "no such key");
        makeKey("large", "secp384r1");
        assertTrue(seal("large").contains("another curve than P-256"), "not a curve for a seal");
        Files.writeString(pin, "0000");
        assertTrue(seal("seal").contains("cannot be opened"), "wrong PIN");
        Cli.run("seal", journal, "--once").refuses("--key FILE");
        Cli.run("seal", journal, "--once", "--pkcs11", token).refuses("--alias");
        Cli.run("seal", journal, "--once", "--pkcs11", directory.resolve("none"), "--alias", "x", "--pin-file", pin)
            .refuses("none");
    }

    private String seal(final String alias) throws IOException, InterruptedException
    {
        return run(List.of(java("java"), "@" + Cli.home().resolve("config/jvm.options"), "-cp",
            System.getProperty("java.class.path"), Fds.class.getName(), "seal", journal.toString(), "--once",
            "--pkcs11", token.toString(), "--alias", alias, "--pin-file", pin.toString()));
    }

    private void makeKey(final String alias, final String curve) throws IOException, InterruptedException
    {
        ran(java("keytool"), "-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", curve, "-dname",
            "CN=" + alias, "-keystore", "NONE", "-storetype", "PKCS11", "-providerClass",
            "sun.security.pkcs11.SunPKCS11", "-providerArg", token.toString(), "-storepass", PIN);
    }

    private void ran(final String... command) throws IOException, InterruptedException
    {
        final String words = run(List.of(command));
        assertTrue(words.startsWith("exit 0\n"), String.join(" ", command) + "\n" + words);
    }

    private String run(final List<String> command) throws IOException, InterruptedException
    {
        final Path words = directory.resolve("words.txt");
        final ProcessBuilder builder =
            new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true).redirectOutput(words.toFile());
        builder.environment().put("SOFTHSM2_CONF", directory.resolve("softhsm2.conf").toString());
        final Process process = builder.start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), command.toString());
        return "exit " + process.exitValue() + "\n" + Files.readString(words, StandardCharsets.UTF_8);
    }

    private static String java(final String program)
    {
        return Path.of(System.getProperty("java.home")).resolve("bin").resolve(program).toString();
    }
}
