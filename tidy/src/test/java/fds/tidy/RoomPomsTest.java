package fds.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoomPomsTest
{
    @ParameterizedTest
    @EnumSource(Room.class)
    void shouldListOnlyWhatTheMapAllows(final Room room)
    {
        assertEquals(
            List.of(), RoomPoms.wrong(room, Pom.read(HouseFiles.root().resolve(room.folder()).resolve("pom.xml"))));
    }

    @Test
    void shouldBuildExactlyTheRoomsOfTheMap()
    {
        final Set<String> rooms = new TreeSet<>(Room.folders());
        rooms.add("tidy");
        assertEquals(rooms, new TreeSet<>(Pom.read(HouseFiles.root().resolve("pom.xml")).modules()));
    }

    @Test
    void shouldCatchAPomThatReachesTooFar()
    {
        final Pom planted = Pom.parse("<project><dependencies>" +
            dependency("fds", "fds-market", "compile") +
            dependency("fds", "fds-engine", "compile") +
            dependency("fds", "fds-testkit", "test") +
            dependency("fds", "fds-testkit", "compile") +
            dependency("fds", "fds-feeds", "test") +
            dependency("com.lmax", "disruptor", "compile") +
            dependency("org.junit.jupiter", "junit-jupiter", "test") +
            "</dependencies></project>");
        assertEquals(
            List.of(
                "patterns may not list fds:fds-engine",
                "patterns may not list fds:fds-testkit",
                "patterns may not list fds:fds-feeds for its tests",
                "patterns may not list com.lmax:disruptor"),
            RoomPoms.wrong(Room.PATTERNS, planted));
    }

    private static String dependency(final String groupId, final String artifactId, final String scope)
    {
        return "<dependency><groupId>" + groupId + "</groupId><artifactId>" + artifactId + "</artifactId><scope>" +
            scope + "</scope></dependency>";
    }
}
