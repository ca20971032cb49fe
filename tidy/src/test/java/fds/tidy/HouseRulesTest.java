package fds.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest
{
    private static final JavaClasses HOUSE = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("fds");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    static List<HouseRule> rules()
    {
        return HouseRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldHoldInTheHouse(final HouseRule rule)
    {
        rule.rule().check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldCatchWhatIsPlanted(final HouseRule rule)
    {
        final EvaluationResult result = rule.rule().evaluate(PLANTED);
        for (final Class<?> planted : rule.planted())
        {
            assertTrue(
                result.getFailureReport().getDetails().stream().anyMatch(line -> line.contains(planted.getName())),
                () -> rule + " did not catch " + planted.getName() + ", only: " + result.getFailureReport());
        }
    }

    @Test
    void shouldSeeEveryRoomThatHasCode()
    {
        final Set<String> rooms = HOUSE.stream()
            .map(type -> type.getPackageName().split("\\.")[1])
            .collect(Collectors.toSet());
        assertTrue(rooms.containsAll(
            Set.of("market", "testkit", "patterns", "risk", "actions", "journal", "feeds", "engine", "config", "app")),
            rooms::toString);
    }

    @Test
    void shouldNameOnlyClockReadersThatExist()
    {
        final Set<String> readers = HOUSE.stream()
            .flatMap(type -> type.getCodeUnits().stream())
            .map(unit -> unit.getFullName())
            .filter(HouseRules.CLOCK_READERS::contains)
            .collect(Collectors.toSet());
        assertEquals(HouseRules.CLOCK_READERS, readers);
    }

    @Test
    void shouldHoldEachRoomOfTheMapByAnArrow()
    {
        final Set<String> held = HouseRules.all().stream().map(HouseRule::toString)
            .filter(name -> name.contains(" imports only "))
            .map(name -> name.substring(0, name.indexOf(' ')))
            .collect(Collectors.toSet());
        assertEquals(Stream.of(Room.values()).map(Room::folder).collect(Collectors.toSet()), held);
    }
}
