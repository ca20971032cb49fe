package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import fds.app.setup.DetectorCatalog;
import org.junit.jupiter.api.Test;

/** What {@code fds detectors} prints. */
class DetectorsCommandTest
{
    @Test
    void shouldPrintASheet()
    {
        final CommandRun run = CommandRun.of("detectors", "D901");

        assertEquals("""
            D901 Test wash (wash trade), version 3
              runs       per instrument
              must know  accounts
              has kept   orders
              events     CANCEL TRADE
              tags       MAR-A(c) KR-10-2
              source     A test
              quality    not measured
              says       Accounts {accounts} of {owner_group} traded {matches} times on {instrument}, {notional}.
                         계정 {accounts}이(가) {instrument}에서 {matches}회 거래했습니다.

              compares        unit
              matches     >=  count
              window      <=  ns
              share       >=  ppm
              notional    >=  scaled tick-lots
              distance    >   ticks
              size        >=  lots
              same_owner  =   flag

              parameter     unit   default    range          meaning
              count_min     count  5 / 4 / 3  1 to 1,000     matches that are many
              window_nanos  ns     1 min      1 ns to 1 h    length of the window
              counts        flag   true       true or false  whether it counts
            """, run.out());
        assertEquals(0, run.exitCode());
    }

    @Test
    void shouldPrintEveryDetectorAsJson()
    {
        final CommandRun run = CommandRun.of("detectors", "--json");

        assertEquals(new DetectorCatalog(List.of()).ids(),
            run.lines().stream().map(line -> Json.parse(line).get("id")).toList());
        final Map<String, Object> own = Json.parse(run.lines().get(run.lines().size() - 1));
        assertEquals("D901", own.get("id"));
        assertEquals("instrument", own.get("scope"));
        assertEquals(List.of("CANCEL", "TRADE"), own.get("kinds"));
        assertNull(own.get("quality"));
        final List<Map<String, Object>> parameters = Json.objects(own, "parameters");
        assertEquals(Map.of("majors", 5L, "mid", 4L, "long_tail", 3L), parameters.get(0).get("default"));
        assertEquals(3_600_000_000_000L, parameters.get(1).get("max"));
        assertEquals(true, parameters.get(2).get("default"));
    }

    @Test
    void shouldRefuseADetectorThatIsNot()
    {
        final CommandRun run = CommandRun.of("detectors", "D666");

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("there is no detector 'D666': must be one of"), run.err());
        assertEquals(1, run.err().lines().count());
    }
}
