package fds.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest
{
    private static final List<String> PAGE =
        HouseFiles.lines(HouseFiles.root().resolve("docs/decisions/dependencies.md"));
    private static final TreeSet<Library> SHIPPED = Library.listed(PAGE, "Shipped");

    @TempDir
    private Path planted;

    @Test
    void shouldListEveryLibraryWithItsVersion()
    {
        final Set<Library> onClassPath = Library.onClassPath(System.getProperty("java.class.path"), repository());
        final TreeSet<Library> listed = Library.listed(PAGE, "Measuring and testing only");
        listed.addAll(SHIPPED);
        final TreeSet<Library> unlisted = new TreeSet<>(onClassPath);
        unlisted.removeAll(listed);
        assertEquals(Set.of(), unlisted, "on the class path, but not in docs/decisions/dependencies.md");
        final TreeSet<Library> gone = new TreeSet<>(SHIPPED);
        gone.removeAll(onClassPath);
        assertEquals(Set.of(), gone, "in docs/decisions/dependencies.md, but no longer used");
    }

    @Test
    void shouldShipOnlyPermissiveLicences()
    {
        final Path repository = repository();
        assertTrue(SHIPPED.size() > 20, "the table was not read");
        final List<String> wrong = SHIPPED.stream()
            .filter(library -> !Library.isPermissive(library.licences(repository)))
            .map(library -> library + " is under " + library.licences(repository))
            .collect(Collectors.toList());
        assertEquals(List.of(), wrong);
    }

    @Test
    void shouldShipExactlyWhatIsListed() throws IOException
    {
        final Path lib = HouseFiles.root().resolve("app/target/lib");
        assumeTrue(Files.isDirectory(lib), "app is not packaged: run mvn verify");
        final Set<String> listed = SHIPPED.stream()
            .map(library -> library.coordinates().split(":")[1] + "-" + library.version())
            .collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.list(lib))
        {
            final Set<String> shipped = files.map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".jar") && !name.startsWith("fds-"))
                .map(name -> name.replaceFirst("(-native)?\\.jar$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(listed, shipped, "app/target/lib; after a library was removed: mvn clean");
        }
    }

    @Test
    void shouldReportNoUsageToAnyVendor()
    {
        final List<String> options = HouseFiles.lines(HouseFiles.root().resolve("config/jvm.options"));
        assertTrue(options.contains("-Dchronicle.analytics.disable=true"), options::toString);
        assertEquals("true", System.getProperty("chronicle.analytics.disable"), "tests run with config/jvm.options");
        assertThrows(
            ClassNotFoundException.class, () -> Class.forName("net.openhft.chronicle.analytics.Analytics"));
        final List<String> jars = List.of(System.getProperty("java.class.path").split(":")).stream()
            .filter(entry -> entry.contains("analytics")).collect(Collectors.toList());
        assertEquals(List.of(), jars);
    }

    @Test
    void shouldCatchCopyleft()
    {
        assertFalse(Library.isPermissive(List.of()));
        assertFalse(Library.isPermissive(List.of("GNU General Public License (GPL), version 2, with the Classpath")));
        assertFalse(Library.isPermissive(List.of("Eclipse Public License v2.0", "LGPL 2.1")));
        assertTrue(Library.isPermissive(List.of("LGPL, version 2.1", "Apache License v2.0")));
    }

    @Test
    void shouldReadALicenceFromAParent() throws IOException
    {
        final Path child = planted.resolve("a/b/child/1/child-1.pom");
        final Path parent = planted.resolve("a/b/parent/2/parent-2.pom");
        Files.createDirectories(child.getParent());
        Files.createDirectories(parent.getParent());
        Files.writeString(child, "<project><parent><groupId>a.b</groupId><artifactId>parent</artifactId>" +
            "<version>2</version></parent></project>");
        Files.writeString(parent, "<project><licenses><license><name>GPL-3.0</name></license></licenses></project>");
        final Library library = new Library("a.b:child", "1");
        assertEquals(List.of("GPL-3.0"), library.licences(planted));
        assertEquals(
            Set.of(library),
            Library.onClassPath(planted.resolve("a/b/child/1/child-1.jar") + ":/elsewhere/x.jar", planted));
    }

    private static Path repository()
    {
        final String repository = System.getProperty("localRepository");
        assumeTrue(repository != null, "started without Maven: the local repository is not known");
        return Path.of(repository);
    }
}
