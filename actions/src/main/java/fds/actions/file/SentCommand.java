package fds.actions.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.actions.execute.ActionRecord;
import fds.actions.policy.ActionState;

/**
 * What is never done twice, as it stands at the head of a line in a file of commands.
 *
 * @param key       idempotency key, 16 hexadecimal digits.
 * @param attempt   1 to 999.
 * @param isRelease whether what was done under the key ends.
 */
public record SentCommand(String key, int attempt, boolean isRelease)
{
    private static final Pattern HEAD =
        Pattern.compile("\\{\"key\":\"([0-9a-f]{16})\",\"attempt\":(\\d{1,3}),\"release\":(true|false),.*");

    /**
     * Read the head of a line.
     *
     * @param line without its end.
     * @return what it sent, or null when it is no command.
     */
    public static SentCommand of(final String line)
    {
        final Matcher head = HEAD.matcher(line);
        return !head.matches() ? null :
            new SentCommand(head.group(1), Integer.parseInt(head.group(2)), head.group(3).equals("true"));
    }

    /**
     * What a record commands.
     *
     * @param record whose state leaves.
     * @return as its line will tell it.
     */
    public static SentCommand of(final ActionRecord record)
    {
        return new SentCommand(
            ActionRecord.hex(record.key()), record.attempt(), record.state() == ActionState.REVOKED);
    }
}
