package fds.tidy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library as a row of docs/decisions/dependencies.md or as a jar of the class path.
 *
 * @param coordinates {@code group:artifact}.
 * @param version     of it.
 */
record Library(String coordinates, String version) implements Comparable<Library>
{
    private static final Pattern ROW = Pattern.compile("\\| ([\\w.-]+:[\\w.-]+) \\| ([\\w.-]+) \\| ([^|]+) \\|.*");
    private static final Pattern PERMISSIVE =
        Pattern.compile("apache|\\bmit\\b|bsd|cc0|public domain|bouncy castle licence", Pattern.CASE_INSENSITIVE);

    @Override
    public int compareTo(final Library other)
    {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString()
    {
        return coordinates + ":" + version;
    }

    /** Rows of one chapter of the page. */
    static TreeSet<Library> listed(final List<String> page, final String chapter)
    {
        final TreeSet<Library> libraries = new TreeSet<>();
        boolean inside = false;
        for (final String line : page)
        {
            if (line.startsWith("## "))
            {
                inside = line.startsWith("## " + chapter);
            }
            final Matcher row = ROW.matcher(line);
            if (inside && row.matches())
            {
                libraries.add(new Library(row.group(1), row.group(2)));
            }
        }
        return libraries;
    }

    /** Jars that lie in a local repository; our own rooms do not. */
    static TreeSet<Library> onClassPath(final String classPath, final Path repository)
    {
        final TreeSet<Library> libraries = new TreeSet<>();
        for (final String entry : classPath.split(Pattern.quote(System.getProperty("path.separator"))))
        {
            final Path jar = Path.of(entry);
            if (jar.startsWith(repository))
            {
                final Path version = repository.relativize(jar).getParent();
                final Path artifact = version.getParent();
                libraries.add(new Library(
                    artifact.getParent().toString().replace('/', '.') + ":" + artifact.getFileName(),
                    version.getFileName().toString()));
            }
        }
        return libraries;
    }

    /** The licences that its pom, or the nearest of its parents which says so, offers to choose from. */
    List<String> licences(final Path repository)
    {
        Path file = pom(repository, coordinates, version);
        while (Files.isRegularFile(file))
        {
            final Pom pom = Pom.read(file);
            if (!pom.licences().isEmpty())
            {
                return pom.licences();
            }
            final String[] parent = pom.parent().split(":");
            if (parent.length < 3)
            {
                break;
            }
            file = pom(repository, parent[0] + ":" + parent[1], parent[2]);
        }
        return List.of();
    }

    /** Is there one among the licences which lets us ship it? A choice of several is ours to make. */
    static boolean isPermissive(final List<String> licences)
    {
        final List<String> permissive = new ArrayList<>(licences);
        permissive.removeIf(name -> !PERMISSIVE.matcher(name).find() || name.toLowerCase(Locale.ROOT).contains("gpl"));
        return !permissive.isEmpty();
    }

    private static Path pom(final Path repository, final String coordinates, final String version)
    {
        final String[] parts = coordinates.split(":");
        return repository.resolve(parts[0].replace('.', '/')).resolve(parts[1]).resolve(version)
            .resolve(parts[1] + "-" + version + ".pom");
    }
}
