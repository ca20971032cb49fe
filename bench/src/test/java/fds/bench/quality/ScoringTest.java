package fds.bench.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import fds.app.view.AlertView;
import fds.feeds.simulator.label.Label;
import fds.feeds.simulator.label.RowRuns;
import fds.market.event.Absent;
import fds.market.finding.BenefitMethod;
import fds.market.finding.DetectionState;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.finding.Typology;
import org.junit.jupiter.api.Test;

class ScoringTest
{
    private static final long SECOND = 1_000_000_000L;

    private final List<Label> labels = new ArrayList<>();
    private final List<Observation.Alert> alerts = new ArrayList<>();
    private final Scoring scoring = new Scoring(Map.of());

    @Test
    void shouldFindALabelByDetectorInstrumentAccountAndRow()
    {
        label("self_wash", "D01", "101", 100, 200);
        alert(1, 1, 101, 100);
        final DetectorTally tally = tally("D01");

        assertEquals(List.of(1L, 1L, 1L, 1L), List.of(tally.labels, tally.found, tally.alerts, tally.right));
        assertEquals(List.of(0L), tally.delayEvents);
        assertEquals(List.of(-100.0), tally.afterEndSeconds);
    }

    @Test
    void shouldTakeAnAlertOnAnotherPatternOfALabelAsRightButNotAsFound()
    {
        labels.add(new Label(1, "pair_wash", "D03", "BTC-USD", List.of("101"), 100, 200, 100 * SECOND, 200 * SECOND, 2,
            "SIM", 0, RowRuns.of(100, 100, 200, 200), List.of(), List.of("D03", "D05")));
        alert(5, 1, 101, 150);
        alert(3, 1, 101, 150);
        alert(2, 1, 101, 150);

        assertEquals(List.of(0L, 1L, 1L, 1L), List.of(tally("D05").labels, tally("D05").alerts, tally("D05").right,
            tally("D05").rightBesides));
        assertEquals(List.of(1L, 1L, 0L), List.of(tally("D03").found, tally("D03").right, tally("D03").rightBesides));
        assertEquals(List.of(0L, 1L), List.of(tally("D02").right, tally("D02").onOtherAbuse));
    }

    @Test
    void shouldCountAttemptsApart()
    {
        label("pair_wash", "D03", "101", 100, 200);
        labels.add(new Label(2, "pair_wash", "D03", "BTC-USD", List.of("102"), 100, 200, 100 * SECOND, 200 * SECOND, 2,
            "SIM", 0, RowRuns.of(100, 100, 200, 200), List.of(), List.of("D05")));
        alert(3, 1, 101, 150);

        assertEquals(List.of(2L, 1L, 1L, 0L),
            List.of(tally("D03").labels, tally("D03").attempts, tally("D03").found, tally("D03").foundAttempts));
        assertEquals(List.of(0.5, 1.0), List.of(tally("D03").recall().share(), tally("D03").recallOfCarried().share()));
        assertEquals(List.of("pair_wash, attempt"), List.copyOf(tally("D03").unfoundByTypology.keySet()));
    }

    @Test
    void shouldNotFindItByAnythingLess()
    {
        label("self_wash", "D01", "101", 100, 200);
        alert(1, 1, 101, 99);
        alert(1, 1, 101, 201);
        alert(1, 2, 101, 150);
        alert(1, 1, 102, 150);
        alert(2, 1, 101, 150);
        run();

        assertEquals(0, tally("D01").found);
        assertEquals(4, tally("D01").alerts);
        assertEquals(0, tally("D01").right + tally("D02").right);
        assertEquals(List.of(0L, 1L), List.of(tally("D01").onOtherAbuse, tally("D02").onOtherAbuse));
        assertEquals(1.0, tally("D02").precisionOfAccusation().share());
        assertTrue(tally("D02").wrongByCause.keySet().iterator().next().startsWith(
            "within a self_wash of the same account"));
    }

