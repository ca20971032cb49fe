package fds.bench.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fds.app.view.AlertView;
import fds.feeds.simulator.label.Label;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.detector.Predicate;
import fds.market.finding.Typology;

/**
 * Holds alerts against labels. Strict: a label is found when an alert of the detector it names, on its instrument and
 * naming one of its accounts, has a finding whose cause lies within the label's rows. An alert that finds no label is
 * wrong, whatever else it may have seen, unless the label says that its episode carried the detector's pattern as well:
 * that is right, is counted apart, and does not count for recall. Wrong alerts within other abuse of an account that
 * they name are counted apart: they accuse the right one of the wrong thing.
 */
final class Scoring
{
    private static final long AFTERMATH_NANOS = 60_000_000_000L;

    private final TreeMap<String, DetectorTally> tallies = new TreeMap<>();
    private final TreeMap<String, Decoys> decoys = new TreeMap<>();
    private final Map<Integer, DetectorInfo> infos;
    private long events;
    private long runs;

    /**
     * With nothing counted.
     *
     * @param infos of the detectors of this build, by number.
     */
    Scoring(final Map<Integer, DetectorInfo> infos)
    {
        this.infos = infos;
        infos.values().forEach(info -> tallies.put(info.id(),
            new DetectorTally(info.id(), false, info.typology() == Typology.MARKET_CONDITION)));
    }

    /**
     * Honest flow that looks like abuse.
     *
     * @param episodes   there were.
     * @param alerted    of them met an alert.
     * @param byDetector alerts that met them.
     */
    record Decoys(long episodes, long alerted, Map<String, Long> byDetector)
    {
    }

    /**
     * Count a run.
     *
     * @param run any.
     */
    void add(final SimulatorRun run)
    {
        events += run.events();
        runs++;
        for (final Label label : run.labels())
        {
            if (label.isDecoy())
            {
                addDecoy(label, run);
            }
            else
            {
                addLabel(label, run);
            }
        }
        run.alerts().forEach(alert -> addAlert(alert, run));
        infos.values().forEach(info ->
            tallies.get(info.id()).exposed += run.exposure().of(info, EnumSet.allOf(Knowledge.class)));
        sweep(run);
    }

    /** Alerts by falling score; what finds only labels that were found before counts neither way. */
    private void sweep(final SimulatorRun run)
    {
        final List<Observation.Alert> sorted = new ArrayList<>(run.alerts());
        sorted.sort(Comparator.comparingInt(Scoring::score).reversed());
        final Set<Label> found = new HashSet<>();
        for (final Observation.Alert alert : sorted)
        {
            final List<Label> finds = run.labels().stream()
                .filter(label -> isOf(alert, label) && firstWithin(alert, label, run) != null).toList();
            final boolean isNew = found.addAll(finds);
            if (isNew || !isRight(alert, run))
            {
                tallies.get(idOf(alert)).curve.add(score(alert), isNew);
            }
        }
    }

    private static int score(final Observation.Alert alert)
    {
        return alert.findings().stream().mapToInt(found -> found.view().score()).max().orElse(0);
    }

    long events()
    {
        return events;
    }

    long runs()
    {
        return runs;
    }

    List<DetectorTally> tallies()
    {
        return List.copyOf(tallies.values());
    }

    Map<String, Decoys> decoys()
    {
        return decoys;
    }

    private void addLabel(final Label label, final SimulatorRun run)
    {
        final DetectorTally tally = tallies.computeIfAbsent(label.detector(), id -> new DetectorTally(id, true, false));
        tally.labels++;
        tally.attempts += label.isAttempt() ? 1 : 0;
        Observation.Found first = null;
        for (final Observation.Alert alert : run.alerts())
        {
            final Observation.Found found = isOf(alert, label) ? firstWithin(alert, label, run) : null;
            first = first == null || found != null && found.row() < first.row() ? found : first;
        }
        if (first == null)
        {
            tally.unfoundByTypology.merge(
                label.typology() + (label.isAttempt() ? ", attempt" : ""), 1L, Long::sum);
            return;
        }
        tally.found++;
        tally.foundAttempts += label.isAttempt() ? 1 : 0;
        tally.delayEvents.add(first.row() - label.firstRow());
        tally.delaySeconds.add((first.view().causeTimeNanos() - label.firstTimestampNanos()) / 1e9);
        tally.afterEndSeconds.add((first.view().causeTimeNanos() - label.lastTimestampNanos()) / 1e9);
    }

