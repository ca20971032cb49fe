package fds.feeds.open;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * What may be said about inputs beside their format.
 *
 * @param instruments   file for CSV inputs, or null: the one beside each input, or what its first rows tell.
 * @param accounts      file for CSV inputs, or null: the one beside each input, or none.
 * @param map           of a user's own CSV, or null.
 * @param standardInput what {@code -} reads.
 */
public record FeedOptions(Path instruments, Path accounts, Path map, InputStream standardInput)
{
    /**
     * Nothing said.
     *
     * @return {@code -} is the process's standard input.
     */
    public static FeedOptions none()
    {
        return new FeedOptions(null, null, null, System.in);
    }
}