    @Test
    void shouldFindALabelWithoutAccountsByItsInstrument()
    {
        labels.add(new Label(1, "reference_fault", "D31", "BTC-USD", List.of(), 100, 200, 100 * SECOND, 200 * SECOND, 2,
            "SIM", 0, RowRuns.of(100, 100, 200, 200)));
        alert(31, 1, 0, 120);
        alert(31, 2, 0, 120);
        final DetectorTally tally = tally("D31");

        assertEquals(List.of(1L, 1L, 2L, 1L), List.of(tally.labels, tally.found, tally.alerts, tally.right));
    }

    @Test
    void shouldTakeTheFirstFindingWithinTheLabelForTheDelay()
    {
        label("quote_stuffing", "D16", "101", 100, 200);
        alert(16, 1, 101, 50, 170, 150);
        alert(16, 1, 101, 160);
        final DetectorTally tally = tally("D16");

        assertEquals(1, tally.found);
        assertEquals(2, tally.right);
        assertEquals(4, tally.findings);
        assertEquals(3, tally.findingsRight);
        assertEquals(List.of(60L), tally.delayEvents);
    }

    @Test
    void shouldCountAlertsOnDecoysApartAndAsWrong()
    {
        label("decoy_market_maker", "", "101", 100, 200);
        alert(16, 1, 101, 150);
        final DetectorTally tally = tally("D16");

        assertEquals(1, tally.onDecoys);
        assertEquals(0, tally.right);
        assertEquals(new Scoring.Decoys(1, 1, Map.of("D16", 1L)), scoring.decoys().get("decoy_market_maker"));
    }

    @Test
    void shouldSayWhenNoDetectorLooksForALabel()
    {
        label("pair_wash", "D03", "101", 100, 200);

        assertTrue(tally("D03").isMissing);
        assertEquals(1, tally("D03").labels);
    }

    @Test
    void shouldTakeTheMiddle()
    {
        assertEquals(2.5, DetectorTally.median(List.of(9, 1, 2, 3)));
        assertEquals(2, DetectorTally.median(List.of(9, 1, 2)));
        assertTrue(Double.isNaN(DetectorTally.median(List.of())));
    }

    private DetectorTally tally(final String detector)
    {
        if (scoring.runs() == 0)
        {
            run();
        }
        return scoring.tallies().stream().filter(tally -> tally.detector.equals(detector)).findFirst().orElseThrow();
    }

    private void run()
    {
        scoring.add(new SimulatorRun(7, 1_000, labels, alerts, Map.of(1, "BTC-USD", 2, "ETH-USD"),
            new Exposure()));
    }

    private void label(
        final String typology, final String detector, final String account, final long first, final long last)
    {
        labels.add(new Label(labels.size() + 1, typology, detector, "BTC-USD", List.of(account), first, last,
            first * SECOND, last * SECOND, 2, "SIM", 0, RowRuns.of(first, first, last, last)));
    }

    private void alert(final int detector, final int instrument, final long account, final long... rows)
    {
        final List<Observation.Found> findings = new ArrayList<>();
        for (final long row : rows)
        {
            findings.add(new Observation.Found(row, view(detector, instrument, account, row)));
        }
        alerts.add(new Observation.Alert(alerts.size() + 1, findings, new LinkedHashSet<>(List.of(account)),
            new AlertView[] { findings.get(0).view() }));
    }

    private static AlertView view(final int detector, final int instrument, final long account, final long row)
    {
        return new AlertView(1, DetectionState.FINDING, row, row * SECOND, row, row * SECOND, row, row * SECOND,
            detector, 1, 0, Typology.FAT_FINGER, Severity.LOW, 20, 1, instrument, SubjectKind.ACCOUNT, account, 0, 0,
            account, 0, BenefitMethod.NONE, BigInteger.ZERO,
            new AlertView.BestPrices(Absent.VALUE, Absent.VALUE, Absent.VALUE, Absent.VALUE), 0, 1, 0, 0,
            List.of(account), List.of(), List.of(), List.of());
    }
}
