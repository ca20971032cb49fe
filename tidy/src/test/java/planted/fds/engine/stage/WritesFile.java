package planted.fds.engine.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Planted: a stage that can block on a disk. */
public final class WritesFile
{
    void write(final Path path) throws IOException
    {
        Files.createFile(path);
    }
}
