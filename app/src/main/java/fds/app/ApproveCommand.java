package fds.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

import fds.actions.execute.ActionRecord;
import fds.actions.policy.ActionCause;
import fds.actions.policy.ActionState;
import fds.app.respond.Answer;
import fds.app.respond.AnswerFile;
import fds.app.view.JournalActions;
import fds.app.view.Moment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person's word on an action. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Allow an action that waits for a person; with --refuse, refuse it or take back what is in force. " +
        "The running engine takes it in within a second, as a record of its journal.")
public final class ApproveCommand implements Callable<Integer>
{
    private static final long SECOND_NANOS = 1_000_000_000L;

    @Parameters(index = "0", paramLabel = "DIR", description = "Directory of the journal of a run.")
    private Path directory;

    @Parameters(index = "1", paramLabel = "ACTION",
        description = "Id, the beginning of one, row of 'fds actions', or last.")
    private String action;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who decides.")
    private String by;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "The ground, for the records.")
    private String reason;

    @Option(names = "--refuse", description = "Refuse it; or end what is in force, or leave the breaker as it is.")
    private boolean refuse;

    @Option(names = "--at", paramLabel = "T",
        description = "Time the word is given; default now. A replay with --answers takes it in at this time.")
    private String at;

    @Override
    public Integer call()
    {
        requireText("--by", by, Answer.BY_MAX);
        requireText("--reason", reason, Answer.TEXT_MAX);
        final JournalActions.Row row = JournalActions.read(directory).find(action);
        final ActionRecord now = row.now();
        final boolean isBreaker = row.decided().cause() == ActionCause.BREAKER &&
            row.decided().state() == ActionState.ISSUED;
        final boolean canGrant = now.state() == ActionState.PENDING || isBreaker && !now.state().isFinal();
        if (refuse ? now.state().isFinal() : !canGrant)
        {
            throw new UsageException("action " + ActionRecord.hex(now.action()) + " (" + now.kind().word() + ") is " +
                now.state().word() + ": " + (refuse ? "there is nothing to refuse or to take back" :
                "it does not wait for a person"));
        }
        final Answer answer = Answer.ofPerson(time(), now.action(), !refuse, by, reason);
        final Path file = directory.resolve(AnswerFile.NAME);
        new AnswerFile(file).append(answer);
        System.out.println((refuse ? "refused " : "approved ") + ActionRecord.hex(now.action()) + " " +
            now.kind().word() + " by " + by + "; written to " + file);
        return ExitCode.DONE;
    }

    private long time()
    {
        if (at == null)
        {
            final Instant now = Instant.now();
            return now.getEpochSecond() * SECOND_NANOS + now.getNano();
        }
        final Moment moment = Moment.from("--at", at);
        if (moment.isSequence())
        {
            throw new UsageException("--at is '" + at + "': must be a time");
        }
        return moment.value();
    }

    private static void requireText(final String option, final String text, final int max)
    {
        if (text.isBlank() || text.length() > max)
        {
            throw new UsageException(option + " has " + (text.isBlank() ? "nothing in it" :
                text.length() + " characters") + ": must have 1 to " + max);
        }
    }
}
