package fds.bench.labelled;

import java.util.Optional;

import fds.app.UsageException;
import fds.bench.replays.RecordingFolder;

/** Where recordings with labels are. */
final class LabelledData
{
    private LabelledData()
    {
    }

    /**
     * The folder of recordings, which a suite must have.
     *
     * @throws UsageException when there is none.
     */
    static RecordingFolder folder()
    {
        final Optional<RecordingFolder> folder = RecordingFolder.find();
        return folder.orElseThrow(() ->
            new UsageException("there is no shared/data beside the project or above this directory"));
    }
}
