package fds.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fds.actions.policy.ActionMode;
import fds.app.UsageException;
import fds.engine.Threading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest
{
    private static final Path PROFILES = root().resolve("config/profiles");

    @TempDir
    private Path directory;

    /** The profile tells every key: what it says and what holds without it are the same. */
    @Test
    void shouldHaveTheDefaultsOfTheShippedProfile() throws IOException
    {
        final Settings shipped = Settings.read(PROFILES.resolve("default.yaml"), Map.of(), List.of());
        final Settings silent = Settings.read(null, Map.of(), List.of());

        assertEquals(silent.text(), shipped.text());
        assertEquals(silent.engine(), shipped.engine());
        assertEquals(silent.journal(), shipped.journal());
        assertEquals(silent.warmUpNanos(), shipped.warmUpNanos());
        for (final String line : silent.text().split("\n"))
        {
            final String[] parts = line.substring(0, line.indexOf(':')).split("\\.");
            final String key = parts[parts.length - 1];
            // Detectors from D500 on are of users, here of the tests.
            assertTrue(key.equals("version") || line.matches("detectors\\.D[5-9]\\d\\d\\..*") ||
                Files.readString(PROFILES.resolve("default.yaml")).contains(key + ":"), line);
        }
    }

    @Test
    void shouldReadEveryShippedProfile() throws IOException
    {
        try (var files = Files.list(PROFILES))
        {
            assertTrue(files.map(file -> Settings.read(file, Map.of(), List.of())).count() >= 3);
        }
    }

    @Test
    void shouldReadBackItsOwnText()
    {
        final Settings settings = Settings.read(null, Map.of("detectors.D01.match_count", "[2, 3, 4]",
            "episodes.quiet", "90s", "detectors.D43.enabled", "false"), List.of());

        assertEquals(settings.text(), settings.override(settings.text()));
        assertTrue(settings.text().contains("detectors.D01.match_count: [2, 3, 4]\n"), settings.text());
        assertTrue(settings.text().contains("episodes.quiet: 90000000000\n"), settings.text());
        assertTrue(settings.detection().read(settings.text()).detectors().stream()
            .noneMatch(detector -> detector.factory().info().id().equals("D43")));
    }

    @Test
    void shouldLayOverridesOverAJournaledText()
    {
        final String journaled = Settings.read(null, Map.of(), List.of()).text();
        final Settings what = Settings.read(null, Map.of("detectors.D16.message_count", "400"), List.of());

        assertNotEquals(journaled, what.override(journaled));
        assertTrue(what.override(journaled).contains("detectors.D16.message_count: [400, 400, 400]\n"));
    }

    @Test
    void shouldRefuseAMisspeltKeyNamingTheRightOne()
    {
        assertEquals("--set: unknown key episodes.quite; did you mean episodes.quiet?",
            refused(Map.of("episodes.quite", "5m")));
    }

    @Test
    void shouldRefuseAValueOutsideItsRange()
    {
        assertEquals("--set: findings_per_event_max is '17': must be 1 to 16",
            refused(Map.of("findings_per_event_max", "17")));
        assertTrue(refused(Map.of("detectors.D01.match_count", "1")).contains("must be 2 to"));
        assertTrue(refused(Map.of("detectors.D01.match_count", "five")).contains("must be a whole number"));
        assertTrue(refused(Map.of("deployment.threads", "many")).contains("inline, fused, pipelined or sharded:N"));
        assertTrue(refused(Map.of("detectors.D99.enabled", "true")).contains("detector D99"));
    }

    @Test
    void shouldReadAPolicyOfTheUsersOwn()
    {
        final Settings settings = Settings.read(null, Map.of("policy.mode", "shadow",
            "policy.table.high.any.any", "[notify_admin, cancel_orders+approval]",
            "policy.table.low.ramping.fund", "none", "policy.limits.freeze_nanos", "2h"), List.of());

        assertEquals(ActionMode.SHADOW, settings.actionMode());
        assertEquals(settings.text(), settings.override(settings.text()));
        assertTrue(settings.text().contains(
            "policy.table.high.any.any: [cancel_orders+approval, notify_admin]\n"), settings.text());
        assertTrue(settings.text().contains("policy.table.low.ramping.fund: none\n"), settings.text());
        assertTrue(settings.text().contains("policy.limits.freeze_nanos: 7200000000000\n"), settings.text());
        assertEquals(ActionMode.DRY_RUN, Settings.read(null, Map.of(), List.of()).actionMode());
    }

    @Test
    void shouldNameWhatIsWrongInAPolicy()
    {
        assertEquals("--set: policy.mode is 'wet': must be dry-run, shadow or live",
            refused(Map.of("policy.mode", "wet")));
        assertEquals("--set: policy.level is 'worst': must be risk, alert or higher",
            refused(Map.of("policy.level", "worst")));
        assertEquals("--set: level of policy.table.hgih.any.any is 'hgih': must be low, medium, high or critical",
            refused(Map.of("policy.table.hgih.any.any", "none")));
        assertTrue(refused(Map.of("policy.table.high.spoofin.any", "none"))
            .startsWith("--set: typology of policy.table.high.spoofin.any is 'spoofin': must be any, other, wash"));
        assertEquals("--set: role of policy.table.high.any.banker is 'banker': " +
            "must be any, none, market_maker, fund, house or other",
            refused(Map.of("policy.table.high.any.banker", "none")));
        assertTrue(refused(Map.of("policy.table.high.any.any", "[notify_admin, jail]"))
            .startsWith("--set: policy.table.high.any.any is 'jail': must be none, freeze_account, "));
        assertTrue(refused(Map.of("policy.table.high.any.any", "reject_order+approval")).contains("no verdict waits"));
        assertTrue(refused(Map.of("policy.table.high.any", "none")).contains("policy.table.LEVEL.TYPOLOGY.ROLE"));
        assertTrue(refused(Map.of("policy.limits.account_count", "65")).contains("must be 1 to 64"));
        assertEquals("--set: deployment.actions.sync is 'often': must be none or each",
            refused(Map.of("deployment.actions.sync", "often")));
    }

    @Test
    void shouldNameFileAndLine() throws IOException
    {
        final Path file = directory.resolve("bad.yaml");
        Files.writeString(file, "episodes:\n  quiet: 5m\n  max: soon\n");
        final String message = assertThrows(UsageException.class,
            () -> Settings.read(file, Map.of(), List.of())).getMessage();

        assertTrue(message.startsWith(file + ":3: episodes.max is 'soon': must be a time"), message);
        Files.writeString(file, "episodes: [\n");
        assertTrue(assertThrows(UsageException.class,
            () -> Settings.read(file, Map.of(), List.of())).getMessage().contains("not readable as YAML"));
    }

    @Test
    void shouldReadDeployment()
    {
        final Settings settings = Settings.read(null,
            Map.of("deployment.threads", "sharded:3", "deployment.journal.sync", "batch"), List.of());

        assertEquals(new Threading(Threading.Mode.SHARDED, 3), settings.engine().threading());
    }

    private static String refused(final Map<String, String> overrides)
    {
        return assertThrows(UsageException.class, () -> Settings.read(null, overrides, List.of())).getMessage();
    }

    private static Path root()
    {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.exists(path.resolve("config/profiles")))
        {
            path = path.getParent();
        }
        return path;
    }
}
