package fds.actions.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.actions.execute.ActionCommand;
import fds.actions.execute.ExecutionResult;
import fds.actions.notice.Notice;
import fds.actions.policy.AckStatus;
import fds.actions.policy.ActionKind;
import fds.actions.policy.ActionMode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileExecutorTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldWriteEachCommandOnceWithItsRetries() throws IOException
    {
        final Path file = directory.resolve("actions.jsonl");
        try (FileExecutor executor = new FileExecutor(file, SyncRule.EACH))
        {
            assertEquals(AckStatus.SENT, executor.execute(freeze("a", 1, false)).status());
            assertEquals(ExecutionResult.REPEATED, executor.execute(freeze("a", 1, false)));
            assertFalse(executor.execute(freeze("a", 2, false)).isRepeat());
            assertFalse(executor.execute(freeze("a", 1, true)).isRepeat());
            assertFalse(executor.execute(freeze("b", 1, false)).isRepeat());
        }
        assertEquals(4, Files.readAllLines(file).size());
    }

    @Test
    void shouldSendNothingTwiceAfterARestart() throws IOException
    {
        final Path file = directory.resolve("actions.jsonl");
        try (FileExecutor executor = new FileExecutor(file, SyncRule.NONE))
        {
            executor.execute(freeze("a", 1, false));
        }
        final String whole = Files.readString(file);
        Files.writeString(file, whole + FileExecutor.line(freeze("b", 1, false)).substring(0, 60));
        try (FileExecutor executor = new FileExecutor(file, SyncRule.NONE))
        {
            assertEquals(1, executor.sentCount());
            assertTrue(executor.execute(freeze("a", 1, false)).isRepeat());
            assertFalse(executor.execute(freeze("b", 1, false)).isRepeat(), "half a line was not sent");
        }
        assertEquals(whole + FileExecutor.line(freeze("b", 1, false)), Files.readString(file));
    }

    @Test
    void shouldTellEverythingToTheVenueAndNoGroundToTheOwner()
    {
        assertEquals("{\"key\":\"000000000000000a\",\"attempt\":1,\"release\":false,\"action\":\"00000000000000ff\"," +
            "\"do\":\"freeze_account\",\"mode\":\"live\",\"venue\":\"V1\",\"account\":\"0xab\\\"\\u0007\"," +
            "\"instrument\":\"BTC-USDT\",\"order\":null,\"reference\":null,\"value\":0,\"decided_ns\":5," +
            "\"expires_ns\":6,\"notice_en\":\"" + Notice.ACCOUNT_LIMITED.textEn() + "\",\"notice_ko\":\"" +
            Notice.ACCOUNT_LIMITED.textKo() + "\",\"level\":\"critical\",\"typology\":\"spoofing\"," +
            "\"alerts\":[\"000000000000000b\"],\"tags\":[\"MAR-A(f)\"]}\n",
            FileExecutor.line(freeze("a", 1, false)));

        final String told = FileExecutor.line(new ActionCommand("00000000000000ff", "000000000000000a", 1, false,
            ActionKind.NOTIFY_USER, ActionMode.LIVE, "V1", "7", null, null, null, 0, 5, 6, Notice.TRADING_LIMITED,
            null));
        for (final String secret : List.of("level", "typology", "alerts", "tags"))
        {
            assertFalse(told.contains(secret), told);
        }
    }

    @Test
    void shouldRefuseAFileThatIsNotItsOwn() throws IOException
    {
        final Path file = directory.resolve("notes.txt");
        Files.writeString(file, "mine\n");
        assertEquals(file + ": commands cannot be written there: line 1 is no command",
            assertThrows(UncheckedIOException.class, () -> new FileExecutor(file, SyncRule.NONE)).getMessage());
        assertEquals("mine\n", Files.readString(file));
    }

    @Test
    void shouldSayWhereItCannotWrite()
    {
        final Path file = directory.resolve("nowhere").resolve("actions.jsonl");
        assertEquals(file + ": commands cannot be written there: there is no such directory",
            assertThrows(UncheckedIOException.class, () -> new FileExecutor(file, SyncRule.NONE)).getMessage());
    }

    @Test
    void shouldFailACommandOnAFullDisk()
    {
        try (FullDisk disk = FullDisk.mount(directory))
        {
            Assumptions.assumeTrue(disk != null, "needs root, to mount a small disk");
            try (FileExecutor executor = new FileExecutor(disk.path().resolve("actions.jsonl"), SyncRule.EACH))
            {
                ExecutionResult result = ExecutionResult.REPEATED;
                for (int i = 0; i < 2000 && result.status() == AckStatus.SENT; i++)
                {
                    result = executor.execute(freeze(Integer.toHexString(i), 1, false));
                }
                assertEquals(AckStatus.FAILED, result.status());
                assertTrue(result.detail().contains("actions.jsonl: cannot be written: No space left on device"),
                    result.detail());
                final int sent = executor.sentCount();
                try (FileExecutor again = new FileExecutor(disk.path().resolve("actions.jsonl"), SyncRule.EACH))
                {
                    assertEquals(sent, again.sentCount(), "nothing half-written is left");
                }
            }
        }
    }

    private static ActionCommand freeze(final String key, final int attempt, final boolean isRelease)
    {
        return new ActionCommand("00000000000000ff", "0".repeat(16 - key.length()) + key, attempt, isRelease,
            ActionKind.FREEZE_ACCOUNT, ActionMode.LIVE, "V1", "0xab\"\u0007", "BTC-USDT", null, null, 0, 5, 6,
            Notice.ACCOUNT_LIMITED, new ActionCommand.Ground("critical", "spoofing",
            List.of("000000000000000b"), List.of("MAR-A(f)")));
    }
}
