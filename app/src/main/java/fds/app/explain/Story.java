package fds.app.explain;

import java.util.ArrayList;
import java.util.List;

import fds.app.view.AlertView;
import fds.app.view.ParameterDoc;
import fds.app.view.Quantities;
import fds.market.detector.Predicate;
import fds.market.event.Absent;
import fds.market.finding.BenefitMethod;

/** An explanation in sections, in one language, in the same order and words for terminals and pages. */
final class Story
{
    private final Explanation told;
    private final AlertView alert;
    private final Language language;
    private final boolean isPage;
    private final Facts facts;
    private final StoryEvents events;

    Story(final Explanation told, final Language language, final boolean isPage)
    {
        this.told = told;
        alert = told.alert();
        this.language = language;
        this.isPage = isPage;
        facts = new Facts(told, language);
        events = new StoryEvents(told, language);
    }

    Language language()
    {
        return language;
    }

    String word(final Label label)
    {
        return label.in(language);
    }

    Explanation told()
    {
        return told;
    }

    String title()
    {
        return word(Label.ALERT) + " " + alert.idText() + " (#" + told.row().number() + "): " +
            alert.severity().word() + ", " + String.format(word(Label.SCORE_OF), alert.score()) + ", " +
            alert.state().word() + facts.closeReason();
    }

    /** One sentence in each language, the chosen one first. */
    List<String> summaries()
    {
        final String english = told.words().summaryEn(alert);
        final String korean = told.words().summaryKo(alert);
        return language == Language.KO ? List.of(korean, english) : List.of(english, korean);
    }

    Section facts()
    {
        return Section.table("", List.of("", ""), facts.rows());
    }

    Section happened()
    {
        return Section.lines(word(Label.HAPPENED), new Narrative(told, language).sentences());
    }

    /** Everything behind what happened, in order; {@code picture} tells which numbers stand in the picture. */
    List<Section> sections(final Picture picture)
    {
        final List<Section> sections = new ArrayList<>();
        sections.add(measured());
        score(sections);
        if (isPage)
        {
            sections.add(events.page(picture.numbers()));
        }
        else
        {
            sections.add(events.timeline());
            sections.add(events.books());
        }
        events.best(sections);
        events.doubts(sections);
        sections.add(events.risks());
        sections.add(events.actions());
        benefit(sections);
        law(sections);
        sections.add(parameters());
        sections.add(Section.commands(word(Label.RECOMPUTE), told.commands().verify(), told.commands().replay()));
        sections.add(Section.commands(word(Label.SEE), told.commands().plot()));
        return sections;
    }

    private Section measured()
    {
        final List<List<Cell>> rows = new ArrayList<>();
        for (final AlertView.Compared compared : alert.predicates())
        {
            final Predicate declared = told.words().predicate(alert, compared.predicate());
            final boolean isMeasured = compared.measured() != Absent.VALUE;
            rows.add(List.of(
                Cell.of(told.words().predicateName(alert, compared.predicate()), Cell.Tone.STRONG),
                Cell.of(quantity(declared, compared.measured())), Cell.of(declared == null ? "?" :
                declared.comparison()), Cell.of(quantity(declared, compared.threshold())),
                Cell.of(word(compared.passed() ? Label.YES : Label.NO),
                compared.passed() ? Cell.Tone.GOOD : Cell.Tone.MUTED),
                new Cell(isMeasured ? Margin.text(declared, compared, told.instrument()) : "-",
                compared.passed() ? Cell.Tone.GOOD : Cell.Tone.MUTED, Margin.ratio(declared, compared))));
        }
        return rows.isEmpty() ? Section.lines(word(Label.MEASURED), List.of(word(Label.NONE_TOLD))) :
            Section.table(word(Label.MEASURED), List.of(word(Label.PREDICATE), ">" + word(Label.VALUE), "",
            word(Label.THRESHOLD), word(Label.HOLDS), word(Label.MARGIN)), rows);
    }

    private String quantity(final Predicate declared, final long value)
    {
        return Quantities.text(declared == null ? null : declared.unit(), value, told.instrument());
    }

    private void score(final List<Section> sections)
    {
        if (!alert.scoreParts().isEmpty())
        {
            sections.add(Section.table(word(Label.SCORE) + " " + alert.score(),
                List.of(word(Label.PART), ">" + word(Label.POINTS)), alert.scoreParts().stream()
                .map(part -> List.of(Cell.of(told.words().scorePartName(alert, part.part())),
                Cell.of(Integer.toString(part.points())))).toList()));
        }
    }

    private void benefit(final List<Section> sections)
    {
        if (alert.benefitMethod() != BenefitMethod.NONE)
        {
            sections.add(Section.lines(word(Label.BENEFIT), List.of(facts.benefit())));
        }
    }

    private void law(final List<Section> sections)
    {
        if (alert.tags() != 0)
        {
            sections.add(Section.table(word(Label.LAW), List.of("", ""), alert.tagTexts().stream()
                .map(tag -> List.of(Cell.of(tag, Cell.Tone.STRONG), Cell.of(LawTags.meaning(tag)))).toList()));
        }
    }

    private Section parameters()
    {
        final List<Block> blocks = new ArrayList<>();
        final List<List<Cell>> rows = new ArrayList<>();
        for (final String line : told.parameterLines())
        {
            final String[] parts = line.split(":", 2);
            final String value = parts.length < 2 ? "" : parts[1].strip();
            rows.add(List.of(Cell.of(parts[0].strip(), Cell.Tone.MONOSPACED), Cell.of(value, Cell.Tone.MONOSPACED),
                Cell.of(inWords(parts[0].strip(), value))));
        }
        blocks.add(rows.isEmpty() ?
            new Block.Lines(List.of(facts.noParameters()), false) :
            new Block.Table(List.of(word(Label.PARAMETER), word(Label.SETTING), word(Label.IN_WORDS)), rows));
        if (!told.config().buildId().isEmpty())
        {
            blocks.add(new Block.Lines(List.of(facts.build()), false));
        }
        return new Section(word(Label.PARAMETERS) + " (" + word(Label.HASH) + " " +
            AlertView.hex(alert.parametersHash()) + ")", List.copyOf(blocks));
    }

    /** A parameter's values with their unit, where that says more than the numbers. */
    private String inWords(final String key, final String value)
    {
        final ParameterDoc declared = told.parameters().stream()
            .filter(doc -> key.equals(doc.key()) || key.startsWith(doc.key() + ".")).findFirst().orElse(null);
        if (declared == null || !value.matches("-?\\d{1,18}|\\[(-?\\d{1,18}(, )?)+]"))
        {
            return "";
        }
        final List<String> texts = new ArrayList<>();
        for (final String one : value.replaceAll("[\\[\\]]", "").split(", "))
        {
            texts.add(Quantities.text(declared.unit(), Long.parseLong(one), told.instrument()));
        }
        final String words = texts.stream().distinct().count() == 1 ? texts.get(0) : String.join(" / ", texts);
        return words.equals(value) ? "" : words;
    }
}
