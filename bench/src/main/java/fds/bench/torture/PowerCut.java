package fds.bench.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a power failure leaves of a directory: all that was forced ({@code bench/torture/disk.c} keeps copies of it),
 * and of everything else any part, in any order: pages of 4 KiB, some torn at 512 bytes, lengths of files, names in
 * directories. A name counts as forced only when its directory was.
 */
final class PowerCut
{
    private static final int PAGE_BYTES = 4096;
    private static final int SECTOR_BYTES = 512;

    private final Path root;
    private final Path forced;
    private final Random random;
    private double kept;  // chance of what was not forced
    private boolean isTorn;
    private long pages;   // that were not forced
    private long lost;

    PowerCut(final Path root, final Path forced, final Random random)
    {
        this.root = root;
        this.forced = forced;
        this.random = random;
    }

    /** Cut the power; behind it everything that is there counts as forced. */
    String cut() throws IOException
    {
        kept = switch (random.nextInt(5))
        {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> 0.9;
            default -> random.nextDouble();
        };
        isTorn = random.nextBoolean();
        onDirectory(root);
        remember();
        return lost + " of " + pages + " unforced pages lost" + (isTorn ? ", torn" : "");
    }

    private void onDirectory(final Path directory) throws IOException
    {
        final Map<String, Long> now = namesIn(directory);
        final Map<String, Long> before = forcedNames(inode(directory));
        final Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(before.keySet());
        for (final String name : names)
        {
            final Path path = directory.resolve(name);
            final Long old = before.get(name);
            if (!now.containsKey(name) || old != null && !old.equals(now.get(name)) && !isKept())
            {
                if (now.containsKey(name) || !isKept())
                {
                    resurrect(path, old);
                }
            }
            else if (old == null && !isKept())
            {
                Lab.remove(path);
            }
            else if (Files.isDirectory(path))
            {
                onDirectory(path);
            }
            else
            {
                onFile(path);
            }
        }
    }

    /** A name that was taken away or given to another file, and that was not forced. */
    private void resurrect(final Path path, final long inode) throws IOException
    {
        final Path copy = forced.resolve("i" + inode);
        if (Files.exists(copy) && !Files.isDirectory(path))
        {
            Files.copy(copy, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void onFile(final Path file) throws IOException
    {
        final Path copy = forced.resolve("i" + inode(file));
        final byte[] before = Files.exists(copy) ? Damage.read(copy) : new byte[0];
        final byte[] now = Damage.read(file);
        final long sizeBefore = Files.exists(copy) ? Files.size(copy) : 0;
        final long size = isKept() ? Files.size(file) : sizeBefore;
        final byte[] after = Arrays.copyOf(before, Math.max(before.length, now.length));
        final byte[] wanted = Arrays.copyOf(now, after.length);
        for (int at = 0; at < after.length; at += PAGE_BYTES)
        {
            onPage(after, wanted, at, Math.min(after.length, at + PAGE_BYTES));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(after, 0, (int)Math.min(after.length, size)), 0);
            if (channel.size() < size)
            {
                channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
            }
        }
    }

    private void onPage(final byte[] after, final byte[] wanted, final int from, final int to)
    {
        if (Arrays.equals(after, from, to, wanted, from, to))
        {
            return;
        }
        pages++;
        if (isTorn && random.nextInt(4) == 0)
        {
            for (int at = from; at < to; at += SECTOR_BYTES)
            {
                if (random.nextBoolean())
                {
                    System.arraycopy(wanted, at, after, at, Math.min(SECTOR_BYTES, to - at));
                }
            }
            lost++;
        }
        else if (isKept())
        {
            System.arraycopy(wanted, from, after, from, to - from);
        }
        else
        {
            lost++;
        }
    }

    private boolean isKept()
    {
        return random.nextDouble() < kept;
    }

    /** What is there counts as forced. */
    void remember() throws IOException
    {
        forget();
        remember(root);
    }

    private void forget() throws IOException
    {
        try (Stream<Path> files = Files.list(forced))
        {
            for (final Path file : files.toList())
            {
                Files.delete(file);
            }
        }
    }

    private void remember(final Path directory) throws IOException
    {
        final StringBuilder names = new StringBuilder();
        for (final Map.Entry<String, Long> entry : namesIn(directory).entrySet())
        {
            names.append(entry.getValue()).append(' ').append(entry.getKey()).append('\n');
            final Path path = directory.resolve(entry.getKey());
            if (Files.isDirectory(path))
            {
                remember(path);
            }
            else
            {
                final Path copy = forced.resolve("i" + entry.getValue());
                Files.write(copy, Damage.read(path));
                try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE))
                {
                    if (channel.size() < Files.size(path))
                    {
                        channel.write(ByteBuffer.wrap(new byte[1]), Files.size(path) - 1);
                    }
                }
            }
        }
        Files.writeString(forced.resolve("d" + inode(directory)), names);
    }

    private Map<String, Long> forcedNames(final long inode) throws IOException
    {
        final Map<String, Long> names = new LinkedHashMap<>();
        final Path list = forced.resolve("d" + inode);
        for (final String line : Files.exists(list) ? Files.readAllLines(list) : List.<String>of())
        {
            final int space = line.indexOf(' ');
            names.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
        }
        return names;
    }

    private static Map<String, Long> namesIn(final Path directory) throws IOException
    {
        final Map<String, Long> names = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(directory))
        {
            for (final Path file : files.sorted().toList())
            {
                names.put(file.getFileName().toString(), inode(file));
            }
        }
        return names;
    }

    private static long inode(final Path path) throws IOException
    {
        return (Long)Files.getAttribute(path, "unix:ino");
    }
}
