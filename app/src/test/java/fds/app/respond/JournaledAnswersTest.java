package fds.app.respond;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fds.actions.policy.AckStatus;
import fds.market.control.ControlFrames;
import fds.market.slots.StateBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a restart every line is said once, wherever the snapshot was taken and however far the journal went. */
class JournaledAnswersTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldSayEachLineOnce() throws Exception
    {
        final Random random = new Random(5);
        for (int round = 0; round < 40; round++)
        {
            final Path path = directory.resolve("answers-" + round);
            final AnswerFile file = new AnswerFile(path);
            final int count = 1 + random.nextInt(700);
            final int journaledCount = random.nextInt(count + 1);
            final int snapshotAt = random.nextInt(journaledCount + 1);
            JournaledAnswers journaled = new JournaledAnswers(path);
            final StateBuffer state = new StateBuffer();
            for (int i = 0; i < count; i++)
            {
                if (random.nextInt(10) == 0)
                {
                    Files.write(path, "no answer\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                }
                file.append(Answer.ofPerson(i, i / 3, true, "who", "why"));
            }
            for (int i = 0; i <= journaledCount; i++)
            {
                if (i == snapshotAt)
                {
                    journaled.write(state);
                    journaled = new JournaledAnswers(path);
                    journaled.read(state);
                }
                if (i < journaledCount)
                {
                    tell(journaled, i);
                    tellExecuted(journaled, i);
                }
            }
            final LiveAnswers live = new LiveAnswers(path, journaled, bad ->
            {
                // passed over
            });
            live.resume();
            final List<Long> said = new ArrayList<>();
            live.before(0, true).forEach(answer -> said.add(answer.action()));
            final List<Long> expected = new ArrayList<>();
            for (int i = journaledCount; i < count; i++)
            {
                expected.add((long)(i / 3));
            }
            assertEquals(expected, said, "round " + round + ": " + snapshotAt + ", " + journaledCount);
        }
    }

    @Test
    void shouldNotLoseWhatStandsBeforeABadLine() throws Exception
    {
        final Path path = directory.resolve("answers");
        final AnswerFile file = new AnswerFile(path);
        file.append(Answer.ofPerson(1, 1, true, "who", "why"));
        Files.write(path, "no answer\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        file.append(Answer.ofPerson(2, 2, true, "who", "why"));
        final List<String> bad = new ArrayList<>();
        final LiveAnswers live =
            new LiveAnswers(path, new JournaledAnswers(path), line -> bad.add(line.getMessage()));
        live.resume();
        assertEquals(List.of(1L, 2L), live.before(0, true).stream().map(Answer::action).toList());
        assertEquals(1, bad.size());
        assertEquals(List.of(), live.before(0, true));
    }

    private static void tell(final JournaledAnswers journaled, final int i)
    {
        final ExpandableArrayBuffer frame = new ExpandableArrayBuffer();
        new ControlFrames().encodeApproval(frame, 0, i / 3, true, "who", "why");
        journaled.onJournaled(frame, 0);
    }

    /** An executor's word, which is no line. */
    private static void tellExecuted(final JournaledAnswers journaled, final int i)
    {
        final ExpandableArrayBuffer frame = new ExpandableArrayBuffer();
        new ControlFrames().encodeActionAck(frame, 0, i, AckStatus.SENT.code(), "actions.jsonl");
        journaled.onJournaled(frame, 0);
    }
}
