package fds.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fds.app.plot.BookLevel;
import fds.app.view.AlertView;
import fds.app.view.EventWords;
import fds.app.view.EvidenceTimeline;
import fds.app.view.Moment;
import fds.app.view.Quantities;
import fds.market.detector.Unit;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;

/** The events of an alert, the books around them, and what followed. */
final class StoryEvents
{
    private final Explanation told;
    private final AlertView alert;
    private final Language language;
    private final EventWords eventWords;

    StoryEvents(final Explanation told, final Language language)
    {
        this.told = told;
        alert = told.alert();
        this.language = language;
        eventWords = new EventWords(told.texts());
    }

    Section timeline()
    {
        final List<List<Cell>> rows = new ArrayList<>();
        for (final EvidenceTimeline.Entry entry : told.timeline())
        {
            rows.add(List.of(Cell.of("#" + entry.sequence()), Cell.of(offset(entry)), Cell.of(entry.role()),
                Cell.of(words(entry))));
        }
        return new Section(word(Label.TIMELINE), withMissing(new Block.Table(List.of(">" + word(Label.SEQUENCE),
            ">" + word(Label.AFTER), word(Label.ROLE), word(Label.EVENT)), rows)));
    }

    /** The books alone, for where a line has no room for both. */
    Section books()
    {
        final List<List<Cell>> rows = new ArrayList<>();
        for (final EvidenceTimeline.Entry entry : told.timeline())
        {
            final BookShot shot = told.books().get(entry.sequence());
            if (shot != null && !shot.isEmpty())
            {
                final Instrument instrument = instrument(entry.event());
                rows.add(List.of(Cell.of("#" + entry.sequence()), Cell.of(best(shot.before().bids(), instrument)),
                    Cell.of(best(shot.before().asks(), instrument)), Cell.of(best(shot.after().bids(), instrument)),
                    Cell.of(best(shot.after().asks(), instrument)), Cell.of(atPrice(shot, instrument))));
            }
        }
        return rows.isEmpty() ? Section.lines(word(Label.BOOK_AROUND), List.of(word(Label.NO_BOOK))) :
            Section.table(word(Label.BOOK_AROUND), List.of(">" + word(Label.SEQUENCE), ">" + word(Label.BID_BEFORE),
            word(Label.ASK_BEFORE), ">" + word(Label.BID_AFTER), word(Label.ASK_AFTER), word(Label.AT_PRICE)), rows);
    }

    /** Events and books in one table; numbers are those of the picture. */
    Section page(final Map<Long, Integer> numbers)
    {
        final boolean hasBooks = told.books().values().stream().anyMatch(shot -> !shot.isEmpty());
        final List<List<Cell>> rows = new ArrayList<>();
        for (final EvidenceTimeline.Entry entry : told.timeline())
        {
            final Integer number = numbers.get(entry.sequence());
            final List<Cell> row = new ArrayList<>(List.of(
                Cell.of(number == null ? "" : number.toString(), Cell.Tone.BADGE),
                Cell.of("#" + entry.sequence(), Cell.Tone.MUTED), Cell.of(offset(entry), Cell.Tone.MUTED),
                Cell.of(entry.role().replace('_', ' '), Cell.Tone.STRONG), Cell.of(words(entry))));
            if (hasBooks)
            {
                books(entry, row);
            }
            rows.add(row);
        }
        final List<String> headers = new ArrayList<>(List.of("", ">" + word(Label.SEQUENCE), ">" + word(Label.AFTER),
            word(Label.ROLE), word(Label.EVENT)));
        if (hasBooks)
        {
            headers.addAll(List.of(word(Label.BID) + " / " + word(Label.ASK) + ", " + word(Label.BEFORE),
                word(Label.AFTERWARDS), word(Label.AT_PRICE)));
        }
        final List<Block> blocks = new ArrayList<>(withMissing(new Block.Table(List.copyOf(headers), rows)));
        if (!hasBooks)
        {
            blocks.add(new Block.Lines(List.of(word(Label.NO_BOOK)), false));
        }
        return new Section(word(Label.TIMELINE), blocks);
    }

    /** What the record itself tells. */
    void best(final List<Section> sections)
    {
        final AlertView.BestPrices book = alert.book();
        if (!isAbsent(book.bidBefore()) || !isAbsent(book.askBefore()) || !isAbsent(book.bidAfter()) ||
            !isAbsent(book.askAfter()))
        {
            sections.add(Section.table(word(Label.BEST), List.of("", ">" + word(Label.BID), ">" + word(Label.ASK)),
                List.of(List.of(Cell.of(word(Label.BEFORE)), price(book.bidBefore()), price(book.askBefore())),
                List.of(Cell.of(word(Label.AFTERWARDS)), price(book.bidAfter()), price(book.askAfter())))));
        }
    }

    void doubts(final List<Section> sections)
    {
        if (!told.doubts().isEmpty())
        {
            sections.add(Section.lines(word(Label.DOUBTS),
                told.doubts().stream().map(spell -> spell.text()).toList()));
        }
    }

