package fds.app.respond;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.app.UsageException;

/** The answers of a file, each before the first event behind its time: for a replay, which has no clock. */
public final class TimedAnswers implements AnswerSource
{
    private final List<Answer> answers = new ArrayList<>();
    private int next;

    /**
     * Read a file.
     *
     * @param file answers, by ascending time.
     * @throws fds.market.door.BadInputException naming line and field of the first that is none.
     * @throws UsageException                    when it is not there, or its times go back.
     */
    public TimedAnswers(final Path file)
    {
        if (!java.nio.file.Files.isRegularFile(file))
        {
            throw new UsageException("--answers " + file + ": there is no such file");
        }
        final AnswerFile source = new AnswerFile(file);
        for (Answer answer = source.next(); answer != null; answer = source.next())
        {
            answers.add(answer);
        }
        for (int i = 1; i < answers.size(); i++)
        {
            if (answers.get(i).timeNanos() < answers.get(i - 1).timeNanos())
            {
                throw new UsageException(file + ": timestamp_ns " + answers.get(i).timeNanos() + " follows " +
                    answers.get(i - 1).timeNanos() + ": must not go back");
            }
        }
    }

    @Override
    public List<Answer> before(final long timeNanos, final boolean atEnd)
    {
        if (next == answers.size() || !atEnd && answers.get(next).timeNanos() >= timeNanos)
        {
            return List.of();
        }
        final int first = next;
        while (next < answers.size() && (atEnd || answers.get(next).timeNanos() < timeNanos))
        {
            next++;
        }
        return answers.subList(first, next);
    }
}
