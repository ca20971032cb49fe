package fds.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseFilesTest
{
    private static final List<String> ROOMS = rooms();

    @TempDir
    private Path planted;

    @Test
    void shouldFindAReadmeInEveryRoom()
    {
        assertEquals(List.of(), HouseFiles.readmesWrong(HouseFiles.root(), ROOMS));
    }

    @Test
    void shouldFindASentenceAboutEveryPackage()
    {
        assertEquals(List.of(), HouseFiles.packageInfosWrong(HouseFiles.root(), ROOMS));
    }

    @Test
    void shouldFindNoUntidyLine()
    {
        assertEquals(List.of(), HouseFiles.textWrong(HouseFiles.root(), ROOMS));
    }

    @Test
    void shouldKeepTheWholeLicence()
    {
        final List<String> lines = HouseFiles.lines(HouseFiles.root().resolve("LICENSE"));
        assertTrue(lines.get(1).contains("Version 2.0, January 2004") || lines.get(2).contains("Version 2.0"));
        assertTrue(lines.stream().anyMatch(line -> line.contains("9. Accepting Warranty or Additional Liability.")));
        assertTrue(lines.get(lines.size() - 1).contains("limitations under the License."));
    }

    @Test
    void shouldCatchAMissingReadmeALongOneAndOneWithoutACommand() throws IOException
    {
        write("long/README.md", "mvn test\n" + "line\n".repeat(40));
        write("mute/README.md", "# mute\n");
        write("good/README.md", "mvn test\n" + "line\n".repeat(39));
        assertEquals(
            List.of(
                "none has no README.md",
                "long/README.md has 41 lines: at most 40",
                "mute/README.md names no command that tests the room"),
            HouseFiles.readmesWrong(planted, List.of("none", "long", "mute", "good")));
    }

    @Test
    void shouldCatchAPackageWithoutASentence() throws IOException
    {
        write("a/src/main/java/one/One.java", "package one;\n");
        write("a/src/main/java/two/Two.java", "package two;\n");
        write("a/src/main/java/two/package-info.java", "package two;\n");
        write("a/src/main/java/three/Three.java", "package three;\n");
        write("a/src/main/java/three/package-info.java", "/** What stands here. */\npackage three;\n");
        assertEquals(
            List.of(
                "a/src/main/java/one has no package-info.java",
                "a/src/main/java/two/package-info.java says nothing about its package"),
            HouseFiles.packageInfosWrong(planted, List.of("a")));
    }

    @Test
    void shouldCatchUntidyLines() throws IOException
    {
        write("a/src/test/java/One.java", "x".repeat(120) + "\n" + "x".repeat(121) + "\n\tint i;\nint j; \n// TO" +
            "DO\n");
        assertEquals(
            List.of(
                "a/src/test/java/One.java:2 is 121 columns wide: at most 120",
                "a/src/test/java/One.java:3 has a tab",
                "a/src/test/java/One.java:4 ends with a space",
                "a/src/test/java/One.java:5 puts off work in a comment"),
            HouseFiles.textWrong(planted, List.of("a")));
    }

    private void write(final String file, final String text) throws IOException
    {
        final Path path = planted.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static List<String> rooms()
    {
        final TreeSet<String> rooms = new TreeSet<>(Room.folders());
        rooms.add("tidy");
        return new ArrayList<>(rooms);
    }
}
