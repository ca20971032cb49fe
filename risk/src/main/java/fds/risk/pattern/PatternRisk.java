package fds.risk.pattern;

import fds.market.features.Decay;
import fds.market.risk.RiskPart;
import fds.risk.table.Exact;
import fds.risk.table.GroupWords;
import fds.risk.table.LossListener;
import fds.risk.table.Parts;
import fds.risk.table.RiskTable;

/**
 * What detectors found about a group. Each detector has its own weight, which halves each half-life and which a finding
 * brings nearer to the most that one detector can give; so repetition gives less and less. Detectors that agree raise
 * the sum of the weights, and so does an alert that comes again.
 * <p>
 * Of a group {@value GroupWords#DETECTORS_MAX} detectors are kept; a further one takes the place of that with the least
 * weight, which is told. State lies in the group's slot.
 */
public final class PatternRisk
{
    /** Weights are kept in millionths of a point. */
    private static final long POINT = 1_000_000L;
    private static final long WHOLE_PPM = 1_000_000L;
    private static final int SHOWN_PER_POINT = 10_000;

    // words of a detector
    private static final int NUMBER_AND_RECURRENCE = 0; // detector << 32 | times
    private static final int WEIGHT = 1;
    private static final int TIME = 2;
    private static final int OPENED_TIME = 3; // of its newest alert; 0: none yet

    private static final long TIMES_MAX = 1_000;

    private final PatternConfig config;
    private final RiskTable groups;
    private final LossListener losses;

    /**
     * Of the groups of a table.
     *
     * @param config what findings weigh.
     * @param groups with {@link GroupWords}.
     * @param losses told of a detector that gives way while it still weighs something.
     */
    public PatternRisk(final PatternConfig config, final RiskTable groups, final LossListener losses)
    {
        this.config = config;
        this.groups = groups;
        this.losses = losses;
    }

    /**
     * A detector found something about a group.
     *
     * @param group     slot.
     * @param detector  number.
     * @param severity  code.
     * @param score     0 to 100: how sure it is.
     * @param timeNanos engine time.
     */
    public void onFinding(
        final int group, final int detector, final int severity, final int score, final long timeNanos)
    {
        final int at = wordOf(group, detector, timeNanos);
        final long most = config.detectorPoints() * POINT;
        final long weight = weightAt(group, at, timeNanos);
        final long added = Math.min(most, config.pointsOf(severity) * score * (POINT / 100));
        groups.set(group, at + WEIGHT, weight + Exact.mulDiv(added, most - weight, most));
        groups.set(group, at + TIME, timeNanos);
    }

    /**
     * An alert about a group was opened: again, if one of the same detector was opened not long before.
     *
     * @param group     slot.
     * @param detector  number.
     * @param alert     id.
     * @param timeNanos engine time.
     */
    public void onOpened(final int group, final int detector, final long alert, final long timeNanos)
    {
        final int at = wordOf(group, detector, timeNanos);
        final long opened = groups.get(group, at + OPENED_TIME);
        final boolean again = opened != 0 && timeNanos - opened < config.recurrenceNanos();
        final long times = again ? Math.min(TIMES_MAX, timesOf(groups.get(group, at + NUMBER_AND_RECURRENCE)) + 1) : 0;
        groups.set(group, at + NUMBER_AND_RECURRENCE, (long)detector << 32 | times);
        groups.set(group, at + OPENED_TIME, timeNanos);
        final long count = groups.get(group, GroupWords.ALERT_COUNT);
        groups.set(group, GroupWords.ALERTS + (int)(count % GroupWords.ALERTS_MAX), alert);
        groups.set(group, GroupWords.ALERT_COUNT, count + 1);
    }

    /**
     * Whether nothing was ever found about a group.
     *
     * @param group slot.
     * @return true while its points must be 0.
     */
    public boolean isEmpty(final int group)
    {
        return (groups.get(group, GroupWords.MARKS) & GroupWords.FOUND) == 0;
    }

