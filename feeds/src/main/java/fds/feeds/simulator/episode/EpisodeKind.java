package fds.feeds.simulator.episode;

/**
 * A sort of episode that the director may start.
 *
 * @param name       by which its rate is set: lower case, words joined by {@code _}.
 * @param perMillion how many there are for each million rows, on average, unless the user says otherwise.
 * @param factory    makes one.
 */
public record EpisodeKind(String name, int perMillion, Factory factory)
{
    /** Makes an episode from chance. */
    @FunctionalInterface
    public interface Factory
    {
        /**
         * An episode that has not begun.
         *
         * @param stage to act on.
         * @return null when it would not do now; then none is started this time.
         */
        Episode create(Stage stage);
    }
}