    private void addDecoy(final Label label, final SimulatorRun run)
    {
        final Decoys before = decoys.getOrDefault(label.typology(), new Decoys(0, 0, new TreeMap<>()));
        boolean isAlerted = false;
        for (final Observation.Alert alert : run.alerts())
        {
            if (firstWithin(alert, label, run) != null && !isRight(alert, run))
            {
                isAlerted = true;
                before.byDetector().merge(idOf(alert), 1L, Long::sum);
            }
        }
        decoys.put(label.typology(),
            new Decoys(before.episodes() + 1, before.alerted() + (isAlerted ? 1 : 0), before.byDetector()));
    }

    private void addAlert(final Observation.Alert alert, final SimulatorRun run)
    {
        final DetectorTally tally = tallies.computeIfAbsent(idOf(alert), id -> new DetectorTally(id, false, false));
        tally.alerts++;
        tally.findings += alert.findings().size();
        tally.findingsRight += alert.findings().stream().filter(found -> run.labels().stream()
            .anyMatch(label -> label.carries(idOf(alert)) && isWithin(found, label, alert, run))).count();
        if (isRight(alert, run))
        {
            tally.right++;
            tally.rightBesides += run.labels().stream().anyMatch(label ->
                isOf(alert, label) && firstWithin(alert, label, run) != null) ? 0 : 1;
            return;
        }
        final Label decoy = run.labels().stream()
            .filter(label -> label.isDecoy() && firstWithin(alert, label, run) != null).findFirst().orElse(null);
        tally.onDecoys += decoy == null ? 0 : 1;
        tally.onOtherAbuse += decoy == null && abuse(alert, run) != null ? 1 : 0;
        tally.wrongAccounts += decoy == null && abuse(alert, run) != null ? 0 : alert.accounts().size();
        tally.wrongByCause.computeIfAbsent(
            (decoy != null ? "decoy " + decoy.typology().replaceFirst("^decoy_", "") : context(alert, run)) + ": " +
            passed(alert), cause -> new java.util.ArrayList<>())
            .add(run.seed() + ":" + alert.findings().get(0).view().idText());
    }

    private boolean isRight(final Observation.Alert alert, final SimulatorRun run)
    {
        return run.labels().stream()
            .anyMatch(label -> label.carries(idOf(alert)) && firstWithin(alert, label, run) != null);
    }

    private static boolean isOf(final Observation.Alert alert, final Label label)
    {
        return idOf(alert).equals(label.detector());
    }

    /** The alert's first finding within a label's rows, on its instrument, naming one of its accounts if it has any. */
    private static Observation.Found firstWithin(
        final Observation.Alert alert, final Label label, final SimulatorRun run)
    {
        for (final Observation.Found found : alert.findings())
        {
            if (isWithin(found, label, alert, run))
            {
                return found;
            }
        }
        return null;
    }

    private static boolean isWithin(
        final Observation.Found found, final Label label, final Observation.Alert alert, final SimulatorRun run)
    {
        return found.row() >= label.firstRow() && found.row() <= label.lastRow() &&
            label.instrument().equals(run.symbols().get(alert.instrumentId())) &&
            (label.accounts().isEmpty() || found.view().accounts().stream()
                .anyMatch(account -> label.accounts().contains(Long.toString(account))));
    }

    /** The first abuse of an account that the alert names, within whose rows it has a finding; null: there is none. */
    private static Label abuse(final Observation.Alert alert, final SimulatorRun run)
    {
        return run.labels().stream().filter(label -> !label.isDecoy() && !label.accounts().isEmpty() &&
            firstWithin(alert, label, run) != null).findFirst().orElse(null);
    }

    /** What else was going on: words for the list of wrong alerts, not a judgement. */
    private static String context(final Observation.Alert alert, final SimulatorRun run)
    {
        final Observation.Found found = alert.findings().get(0);
        final Label abuse = abuse(alert, run);
        if (abuse != null)
        {
            return "within a " + abuse.typology() + " of the same account";
        }
        for (final Label label : run.labels())
        {
            final long after = found.view().causeTimeNanos() - label.firstTimestampNanos();
            if (label.typology().equals("fat_finger") && after >= 0 && after <= AFTERMATH_NANOS &&
                label.instrument().equals(run.symbols().get(alert.instrumentId())))
            {
                return "within a minute after a fat_finger of another account";
            }
        }
        return "nothing labelled near";
    }

    private String passed(final Observation.Alert alert)
    {
        final AlertView view = alert.findings().get(0).view();
        final DetectorInfo info = infos.get(view.detector());
        final List<Predicate> declared = info == null ? List.of() : info.predicates();
        return view.predicates().stream().filter(AlertView.Compared::passed)
            .map(compared -> compared.predicate() < declared.size() ? declared.get(compared.predicate()).name() :
                "predicate_" + compared.predicate()).collect(Collectors.joining(" "));
    }

    private static String idOf(final Observation.Alert alert)
    {
        return String.format(Locale.ROOT, "D%02d", alert.detector());
    }
}
