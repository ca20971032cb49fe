package fds.app.explain;

import java.util.ArrayList;
import java.util.List;

import fds.app.view.AlertView;
import fds.app.view.JournalTexts;
import fds.app.view.Moment;
import fds.app.view.Quantities;
import fds.market.episode.Episodes;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.finding.BenefitMethod;
import fds.market.finding.SubjectKind;
import fds.market.instrument.Instrument;

/** What, who, where and when, in words. */
final class Facts
{
    private final Explanation told;
    private final AlertView alert;
    private final JournalTexts texts;
    private final Instrument instrument; // or null
    private final Language language;

    Facts(final Explanation told, final Language language)
    {
        this.told = told;
        alert = told.alert();
        texts = told.texts();
        instrument = told.instrument();
        this.language = language;
    }

    List<List<Cell>> rows()
    {
        final List<List<Cell>> rows = new ArrayList<>();
        row(Label.WHAT, alert.typology().word().replace('_', ' ') + say(", told by ", ", 탐지기 ") + detector() +
            say(", version ", ", 버전 ") + alert.detectorVersion() + versionWarning(), rows);
        row(Label.WHO, subject(), rows);
        for (final long account : alert.accounts())
        {
            rows.add(List.of(Cell.of(""), Cell.of(say("account ", "계정 ") +
                texts.text(alert.venueId(), IdSpace.ACCOUNT, account) + owner(account))));
        }
        row(Label.WHERE, where(), rows);
        row(Label.WHEN, when(), rows);
        row(Label.EVENTS, say("from #", "#") + alert.firstSequence() + say(" to #", " ~ #") + alert.causeSequence() +
            ", " + Quantities.grouped(told.row().findings()) +
            say(told.row().findings() == 1 ? " finding" : " findings", "건 탐지"), rows);
        if (told.info() != null && !told.info().source().isEmpty())
        {
            row(Label.DEFINITION, told.info().source(), rows);
        }
        return rows;
    }

    String subject()
    {
        return subject(alert.subjectKind(), alert.venueId(), alert.subject(), alert.counterSubject(),
            told.words().ownerGroup(alert));
    }

    /** Whose risk changed. */
    String subject(final RiskStep step)
    {
        final Instrument market = texts.instrument(step.instrumentId(), step.sequence());
        return step.subjectKind() == SubjectKind.INSTRUMENT ? say("market of ", "시장 ") +
            (market == null ? step.instrumentId() : market.symbol()) :
            subject(step.subjectKind(), step.venueId(), step.subject(), 0,
            texts.text(step.venueId(), IdSpace.OWNER_GROUP, step.subject()));
    }

    private String subject(
        final SubjectKind kind, final int venueId, final long id, final long counterId, final String group)
    {
        final String one = texts.text(venueId, IdSpace.ACCOUNT, id);
        return switch (kind)
        {
            case INSTRUMENT -> say("the market itself: no account is named as the subject",
                "시장 자체: 특정 계정을 지목하지 않습니다");
            case ACCOUNT -> say("account ", "계정 ") + one;
            case OWNER_GROUP -> say("owner group ", "소유자 그룹 ") + group;
            case ACCOUNT_PAIR -> say("accounts ", "계정 ") + one + say(" and ", ", ") +
                texts.text(venueId, IdSpace.ACCOUNT, counterId) + say(" together", "");
        };
    }

    String where()
    {
        return (told.words().instrumentText(alert) == null ? say("no instrument", "상품 없음") :
            told.words().instrumentText(alert)) + say(" on ", ", 거래소 ") + told.words().venue(alert) +
            (instrument == null ? "" : " (" + instrument.type().word() + ", tick " +
            Quantities.price(1, instrument) + ", lot " + Quantities.quantity(1, instrument) + ", tier " +
            instrument.tier() + ")");
    }

    String benefit()
    {
        final String amount = instrument == null ? alert.benefitTickLots() + " tick-lots" :
            (Quantities.grouped(Quantities.money(alert.benefitTickLots(), instrument)) + " " + instrument.quote())
            .strip();
        return amount + say(", by the method ", ", 산출 방법 ") +
            alert.benefitMethod().word().replace('_', ' ') +
            (alert.benefitMethod() == BenefitMethod.WASHED_NOTIONAL ?
            say(": the size of the false signal, not a profit", ": 이득이 아니라 허위 신호의 크기입니다") : "");
    }

    String closeReason()
    {
        final String cause = closeCause(alert);
        return cause == null ? "" : " (" + cause + ")";
    }

    static String closeCause(final AlertView alert)
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

    String noParameters()
    {
        return say("the journal's configuration names none for " + alert.detectorId(),
            "저널의 설정에 " + alert.detectorId() + "의 값이 없습니다");
    }

    String build()
    {
        return say("journaled by build ", "기록한 빌드 ") + told.config().buildId();
    }

    private String detector()
    {
        return alert.detectorId() + (told.info() == null ?
            say(" (a detector that this build does not have)", " (이 빌드에 없는 탐지기)") : " " + told.info().name());
    }

    private String versionWarning()
    {
        return told.info() == null || told.info().version() == alert.detectorVersion() ? "" :
            " (this build has version " + told.info().version() + ": names may differ)";
    }

    private String owner(final long account)
    {
        final long group = texts.ownerGroupOf(alert.venueId(), account);
        return group == Absent.UNKNOWN_ID ? say(", its own group", ", 단독 소유자 그룹") :
            say(", of owner group ", ", 소유자 그룹 ") + texts.text(alert.venueId(), IdSpace.OWNER_GROUP, group);
    }

    private String when()
    {
        final String first = Moment.text(told.firstNanos());
        return told.firstNanos() == told.causeNanos() ? first :
            first + say(" to ", " ~ ") + Moment.text(told.causeNanos()) + length();
    }

    private String length()
    {
        return told.firstNanos() == Absent.VALUE || told.causeNanos() == Absent.VALUE ? "" :
            " (" + Quantities.duration(told.causeNanos() - told.firstNanos()) + ")";
    }

    private String say(final String english, final String korean)
    {
        return language == Language.KO ? korean : english;
    }

    private void row(final Label label, final String text, final List<List<Cell>> rows)
    {
        rows.add(List.of(Cell.of(label.in(language), Cell.Tone.MUTED), Cell.of(text)));
    }
}
