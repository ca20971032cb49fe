package fds.actions.policy;

/**
 * The response policy's configuration.
 *
 * @param mode   how far actions go.
 * @param levels which level the table is about.
 * @param table  what is done.
 * @param limits for how long and how often.
 */
public record PolicyConfig(ActionMode mode, LevelRule levels, PolicyTable table, PolicyLimits limits)
{
}
