package fds.app.view;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.app.setup.DetectorCatalog;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Predicate;
import fds.market.detector.Unit;
import fds.market.episode.Episodes;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.event.MarketEvent;
import fds.market.finding.BenefitMethod;
import fds.market.instrument.Instrument;

/** One alert, told so that a reader can follow and recompute it: as text for people, or as one JSON object. */
public final class Explanation
{
    private static final String INDENT = "  ";

    private final Path journal;
    private final JournalAlerts.Row row;
    private final AlertView alert;
    private final JournalTexts texts;
    private final AlertWords words;
    private final Instrument instrument;
    private final DetectorInfo info;
    private final List<ParameterDoc> parameters;
    private final ConfigText config;
    private final List<EvidenceTimeline.Entry> timeline;
    private final EventWords eventWords;
    private final List<BookDoubts.Spell> doubts;

    /**
     * Fetch all that belongs to an alert.
     *
     * @param journal directory.
     * @param row     the alert.
     * @param texts   of the journal, every id space.
     * @param catalog what detectors declare.
     */
    public Explanation(
        final Path journal, final JournalAlerts.Row row, final JournalTexts texts, final DetectorCatalog catalog)
    {
        this.journal = journal;
        this.row = row;
        alert = row.alert();
        this.texts = texts;
        words = new AlertWords(texts, catalog);
        instrument = words.instrument(alert);
        info = words.info(alert);
        parameters = ParameterDoc.of(catalog.factory(alert.detector()));
        config = texts.configAt(alert.causeSequence());
        timeline = EvidenceTimeline.of(alert, journal);
        eventWords = new EventWords(texts);
        doubts = BookDoubts.near(alert, journal);
    }

    /**
     * For people.
     *
     * @param out to print to.
     */
    public void print(final PrintWriter out)
    {
        line(out, "Alert " + alert.idText() + " (#" + row.number() + "): " + alert.severity().word() + ", score " +
            alert.score() + " of 100, " + alert.state().word() + closeReason());
        out.println();
        line(out, INDENT + words.summaryEn(alert));
        line(out, INDENT + words.summaryKo(alert));
        out.println();
        facts(out);
        predicates(out);
        score(out);
        timeline(out);
        book(out);
        doubts(out);
        benefit(out);
        tags(out);
        parameters(out);
        heading(out, "Recompute");
        line(out, INDENT + verifyCommand());
        line(out, INDENT + replayCommand());
        heading(out, "See it as a picture");
        line(out, INDENT + plotCommand());
    }

