package fds.risk.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import fds.market.finding.Severity;
import fds.market.risk.RiskPart;
import fds.risk.table.GroupWords;
import fds.risk.table.LossListener;
import fds.risk.table.Parts;
import fds.risk.table.RiskTable;
import org.junit.jupiter.api.Test;

class PatternRiskTest
{
    private static final long DAY = TimeUnit.DAYS.toNanos(1);
    private static final int HIGH = Severity.HIGH.ordinal();

    private final RiskTable groups = new RiskTable(16, GroupWords.COUNT, slot ->
    {
        throw new AssertionError("nothing is given up");
    });
    private final List<String> lost = new ArrayList<>();
    private final PatternRisk risk = new PatternRisk(PatternConfig.DEFAULT, groups, (table, subject, value) ->
        lost.add(table + " " + subject + " " + value));
    private final int group = groups.take(1, 7);
    private final Parts parts = new Parts();

    @Test
    void shouldWeighBySeverityAndConfidence()
    {
        assertEquals(40, alone(Severity.HIGH, 100));
        assertEquals(20, alone(Severity.HIGH, 50));
        assertEquals(60, alone(Severity.CRITICAL, 100), "no detector gives more than 60 alone");
        assertEquals(63 - 3, alone(Severity.CRITICAL, 90), "63 is more than 60");
        assertEquals(56, alone(Severity.CRITICAL, 80));
        assertEquals(15, alone(Severity.MEDIUM, 100));
        assertEquals(5, alone(Severity.LOW, 100));
        assertEquals(0, alone(Severity.LOW, 0));
    }

    @Test
    void shouldGainLessFromEachRepetition()
    {
        risk.onFinding(group, 13, HIGH, 75, 0);
        assertEquals(30, risk.judge(group, 0, parts));
        risk.onFinding(group, 13, HIGH, 75, 0);
        assertEquals(45, judge(0));
        risk.onFinding(group, 13, HIGH, 75, 0);
        assertEquals(52, judge(0));
        for (int i = 0; i < 1_000; i++)
        {
            risk.onFinding(group, 13, HIGH, 75, 0);
        }
        assertEquals(59, judge(0), "never more than 60");
    }

    @Test
    void shouldCountCorroborationMoreThanRepetition()
    {
        risk.onFinding(group, 13, HIGH, 75, 0);
        risk.onFinding(group, 14, HIGH, 75, 0);

        assertEquals(78, judge(0), "30 and 30, and 30 % more for two that agree");
        assertEquals(60, contribution(RiskPart.FINDINGS));
        assertEquals(18, contribution(RiskPart.CORROBORATION));
    }

    @Test
    void shouldNotTakeAFaintDetectorForOneThatAgrees()
    {
        risk.onFinding(group, 13, HIGH, 75, 0);
        risk.onFinding(group, 14, Severity.LOW.ordinal(), 59, 0);
        assertEquals(32, judge(0), "2.95 points do not agree");
        risk.onFinding(group, 14, Severity.LOW.ordinal(), 2, 0);
        assertEquals(42, judge(0), "3.045 points do: 33.045 and 30 % of it");
    }

    @Test
    void shouldHalveEachHalfLife()
    {
        risk.onFinding(group, 13, HIGH, 100, 0);

        assertEquals(40, judge(0));
        assertEquals(20, judge(DAY));
        assertEquals(10, judge(2 * DAY));
        assertEquals(0, judge(70 * DAY));
    }

    @Test
    void shouldRiseWhenAnAlertComesAgainWithinFifteenDays()
    {
        open(13, 1, DAY);
        risk.onFinding(group, 13, HIGH, 100, 16 * DAY - 1);
        open(13, 2, 16 * DAY - 1);
        assertEquals(50, judge(16 * DAY - 1), "40 and a quarter");
        assertEquals(10, contribution(RiskPart.RECURRENCE));
    }

    @Test
    void shouldForgetAfterFifteenDays()
    {
        open(13, 1, DAY);
        risk.onFinding(group, 13, HIGH, 100, 16 * DAY);
        open(13, 2, 16 * DAY);
        assertEquals(40, judge(16 * DAY));
    }

    @Test
    void shouldCountRecurrencesOfOneDetectorUpToTheMost()
    {
        for (int alert = 1; alert <= 10; alert++)
        {
            open(13, alert, DAY);
        }
        open(14, 11, DAY);
        risk.onFinding(group, 13, HIGH, 100, DAY);

        assertEquals(80, judge(DAY), "40, doubled by four that count");
        assertEquals(4, measured(RiskPart.RECURRENCE));
    }

    @Test
    void shouldRememberTheNewestAlerts()
    {
        for (int alert = 1; alert <= 6; alert++)
        {
            open(13, alert, 0);
        }
        assertEquals(6, groups.get(group, GroupWords.ALERT_COUNT));
        assertEquals(5, groups.get(group, GroupWords.ALERTS));
        assertEquals(6, groups.get(group, GroupWords.ALERTS + 1));
        assertEquals(3, groups.get(group, GroupWords.ALERTS + 2));
        assertEquals(4, groups.get(group, GroupWords.ALERTS + 3));
    }

    @Test
    void shouldGiveUpTheFaintestDetectorForANinth()
    {
        for (int detector = 1; detector <= 8; detector++)
        {
            risk.onFinding(group, detector, Severity.LOW.ordinal(), detector == 5 ? 10 : 20, 0);
        }
        risk.onFinding(group, 9, Severity.LOW.ordinal(), 20, 0);

        assertEquals(8, judge(0), "eight times one point");
        assertEquals(List.of(LossListener.DETECTORS + " 7 5"), lost);
    }

    @Test
    void shouldTellNothingOfADetectorThatWeighsNothingAnyMore()
    {
        for (int detector = 1; detector <= 8; detector++)
        {
            risk.onFinding(group, detector, Severity.LOW.ordinal(), 20, 0);
        }
        risk.onFinding(group, 9, Severity.LOW.ordinal(), 20, 400 * DAY);

        assertEquals(List.of(), lost);
    }

    private int alone(final Severity severity, final int score)
    {
        final int other = groups.take(2, severity.ordinal() * 1_000 + score);
        risk.onFinding(other, 13, severity.ordinal(), score, 0);
        parts.clear();
        return risk.judge(other, 0, parts);
    }

    private void open(final int detector, final long alert, final long timeNanos)
    {
        risk.onOpened(group, detector, alert, timeNanos);
    }

    private int judge(final long timeNanos)
    {
        parts.clear();
        return risk.judge(group, timeNanos, parts);
    }

    private int contribution(final RiskPart part)
    {
        return parts.contribution(indexOf(part));
    }

    private long measured(final RiskPart part)
    {
        return parts.measured(indexOf(part));
    }

    private int indexOf(final RiskPart part)
    {
        for (int i = 0; i < parts.count(); i++)
        {
            if (parts.code(i) == part.ordinal())
            {
                return i;
            }
        }
        throw new AssertionError(part + " gave nothing");
    }
}
