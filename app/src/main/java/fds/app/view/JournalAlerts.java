package fds.app.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fds.app.UsageException;
import fds.journal.read.DecisionReader;
import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.event.Absent;
import fds.market.finding.DetectionState;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The alerts of a journal: of each its last record and the number of its findings, in the order in which they were
 * opened. Keeps one record (0.3 to 2 kB) an alert.
 */
public final class JournalAlerts
{
    private static final int SUGGESTIONS_MAX = 5;

    private final List<Kept> alerts;

    private JournalAlerts(final List<Kept> alerts)
    {
        this.alerts = alerts;
    }

    /**
     * Read a decision journal once.
     *
     * @param journal directory; one without decisions has no alerts.
     * @return its alerts.
     * @throws fds.journal.format.JournalException when it is damaged.
     */
    public static JournalAlerts read(final Path journal)
    {
        JournalTexts.requireJournal(journal);
        final Map<Long, Kept> byId = new LinkedHashMap<>();
        final Map<Long, Long> early = new LinkedHashMap<>(); // findings told before their alert's first record
        if (JournalTexts.hasDecisions(journal))
        {
            try (DecisionReader reader = new DecisionReader(journal))
            {
                while (reader.next())
                {
                    take(reader, byId, early);
                }
            }
        }
        return new JournalAlerts(List.copyOf(byId.values()));
    }

    /**
     * How many there are.
     *
     * @return alerts.
     */
    public int size()
    {
        return alerts.size();
    }

    /**
     * An alert by its row.
     *
     * @param number 1 to {@link #size()}.
     * @return the alert with its number of findings.
     */
    public Row row(final int number)
    {
        final Kept kept = alerts.get(number - 1);
        return new Row(number, AlertView.decode(new UnsafeBuffer(kept.record), 0), kept.findings, kept.openedNanos);
    }

    /**
     * The alerts that someone wants.
     *
     * @param filter which.
     * @param words  names for their numbers.
     * @param newest at most so many of them, the newest.
     * @return their row numbers, ascending.
     */
    public int[] select(final AlertFilter filter, final AlertWords words, final int newest)
    {
        final int[] chosen = new int[Math.min(newest, alerts.size())];
        int count = 0;
        for (int number = alerts.size(); number >= 1 && count < chosen.length; number--)
        {
            if (filter.accepts(row(number).alert(), words))
            {
                chosen[chosen.length - ++count] = number;
            }
        }
        return Arrays.copyOfRange(chosen, chosen.length - count, chosen.length);
    }

    /**
     * Alerts by their rows, decoded one at a time.
     *
     * @param numbers of them.
     * @return can be gone through again.
     */
    public Iterable<Row> rows(final int[] numbers)
    {
        return () -> Arrays.stream(numbers).mapToObj(this::row).iterator();
    }

    /**
     * Find an alert as a user names it.
     *
     * @param name id, unique prefix of one, row number or {@code last}.
     * @return the alert.
     * @throws UsageException when none or several are meant, with the nearest.
     */
    public Row find(final String name)
    {
        if (alerts.isEmpty())
        {
            throw new UsageException("there are no alerts in this journal, so none is '" + name + "'");
        }
        final String wanted = name.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
        if (wanted.equals("last"))
        {
            return row(alerts.size());
        }
        final List<Integer> matches = matches(wanted);
        if (matches.size() == 1 && (wanted.length() == 16 || !isRow(wanted)))
        {
            return row(matches.get(0));
        }
        if (isRow(wanted))
        {
            return row(Integer.parseInt(wanted));
        }
        if (matches.isEmpty())
        {
            throw new UsageException("no alert is '" + name + "': must be a row number from 1 to " + alerts.size() +
                ", 'last', an id or the beginning of one" + nearest(wanted));
        }
        throw new UsageException("'" + name + "' is the beginning of " + matches.size() + " alerts: " +
            idsOf(matches.subList(0, Math.min(matches.size(), SUGGESTIONS_MAX))) +
            (matches.size() > SUGGESTIONS_MAX ? ", ..." : ""));
    }

    private static void take(final DecisionReader reader, final Map<Long, Kept> byId, final Map<Long, Long> early)
    {
        if (!AlertView.isDetection(reader.buffer(), reader.offset()))
        {
            return;
        }
        final DetectionDecoder decoder = new DetectionDecoder()
            .wrapAndApplyHeader(reader.buffer(), reader.offset(), new MessageHeaderDecoder());
        final long id = decoder.alert();
        if (decoder.state() == DetectionState.MUTED.ordinal())
        {
            return;
        }
        if (decoder.state() == DetectionState.FINDING.ordinal())
        {
            final Kept kept = byId.get(id);
            if (kept != null)
            {
                kept.findings++;
            }
            else if (id != 0)
            {
                early.merge(id, 1L, Long::sum);
            }
            return;
        }
        final long nanos = decoder.engineTime();
        final Kept kept = byId.computeIfAbsent(id, key -> new Kept(nanos));
        final Long before = early.remove(id);
        kept.findings += before == null ? 0 : before;
        kept.record = new byte[reader.length()];
        reader.buffer().getBytes(reader.offset(), kept.record);
    }

    private boolean isRow(final String wanted)
    {
        return wanted.matches("[1-9]\\d{0,8}") && Integer.parseInt(wanted) <= alerts.size();
    }

    private List<Integer> matches(final String prefix)
    {
        final List<Integer> found = new ArrayList<>();
        for (int i = 0; i < alerts.size() && !prefix.isEmpty(); i++)
        {
            if (idOf(i).startsWith(prefix))
            {
                found.add(i + 1);
            }
        }
        return found;
    }

    /** The ids that share the longest beginning with what was asked for. */
    private String nearest(final String wanted)
    {
        for (int length = wanted.length() - 1; length > 0; length--)
        {
            final List<Integer> near = matches(wanted.substring(0, length));
            if (!near.isEmpty())
            {
                return "; nearest: " + idsOf(near.subList(0, Math.min(near.size(), SUGGESTIONS_MAX)));
            }
        }
        return "";
    }

    private String idsOf(final List<Integer> rows)
    {
        return String.join(", ", rows.stream().map(row -> idOf(row - 1)).toList());
    }

    private String idOf(final int index)
    {
        final UnsafeBuffer record = new UnsafeBuffer(alerts.get(index).record);
        return AlertView.hex(new DetectionDecoder()
            .wrapAndApplyHeader(record, 0, new MessageHeaderDecoder()).alert());
    }

    /**
     * An alert in the list.
     *
     * @param number      its row, from 1; the same for ever, since alerts are only added.
     * @param alert       its last record.
     * @param findings    it had.
     * @param openedNanos engine time at which it was opened.
     */
    public record Row(int number, AlertView alert, long findings, long openedNanos)
    {
        /**
         * When it began.
         *
         * @return venue time of its first event; engine time of its opening where a tick began it, which has none.
         */
        public long beganNanos()
        {
            return alert.firstTimeNanos() == Absent.VALUE ? openedNanos : alert.firstTimeNanos();
        }
    }

    private static final class Kept
    {
        private final long openedNanos;
        private byte[] record;
        private long findings;

        private Kept(final long openedNanos)
        {
            this.openedNanos = openedNanos;
        }
    }
}
