package fds.app.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fds.actions.execute.ActionRecord;
import fds.app.UsageException;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.market.codec.event.ApprovalDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.MarketEvent;

/** The actions of a journal, each with its states, in the order in which they were decided. */
public final class JournalActions
{
    private final List<Row> rows;

    /**
     * One action.
     *
     * @param number   1 and up, in order of decision.
     * @param decided  its first record.
     * @param now      its newest record.
     * @param approver who allowed, refused or took it back, or null.
     * @param reason   given by the approver, or null.
     */
    public record Row(int number, ActionRecord decided, ActionRecord now, String approver, String reason)
    {
    }

    /** What a person said. */
    private record Word(String approver, String reason)
    {
    }

    private JournalActions(final List<Row> rows)
    {
        this.rows = rows;
    }

    /**
     * Read both journals once.
     *
     * @param journal directory.
     * @return its actions; also those of a journal that is being written.
     * @throws UsageException                      when it is no journal.
     * @throws fds.journal.format.JournalException when it is damaged.
     */
    public static JournalActions read(final Path journal)
    {
        JournalTexts.requireJournal(journal);
        final Map<Long, List<ActionRecord>> byId = new LinkedHashMap<>();
        if (JournalTexts.hasDecisions(journal))
        {
            try (DecisionReader reader = new DecisionReader(journal))
            {
                while (reader.next())
                {
                    if (ActionRecord.isAction(reader.buffer(), reader.offset()))
                    {
                        final ActionRecord record = ActionRecord.decode(reader.buffer(), reader.offset());
                        final List<ActionRecord> states =
                            byId.computeIfAbsent(record.action(), id -> new ArrayList<>(2));
                        if (states.size() == 2)
                        {
                            states.set(1, record);
                        }
                        else
                        {
                            states.add(record);
                        }
                    }
                }
            }
        }
        final Map<Long, Word> words = byId.isEmpty() ? Map.of() : words(journal);
        final List<Row> rows = new ArrayList<>();
        byId.forEach((id, states) ->
        {
            final Word word = words.get(id);
            rows.add(new Row(rows.size() + 1, states.get(0), states.get(states.size() - 1),
                word == null ? null : word.approver(), word == null ? null : word.reason()));
        });
        return new JournalActions(rows);
    }

    /**
     * All of them.
     *
     * @return in the order of decision.
     */
    public List<Row> rows()
    {
        return rows;
    }

    /**
     * Find an action as a user names it.
     *
     * @param name id, unique prefix of one, row number or {@code last}.
     * @return the action.
     * @throws UsageException when none or several are meant.
     */
    public Row find(final String name)
    {
        final String wanted = name.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
        if (rows.isEmpty())
        {
            throw new UsageException("there are no actions in this journal, so none is '" + name + "'");
        }
        if (wanted.equals("last"))
        {
            return rows.get(rows.size() - 1);
        }
        if (wanted.matches("\\d{1,8}") && Integer.parseInt(wanted) >= 1 && Integer.parseInt(wanted) <= rows.size())
        {
            return rows.get(Integer.parseInt(wanted) - 1);
        }
        final List<Row> meant = wanted.isEmpty() ? List.of() :
            rows.stream().filter(row -> ActionRecord.hex(row.now().action()).startsWith(wanted)).toList();
        if (meant.size() != 1)
        {
            throw new UsageException((meant.isEmpty() ? "no action is '" : meant.size() + " actions begin with '") +
                name + "': must be an id, the beginning of one, a row from 1 to " + rows.size() + ", or last");
        }
        return meant.get(0);
    }

    /** The newest word of a person on each action. */
    private static Map<Long, Word> words(final Path journal)
    {
        final Map<Long, Word> words = new LinkedHashMap<>();
        final ControlFrames frames = new ControlFrames();
        try (EventReader reader = new EventReader(journal))
        {
            while (reader.next())
            {
                if (!MarketEvent.isEvent(reader.buffer(), reader.offset()) &&
                    ControlFrames.templateId(reader.buffer(), reader.offset()) == ApprovalDecoder.TEMPLATE_ID)
                {
                    final ApprovalDecoder word = frames.decodeApproval(reader.buffer(), reader.offset());
                    final String approver = word.approver();
                    words.put(word.action(), new Word(approver, word.ground()));
                }
            }
        }
        return words;
    }
}
