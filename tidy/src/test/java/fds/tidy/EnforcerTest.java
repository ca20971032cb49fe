package fds.tidy;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts Maven once on planted modules below our parent pom: each must be refused, and a clean one pass. */
class EnforcerTest
{
    private static final String MAVEN = "mvn";

    @TempDir
    private Path planted;

    @Test
    void shouldRefusePlantedPoms() throws IOException, InterruptedException
    {
        assumeTrue(isOnPath(), MAVEN + " is not on the PATH: the enforcer cannot be shown to catch a planted pom");
        final String repository = System.getProperty("localRepository");
        assumeTrue(repository != null, "started without Maven: the local repository is not known");

        plant("clean", "");
        plant("analytics", dependency("net.openhft", "chronicle-analytics", "1"));
        plant("copyleft", dependency("com.espertech", "esper-runtime", "1"));
        plant("twice", dependency("a", "b", "1") + dependency("a", "b", "2"));
        plant("moving", dependency("a", "b", "1-SNAPSHOT"));
        final List<String> modules = List.of("clean", "analytics", "copyleft", "twice", "moving");
        Files.writeString(planted.resolve("pom.xml"), project("<groupId>planted</groupId>" +
            "<artifactId>all</artifactId><version>1</version><packaging>pom</packaging><modules><module>" +
            String.join("</module><module>", modules) + "</module></modules>"));
        final String output = validate(repository);

        assertTrue(isBuilt(output, "clean"), output);
        modules.stream().filter(module -> !module.equals("clean"))
            .forEach(module -> assertTrue(isRefused(output, module), module + " was not refused:\n" + output));
        assertTrue(output.contains("chronicle-analytics:jar:1 <--- banned"), output);
        assertTrue(output.contains("esper-runtime:jar:1 <--- banned"), output);
        assertTrue(output.contains("BanDuplicatePomDependencyVersions failed"), output);
        assertTrue(output.contains("BanDynamicVersions failed"), output);
    }

    private String validate(final String repository) throws IOException, InterruptedException
    {
        final Path log = planted.resolve("maven.log");
        final List<String> command = new ArrayList<>(List.of(
            MAVEN, "-o", "-B", "-fae", "-Dstyle.color=never", "-Dmaven.repo.local=" + repository, "validate"));
        final Process maven = new ProcessBuilder(command)
            .directory(planted.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
        try
        {
            assertTrue(maven.waitFor(5, TimeUnit.MINUTES), "Maven did not end");
        }
        finally
        {
            maven.destroyForcibly();
        }
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    private void plant(final String module, final String dependencies) throws IOException
    {
        final Path folder = Files.createDirectories(planted.resolve(module));
        final Path parent = folder.toRealPath().relativize(HouseFiles.root().toRealPath().resolve("pom.xml"));
        Files.writeString(folder.resolve("pom.xml"), project(
            "<parent><groupId>fds</groupId><artifactId>fds-parent</artifactId><version>0.1.0</version><relativePath>" +
            parent + "</relativePath></parent><artifactId>planted-" + module + "</artifactId><name>planted-" + module +
            "</name><dependencies>" + dependencies + "</dependencies>"));
    }

    /** A file of our own stands for the jar, so that nothing has to be downloaded to be refused. */
    private static String dependency(final String groupId, final String artifactId, final String version)
    {
        return "<dependency><groupId>" + groupId + "</groupId><artifactId>" + artifactId + "</artifactId><version>" +
            version + "</version><scope>system</scope><systemPath>${project.basedir}/pom.xml</systemPath></dependency>";
    }

    private static String project(final String content)
    {
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>" + content +
            "</project>";
    }

    private static boolean isBuilt(final String output, final String module)
    {
        return Pattern.compile("planted-" + module + " .* SUCCESS").matcher(output).find();
    }

    private static boolean isRefused(final String output, final String module)
    {
        return Pattern.compile("planted-" + module + " .* FAILURE").matcher(output).find();
    }

    private static boolean isOnPath()
    {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, MAVEN)));
    }
}
