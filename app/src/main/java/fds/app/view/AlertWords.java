package fds.app.view;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fds.app.setup.DetectorCatalog;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Predicate;
import fds.market.detector.Unit;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.instrument.Instrument;
import fds.market.owner.OwnerGroups;

/** Puts an alert into words: names for its numbers, summaries from its detector's templates. */
public final class AlertWords
{
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9_]+)}");
    private static final String UNKNOWN_EN = "(unknown)";
    private static final String UNKNOWN_KO = "(알 수 없음)";
    private static final String UNMEASURED_EN = "not measured";
    private static final String UNMEASURED_KO = "측정되지 않음";
    private static final String SUMMARY_EN = "Detector {detector} recognised {typology} by {accounts} on {instrument}.";
    private static final String SUMMARY_KO =
        "탐지기 {detector}이(가) {instrument}에서 계정 {accounts}의 {typology} 유형을 탐지했습니다.";

    private final TextResolver texts;
    private final DetectorCatalog catalog;

    /**
     * With the names of one journal.
     *
     * @param texts   names behind numbers.
     * @param catalog what detectors declare.
     */
    public AlertWords(final TextResolver texts, final DetectorCatalog catalog)
    {
        this.texts = texts;
        this.catalog = catalog;
    }

    /**
     * What the alert's detector declares of itself.
     *
     * @param alert any.
     * @return null when this build does not have the detector.
     */
    public DetectorInfo info(final AlertView alert)
    {
        return catalog.info(alert.detector());
    }

    /**
     * The instrument, as it was at the cause.
     *
     * @param alert any.
     * @return null when there is none or it is not known.
     */
    public Instrument instrument(final AlertView alert)
    {
        return texts.instrument(alert.instrumentId(), alert.causeSequence());
    }

    /**
     * The instrument's name.
     *
     * @param alert any.
     * @return its symbol, {@code unknown:n} when it is not known, or null when the alert is about none.
     */
    public String instrumentText(final AlertView alert)
    {
        final Instrument instrument = instrument(alert);
        return instrument != null ? instrument.symbol() :
            alert.instrumentId() == 0 ? null : "unknown:" + alert.instrumentId();
    }

    /**
     * The venue's name.
     *
     * @param alert any.
     * @return null when none is named.
     */
    public String venue(final AlertView alert)
    {
        return texts.venue(alert.venueId());
    }

    /**
     * The accounts as the source wrote them.
     *
     * @param alert any.
     * @return in the order of the record.
     */
    public List<String> accounts(final AlertView alert)
    {
        return alert.accounts().stream().map(account -> texts.text(alert.venueId(), IdSpace.ACCOUNT, account))
            .filter(Objects::nonNull).toList();
    }

    /**
     * The owner group behind it.
     *
     * @param alert any.
     * @return the group's name, of a group of one the account's, or null when it is not known.
     */
    public String ownerGroup(final AlertView alert)
    {
        final int space = alert.ownerGroupKind() == OwnerGroups.KIND_NAMED ? IdSpace.OWNER_GROUP : IdSpace.ACCOUNT;
        return texts.text(alert.venueId(), space, alert.ownerGroup());
    }

    /**
     * A predicate's name.
     *
     * @param alert     it belongs to.
     * @param predicate index.
     * @return as declared, or {@code predicate_n} when the detector does not tell.
     */
    public String predicateName(final AlertView alert, final int predicate)
    {
        final Predicate declared = predicate(alert, predicate);
        return declared == null ? "predicate_" + predicate : declared.name();
    }

    /**
     * A predicate's declaration.
     *
     * @param alert     it belongs to.
     * @param predicate index.
     * @return null when the detector does not tell.
     */
    public Predicate predicate(final AlertView alert, final int predicate)
    {
        final DetectorInfo info = info(alert);
        return info == null || predicate >= info.predicates().size() ? null : info.predicates().get(predicate);
    }

    /**
     * The name of a part of the score.
     *
     * @param alert it belongs to.
     * @param part  index.
     * @return as declared, or {@code part_n} when the detector does not tell.
     */
    public String scorePartName(final AlertView alert, final int part)
    {
        final DetectorInfo info = info(alert);
        return info == null || part >= info.scoreParts().size() ? "part_" + part : info.scoreParts().get(part);
    }

    /**
     * One English sentence.
     *
     * @param alert any.
     * @return the detector's, or a general one when this build does not have the detector.
     */
    public String summaryEn(final AlertView alert)
    {
        final DetectorInfo info = info(alert);
        return render(info == null ? SUMMARY_EN : info.summaryEn(), alert, UNKNOWN_EN, UNMEASURED_EN);
    }

    /**
     * One Korean sentence.
     *
     * @param alert any.
     * @return the detector's, or a general one when this build does not have the detector.
     */
    public String summaryKo(final AlertView alert)
    {
        final DetectorInfo info = info(alert);
        return render(info == null ? SUMMARY_KO : info.summaryKo(), alert, UNKNOWN_KO, UNMEASURED_KO);
    }

    private String render(
        final String template, final AlertView alert, final String unknown, final String unmeasured)
    {
        final Matcher matcher = PLACEHOLDER.matcher(template);
        final StringBuilder text = new StringBuilder();
        while (matcher.find())
        {
            final String value = value(matcher.group(1), alert, unmeasured);
            matcher.appendReplacement(text, Matcher.quoteReplacement(value == null ? unknown : value));
        }
        return matcher.appendTail(text).toString();
    }

    private String value(final String name, final AlertView alert, final String unmeasured)
    {
        return switch (name)
        {
            case "accounts" -> alert.accounts().isEmpty() ? null : String.join(", ", accounts(alert));
            case "instrument" -> instrumentText(alert);
            case "owner_group" -> ownerGroup(alert);
            case "detector" -> alert.detectorId();
            case "typology" -> alert.typology().word().replace('_', ' ');
            default -> measured(name, alert, unmeasured);
        };
    }

    /** What a condition compared; a condition whose inputs were not known was not measured. */
    private String measured(final String name, final AlertView alert, final String unmeasured)
    {
        for (final AlertView.Compared compared : alert.predicates())
        {
            if (predicateName(alert, compared.predicate()).equals(name))
            {
                final Predicate declared = predicate(alert, compared.predicate());
                final Unit unit = declared == null ? null : declared.unit();
                return compared.measured() == Absent.VALUE ? unmeasured :
                    Quantities.text(unit, compared.measured(), instrument(alert));
            }
        }
        return null;
    }
}