    /**
     * Write the fields into an open object: {@code alert} as everywhere, and what explains it.
     *
     * @param json inside an object.
     * @throws IOException when the target cannot take them.
     */
    public void write(final JsonGenerator json) throws IOException
    {
        final AlertJson alertJson = new AlertJson(words);
        json.writeObjectFieldStart("alert");
        alertJson.write(alert, json);
        json.writeEndObject();
        json.writeNumberField("row", row.number());
        json.writeNumberField("findings", row.findings());
        json.writeStringField("detector_name", info == null ? null : info.name());
        json.writeStringField("detector_source", info == null ? null : info.source());
        json.writeStringField("subject", subject());
        json.writeStringField("close_cause", closeCause());
        json.writeArrayFieldStart("predicates");
        for (final AlertView.Compared compared : alert.predicates())
        {
            final Predicate declared = words.predicate(alert, compared.predicate());
            json.writeStartObject();
            alertJson.writePredicate(alert, compared, json);
            json.writeStringField("comparison", declared == null ? null : declared.comparison());
            json.writeStringField("measured_text", quantity(declared, compared.measured()));
            json.writeStringField("threshold_text", quantity(declared, compared.threshold()));
            json.writeStringField("margin_text", Margin.text(declared, compared, instrument));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("score_parts");
        for (final AlertView.ScorePart part : alert.scoreParts())
        {
            json.writeStartObject();
            json.writeStringField("name", words.scorePartName(alert, part.part()));
            json.writeNumberField("points", part.points());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTimeline(json);
        writeBook(json);
        json.writeArrayFieldStart("book_doubts");
        for (final BookDoubts.Spell spell : doubts)
        {
            json.writeStartObject();
            json.writeNumberField("first_sequence", spell.firstSequence());
            JsonLines.number(json, "end_sequence", spell.endSequence() == 0 ? Absent.VALUE : spell.endSequence());
            json.writeNumberField("unseen", spell.unseen());
            json.writeStringField("reasons", String.join("; ", spell.reasons()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tags");
        for (final String tag : alert.tagTexts())
        {
            json.writeStartObject();
            json.writeStringField("tag", tag);
            json.writeStringField("meaning", LawTags.meaning(tag));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("parameters");
        for (final String line : parameterLines())
        {
            final int colon = line.indexOf(':');
            json.writeStringField(colon < 0 ? line : line.substring(0, colon).strip(),
                colon < 0 ? "" : line.substring(colon + 1).strip());
        }
        json.writeEndObject();
        json.writeStringField("build", config == null ? null : config.buildId());
        json.writeStringField("verify", verifyCommand());
        json.writeStringField("replay", replayCommand());
        json.writeStringField("plot", plotCommand());
    }

    private void facts(final PrintWriter out)
    {
        final TextTable facts = new TextTable("", "");
        facts.row("what", alert.typology().word().replace('_', ' ') + ", told by " + alert.detectorId() +
            (info == null ? " (a detector that this build does not have)" : " " + info.name()) + ", version " +
            alert.detectorVersion() + versionWarning());
        facts.row("who", subject());
        for (final long account : alert.accounts())
        {
            facts.row("", "account " + texts.text(alert.venueId(), IdSpace.ACCOUNT, account) + owner(account));
        }
        facts.row("where", (words.instrumentText(alert) == null ? "no instrument" : words.instrumentText(alert)) +
            " on " + words.venue(alert) + (instrument == null ? "" : " (" + instrument.type().word() + ", tick " +
            Quantities.price(1, instrument) + ", lot " + Quantities.quantity(1, instrument) + ", tier " +
            instrument.tier() + ")"));
        facts.row("when", Moment.text(alert.firstTimeNanos()) + " to " + Moment.text(alert.causeTimeNanos()) +
            length());
        facts.row("events", "from #" + alert.firstSequence() + " to #" + alert.causeSequence() + ", " +
            Quantities.grouped(row.findings()) + (row.findings() == 1 ? " finding" : " findings"));
        facts.lines(INDENT).stream().skip(1).forEach(out::println);
    }

    private void predicates(final PrintWriter out)
    {
        heading(out, "Measured against thresholds (of the gravest finding, the newest among equals)");
        final TextTable table = new TextTable("predicate", ">measured", "", "threshold", "holds", "margin");
        for (final AlertView.Compared compared : alert.predicates())
        {
            final Predicate declared = words.predicate(alert, compared.predicate());
            table.row(words.predicateName(alert, compared.predicate()), quantity(declared, compared.measured()),
                declared == null ? "?" : declared.comparison(), quantity(declared, compared.threshold()),
                compared.passed() ? "yes" : "no", Margin.text(declared, compared, instrument));
        }
        if (alert.predicates().isEmpty())
        {
            line(out, INDENT + "none were told");
            return;
        }
        table.lines(INDENT).forEach(out::println);
    }

    private void score(final PrintWriter out)
    {
        if (alert.scoreParts().isEmpty())
        {
            return;
        }
        heading(out, "Score " + alert.score());
        final TextTable table = new TextTable("part", ">points");
        alert.scoreParts().forEach(part -> table.row(
            words.scorePartName(alert, part.part()), Integer.toString(part.points())));
        table.lines(INDENT).forEach(out::println);
    }

    private void timeline(final PrintWriter out)
    {
        heading(out, "Timeline");
        final long origin = origin();
        final TextTable table = new TextTable(">sequence", ">after", "role", "event");
        for (final EvidenceTimeline.Entry entry : timeline)
        {
            table.row("#" + entry.sequence(), offset(entry, origin), entry.role(), entry.event() == null ?
                "(not an event of this journal)" : elsewhere(entry.event()) + eventWords.line(entry.event()));
        }
        table.lines(INDENT).forEach(out::println);
        if (alert.evidenceMissing() > 0)
        {
            line(out, INDENT + "and " + Quantities.grouped(alert.evidenceMissing()) +
                " more events, which the record has no room for");
        }
    }

    private void book(final PrintWriter out)
    {
        final AlertView.BestPrices book = alert.book();
        if (isAbsent(book.bidBefore()) && isAbsent(book.askBefore()) && isAbsent(book.bidAfter()) &&
            isAbsent(book.askAfter()))
        {
            return;
        }
        heading(out, "Best prices");
        final TextTable table = new TextTable("", ">bid", ">ask");
        table.row("before", bookPrice(book.bidBefore()), bookPrice(book.askBefore()));
        table.row("after", bookPrice(book.bidAfter()), bookPrice(book.askAfter()));
        table.lines(INDENT).forEach(out::println);
    }

    private void doubts(final PrintWriter out)
    {
        if (!doubts.isEmpty())
        {
            heading(out, "The book was not to be trusted");
            doubts.forEach(spell -> line(out, INDENT + spell.text()));
        }
    }

    private void benefit(final PrintWriter out)
    {
        if (alert.benefitMethod() != BenefitMethod.NONE)
        {
            heading(out, "Benefit");
            line(out, INDENT + (instrument == null ? alert.benefitTickLots() + " tick-lots" :
                Quantities.grouped(Quantities.money(alert.benefitTickLots(), instrument)) + " " + instrument.quote())
                .strip() + ", by the method " + alert.benefitMethod().word().replace('_', ' ') +
                (alert.benefitMethod() == BenefitMethod.WASHED_NOTIONAL ?
                ": the size of the false signal, not a profit" : ""));
        }
    }

    private void tags(final PrintWriter out)
    {
        if (alert.tags() != 0)
        {
            heading(out, "Law it touches");
            final TextTable table = new TextTable("", "");
            for (final String tag : alert.tagTexts())
            {
                table.row(tag, LawTags.meaning(tag));
            }
            table.lines(INDENT).stream().skip(1).forEach(out::println);
        }
    }

    private void parameters(final PrintWriter out)
    {
        heading(out, "Parameters in force (hash " + AlertView.hex(alert.parametersHash()) + ")");
        final List<String> lines = parameterLines();
        lines.forEach(text -> line(out, INDENT + text + inWords(text)));
        if (lines.isEmpty())
        {
            line(out, INDENT + "the journal's configuration names none for " + alert.detectorId());
        }
        if (config != null && !config.buildId().isEmpty())
        {
            line(out, INDENT + "journaled by build " + config.buildId());
        }
    }

    private void writeTimeline(final JsonGenerator json) throws IOException
    {
        final long origin = origin();
        json.writeArrayFieldStart("timeline");
        for (final EvidenceTimeline.Entry entry : timeline)
        {
            json.writeStartObject();
            json.writeStringField("role", entry.role());
            JsonLines.number(json, "after_ns", isAbsent(origin) || isAbsent(entry.timeNanos()) ? Absent.VALUE :
                entry.timeNanos() - origin);
            if (entry.event() == null)
            {
                json.writeNumberField("sequence", entry.sequence());
            }
            else
            {
                json.writeStringField("words", eventWords.line(entry.event()));
                eventWords.write(entry.event(), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("evidence_missing", alert.evidenceMissing());
    }

    private void writeBook(final JsonGenerator json) throws IOException
    {
        json.writeObjectFieldStart("book");
        json.writeStringField("bid_before", jsonPrice(alert.book().bidBefore()));
        json.writeStringField("ask_before", jsonPrice(alert.book().askBefore()));
        json.writeStringField("bid_after", jsonPrice(alert.book().bidAfter()));
        json.writeStringField("ask_after", jsonPrice(alert.book().askAfter()));
        json.writeEndObject();
    }

    private String subject()
    {
        final String one = texts.text(alert.venueId(), IdSpace.ACCOUNT, alert.subject());
        return switch (alert.subjectKind())
        {
            case INSTRUMENT -> "the market itself: no account is named as the subject";
            case ACCOUNT -> "account " + one;
            case OWNER_GROUP -> "owner group " + words.ownerGroup(alert);
            case ACCOUNT_PAIR -> "accounts " + one + " and " +
                texts.text(alert.venueId(), IdSpace.ACCOUNT, alert.counterSubject()) + " together";
        };
    }

    private String owner(final long account)
    {
        final long group = texts.ownerGroupOf(alert.venueId(), account);
        return group == Absent.UNKNOWN_ID ? ", its own group" :
            ", of owner group " + texts.text(alert.venueId(), IdSpace.OWNER_GROUP, group);
    }

    private String versionWarning()
    {
        return info == null || info.version() == alert.detectorVersion() ? "" :
            " (this build has version " + info.version() + ": names may differ)";
    }

    private String closeReason()
    {
        final String cause = closeCause();
        return cause == null ? "" : " (" + cause + ")";
    }

    private String closeCause()
    {
        return switch (alert.closeCause())
        {
            case 0 -> null;
            case Episodes.CLOSED_QUIET -> "no finding came for a while";
            case Episodes.CLOSED_LONG -> "it had been open for long";
            case Episodes.CLOSED_FULL -> "room was needed for others";
            default -> "cause " + alert.closeCause();
        };
    }

    private String length()
    {
        return isAbsent(alert.firstTimeNanos()) || isAbsent(alert.causeTimeNanos()) ? "" :
            " (" + Quantities.duration(alert.causeTimeNanos() - alert.firstTimeNanos()) + ")";
    }

    /** The time that offsets count from: of the first event that has one. */
    private long origin()
    {
        return timeline.stream().mapToLong(EvidenceTimeline.Entry::timeNanos).filter(time -> !isAbsent(time))
            .findFirst().orElse(Absent.VALUE);
    }

    private static String offset(final EvidenceTimeline.Entry entry, final long origin)
    {
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
        final Instrument other = texts.instrument(event.instrumentId(), event.sequence());
        return "on " + (other == null ? "unknown:" + event.instrumentId() : other.symbol()) + ": ";
    }

    private String quantity(final Predicate declared, final long value)
    {
        return Quantities.text(declared == null ? null : declared.unit(), value, instrument);
    }

    private String bookPrice(final long ticks)
    {
        return Quantities.text(Unit.TICKS, ticks, instrument);
    }

    private String jsonPrice(final long ticks)
    {
        return isAbsent(ticks) ? null : instrument == null ? ticks + " ticks" : Quantities.price(ticks, instrument);
    }

    /** The value of a parameter line with its unit, where that says more than the line. */
    private String inWords(final String line)
    {
        final String[] parts = line.split(":", 2);
        final ParameterDoc declared = parameters.stream()
            .filter(doc -> parts[0].equals(doc.key()) || parts[0].startsWith(doc.key() + ".")).findFirst().orElse(null);
        final String value = parts.length < 2 ? "" : parts[1].strip();
        if (declared == null || !value.matches("-?\\d{1,18}"))
        {
            return "";
        }
        final String words = Quantities.text(declared.unit(), Long.parseLong(value), instrument);
        return words.equals(value) ? "" : "  (" + words + ")";
    }

    private List<String> parameterLines()
    {
        return config == null ? List.of() : config.parametersOf(alert.detectorId());
    }

    private String verifyCommand()
    {
        return "./fds verify " + quoted(journal.toString());
    }

    private String replayCommand()
    {
        final StringBuilder command = new StringBuilder("./fds replay ").append(quoted(journal.toString()))
            .append(" --from=#").append(alert.firstSequence()).append(" --to=#").append(alert.causeSequence());
        if (instrument != null)
        {
            command.append(" --instrument ").append(quoted(instrument.symbol()));
        }
        if (alert.accounts().size() == 1)
        {
            command.append(" --account ").append(quoted(words.accounts(alert).get(0)));
        }
        return command.toString();
    }

    private String plotCommand()
    {
        return "./fds plot " + quoted(journal.toString()) + " --alert " + alert.idText() + " --out alert-" +
            alert.idText() + ".svg";
    }

    /** As one word of a shell. */
    private static String quoted(final String text)
    {
        return text.matches("[A-Za-z0-9_./:@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean isAbsent(final long value)
    {
        return value == Absent.VALUE;
    }

    private static void heading(final PrintWriter out, final String text)
    {
        out.println();
        line(out, text);
    }

    private static void line(final PrintWriter out, final String text)
    {
        out.println(TextTable.printable(text));
    }
}