    Section risks()
    {
        final Facts facts = new Facts(told, language);
        final List<List<Cell>> rows = told.aftermath().risks().stream().map(step -> List.of(
            Cell.of("#" + step.sequence()), Cell.of(Moment.shortText(step.engineTimeNanos())),
            Cell.of(facts.subject(step)),
            Cell.of(step.before().word() + " → " + step.after().word(), Cell.Tone.STRONG),
            Cell.of(Integer.toString(step.total())), Cell.of(parts(step)))).toList();
        return rows.isEmpty() ? Section.lines(word(Label.RISK), List.of(word(Label.NO_RISK))) :
            Section.table(word(Label.RISK), List.of(">" + word(Label.SEQUENCE), word(Label.TIME),
            word(Label.SUBJECT), word(Label.LEVEL), ">" + word(Label.TOTAL), word(Label.PARTS)), rows);
    }

    Section actions()
    {
        final List<List<Cell>> rows = told.aftermath().actions().stream().map(step -> List.of(
            Cell.of("#" + step.sequence()), Cell.of(Moment.shortText(step.engineTimeNanos())),
            Cell.of(step.kindWord(), Cell.Tone.STRONG), Cell.of(step.stateWord()), Cell.of(text(step)),
            Cell.of(step.level().word()),
            Cell.of(word(step.isApprovalNeeded() ? Label.NEEDED : Label.NOT_NEEDED)),
            Cell.of(Moment.shortText(step.expiryNanos())))).toList();
        return rows.isEmpty() ? Section.lines(word(Label.ACTIONS), List.of(word(Label.NO_ACTIONS))) :
            Section.table(word(Label.ACTIONS), List.of(">" + word(Label.SEQUENCE), word(Label.TIME),
            word(Label.ACTION), word(Label.STATE), word(Label.ACCOUNT), word(Label.LEVEL), word(Label.APPROVAL),
            word(Label.EXPIRY)), rows);
    }

    private String text(final ActionStep step)
    {
        final String account = told.texts().text(step.venueId(), IdSpace.ACCOUNT, step.accountId());
        return account == null ? "-" : account;
    }

    private static String parts(final RiskStep step)
    {
        return String.join(", ", step.parts().stream().filter(part -> part.contribution() != 0)
            .map(RiskStep.Part::text).toList());
    }

    private List<Block> withMissing(final Block table)
    {
        final String more = Quantities.grouped(alert.evidenceMissing());
        return alert.evidenceMissing() == 0 ? List.of(table) : List.of(table, new Block.Lines(List.of(
            language == Language.KO ? "그 밖에 기록에 담지 못한 이벤트 " + more + "건" :
            "and " + more + " more events, which the record has no room for"), false));
    }

    private void books(final EvidenceTimeline.Entry entry, final List<Cell> row)
    {
        final BookShot shot = told.books().get(entry.sequence());
        final Instrument instrument = entry.event() == null ? null : instrument(entry.event());
        row.add(Cell.of(shot == null ? "" : both(shot.before(), instrument)));
        row.add(Cell.of(shot == null ? "" : both(shot.after(), instrument)));
        row.add(Cell.of(shot == null ? "" : atPrice(shot, instrument)));
    }

    private static String both(final BookShot.Tops tops, final Instrument instrument)
    {
        return tops.isEmpty() ? "-" : best(tops.bids(), instrument) + "\n" + best(tops.asks(), instrument);
    }

    private static String best(final List<BookLevel> levels, final Instrument instrument)
    {
        return levels.isEmpty() ? "-" : levelText(levels.get(0), instrument);
    }

    static String levelText(final BookLevel level, final Instrument instrument)
    {
        final String price = instrument == null ? level.priceTicks() + " ticks" :
            Quantities.grouped(Quantities.price(level.priceTicks(), instrument));
        return isAbsent(level.quantityLots()) ? price : price + " × " + lots(level.quantityLots(), instrument);
    }

    private static String atPrice(final BookShot shot, final Instrument instrument)
    {
        return shot.side() == Side.NONE || shot.atPrice()[0] == 0 && shot.atPrice()[1] == 0 ? "" :
            lots(shot.atPrice()[0], instrument) + " → " + lots(shot.atPrice()[1], instrument);
    }

    private static String lots(final long lots, final Instrument instrument)
    {
        return instrument == null ? lots + " lots" : Quantities.grouped(Quantities.quantity(lots, instrument));
    }

    private Instrument instrument(final MarketEvent event)
    {
        return told.texts().instrument(event.instrumentId(), event.sequence());
    }

    private Cell price(final long ticks)
    {
        return Cell.of(Quantities.text(Unit.TICKS, ticks, told.instrument()));
    }

    private String words(final EvidenceTimeline.Entry entry)
    {
        return entry.event() == null ? word(Label.NO_EVENT) :
            elsewhere(entry.event()) + eventWords.line(entry.event());
    }

    private String offset(final EvidenceTimeline.Entry entry)
    {
        final long origin = told.originNanos();
        final long time = entry.timeNanos();
        return isAbsent(time) || isAbsent(origin) ? "-" : time == origin ? "0" : Quantities.duration(time - origin);
    }

    /** Where it happened, when that is not where the alert is. */
    private String elsewhere(final MarketEvent event)
    {
        if (event.instrumentId() == alert.instrumentId() || event.instrumentId() == Absent.NO_INSTRUMENT)
        {
            return "";
        }
        final Instrument other = instrument(event);
        return "on " + (other == null ? "unknown:" + event.instrumentId() : other.symbol()) + ": ";
    }

    private String word(final Label label)
    {
        return label.in(language);
    }

    private static boolean isAbsent(final long value)
    {
        return value == Absent.VALUE;
    }
}
