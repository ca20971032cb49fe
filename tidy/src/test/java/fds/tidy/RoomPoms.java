package fds.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Do the poms say the same as the map? */
final class RoomPoms
{
    /** For tests of any room, and given to all by the parent. */
    private static final Set<String> TEST_LIBRARIES = Set.of("org.junit.jupiter:junit-jupiter");

    private RoomPoms()
    {
    }

    static List<String> wrong(final Room room, final Pom pom)
    {
        final List<String> wrong = new ArrayList<>();
        for (final Pom.Dependency dependency : pom.dependencies())
        {
            if (!isAllowed(room, dependency))
            {
                wrong.add(room.folder() + " may not list " + dependency.coordinates() +
                    (dependency.isForTests() ? " for its tests" : ""));
            }
        }
        return wrong;
    }

    private static boolean isAllowed(final Room room, final Pom.Dependency dependency)
    {
        if (!dependency.groupId().equals("fds"))
        {
            return room.libraries().contains(dependency.coordinates()) ||
                dependency.isForTests() && TEST_LIBRARIES.contains(dependency.coordinates());
        }
        final String other = dependency.artifactId().replaceFirst("^fds-", "");
        return room.rooms().contains(other) || dependency.isForTests() && room.roomsOfTests().contains(other);
    }
}