    /**
     * Judge a group.
     *
     * @param group     slot.
     * @param timeNanos engine time.
     * @param parts     to add to.
     * @return points, 0 to 100.
     */
    public int judge(final int group, final long timeNanos, final Parts parts)
    {
        if (isEmpty(group))
        {
            return 0;
        }
        long sum = 0;
        int agreeing = 0;
        long recurrences = 0;
        for (int i = 0; i < GroupWords.DETECTORS_MAX; i++)
        {
            final int at = GroupWords.DETECTORS + i * GroupWords.DETECTOR_WORDS;
            if (groups.get(group, at) != 0)
            {
                final long weight = weightAt(group, at, timeNanos);
                sum += weight;
                agreeing += weight >= config.agreePoints() * POINT ? 1 : 0;
                if (isRecent(group, at, timeNanos))
                {
                    recurrences = Math.max(recurrences, timesOf(groups.get(group, at + NUMBER_AND_RECURRENCE)));
                }
            }
        }
        final long counted = Math.min(recurrences, config.recurrenceMax());
        final long corroborated = Exact.mulDiv(
            sum, WHOLE_PPM + Math.max(0, agreeing - 1) * config.corroborationPpm(), WHOLE_PPM);
        final long raised = Exact.mulDiv(corroborated, WHOLE_PPM + counted * config.recurrencePpm(), WHOLE_PPM);
        final int found = points(sum);
        final int withCorroboration = points(corroborated);
        final int all = points(raised);
        if (all > 0)
        {
            parts.add(RiskPart.FINDINGS, sum / (POINT / SHOWN_PER_POINT), found);
            parts.points(RiskPart.CORROBORATION, agreeing, withCorroboration - found);
            parts.points(RiskPart.RECURRENCE, counted, all - withCorroboration);
        }
        return all;
    }

    /** Whether an alert of a detector, opened now, would have come again. */
    private boolean isRecent(final int group, final int at, final long timeNanos)
    {
        return timeNanos - groups.get(group, at + OPENED_TIME) < config.recurrenceNanos();
    }

    private static int points(final long weight)
    {
        return (int)Math.min(100, weight / POINT);
    }

    /** Where the words of a detector begin; the least one gives way when there is no room. */
    private int wordOf(final int group, final int detector, final long timeNanos)
    {
        int least = -1;
        long leastWeight = Long.MAX_VALUE;
        for (int i = 0; i < GroupWords.DETECTORS_MAX; i++)
        {
            final int at = GroupWords.DETECTORS + i * GroupWords.DETECTOR_WORDS;
            final long number = groups.get(group, at + NUMBER_AND_RECURRENCE);
            if (number >>> 32 == detector)
            {
                return at;
            }
            final long weight = number == 0 ? -1 : weightAt(group, at, timeNanos);
            if (weight < leastWeight)
            {
                least = at;
                leastWeight = weight;
            }
        }
        if (leastWeight > 0 || leastWeight == 0 && isRecent(group, least, timeNanos))
        {
            losses.onLoss(LossListener.DETECTORS, groups.get(group, GroupWords.ID),
                groups.get(group, least + NUMBER_AND_RECURRENCE) >>> 32);
        }
        for (int word = 0; word < GroupWords.DETECTOR_WORDS; word++)
        {
            groups.set(group, least + word, 0);
        }
        groups.set(group, least + NUMBER_AND_RECURRENCE, (long)detector << 32);
        GroupWords.mark(groups, group, GroupWords.FOUND);
        return least;
    }

    private long weightAt(final int group, final int at, final long timeNanos)
    {
        return Decay.after(groups.get(group, at + WEIGHT), Math.max(0, timeNanos - groups.get(group, at + TIME)),
            config.halfLifeNanos());
    }

    private static long timesOf(final long numberAndRecurrence)
    {
        return numberAndRecurrence & 0xFFFF_FFFFL;
    }
}
