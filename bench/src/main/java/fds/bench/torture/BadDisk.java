package fds.bench.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The library of {@code bench/torture/disk.c} between a run and the system, for one round: what was forced is known,
 * calls can fail, dawdle or be the last, the clock can jump. Needs a C compiler, and no right that a user lacks.
 */
final class BadDisk
{
    private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");

    private final Path library;
    private final Path root;
    private final Path forced;

    /**
     * For one round.
     *
     * @param library compiled.
     * @param root    the directory whose files are on the bad disk; made.
     * @param forced  where it keeps copies; made.
     */
    BadDisk(final Path library, final Path root, final Path forced) throws IOException
    {
        this.library = library;
        this.root = Files.createDirectories(root);
        this.forced = Files.createDirectories(forced);
    }

    /**
     * Compile it.
     *
     * @param lab to work in.
     * @return the library, or null when there is no C compiler for this system.
     */
    static Path compile(final Lab lab) throws IOException, InterruptedException
    {
        final Path library = lab.directory().resolve("libbaddisk.so");
        for (final String compiler : System.getProperty("os.name").equals("Linux") ? COMPILERS : List.<String>of())
        {
            try
            {
                final Process process = new ProcessBuilder(compiler, "-std=gnu11", "-O2", "-shared", "-fPIC", "-o",
                    library.toString(), lab.home().resolve("bench/torture/disk.c").toString(), "-ldl", "-lpthread")
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
                if (process.waitFor() == 0)
                {
                    return library;
                }
            }
            catch (final IOException e)
            {
                continue; // there is no such compiler
            }
        }
        return null;
    }

    /** The environment of a child, with some settings of the library beside those that it always has. */
    Map<String, String> environment(final Map<String, String> settings)
    {
        final Map<String, String> environment = new HashMap<>(settings);
        environment.put("LD_PRELOAD", library.toAbsolutePath().toString());
        environment.put("BAD_DISK_ROOT", root.toAbsolutePath().toString());
        environment.put("BAD_DISK_FORCED", forced.toAbsolutePath().toString());
        return environment;
    }

    /** What is there counts as forced. */
    void remember() throws IOException
    {
        new PowerCut(root, forced, new Random(0)).remember();
    }

    String cutPower(final Random random) throws IOException
    {
        return new PowerCut(root, forced, random).cut();
    }
}
