package fds.app.setup;

import java.nio.file.Path;

import fds.actions.file.SyncRule;
import fds.config.ConfigException;
import fds.config.ConfigTree;

/**
 * Where commands of actions go. Deployment: it decides nothing.
 *
 * @param file of commands, one JSON object a line; a relative path is within the journal's directory.
 * @param sync when it is forced to the disk.
 */
public record ActionSettings(Path file, SyncRule sync)
{
    /** Read them, the keys below {@code deployment.actions}. */
    static ActionSettings read(final ConfigTree tree)
    {
        final String file = tree.text("deployment.actions.file", "actions.jsonl");
        final String sync = tree.text("deployment.actions.sync", "each");
        return new ActionSettings(Path.of(file), switch (sync)
        {
            case "none" -> SyncRule.NONE;
            case "each" -> SyncRule.EACH;
            default -> throw new ConfigException(tree.find("deployment.actions.sync").place(),
                "deployment.actions.sync", sync, "none or each");
        });
    }

    /**
     * The file of a run.
     *
     * @param journal its directory.
     * @return path.
     */
    public Path fileOf(final Path journal)
    {
        return journal.resolve(file);
    }
}
