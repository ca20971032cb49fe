package fds.app.explain;

import java.util.ArrayList;
import java.util.List;

import fds.app.view.AlertView;
import fds.app.view.Quantities;
import fds.market.detector.Predicate;
import fds.market.event.Absent;
import fds.market.finding.BenefitMethod;

/** What happened, in plain sentences after the detector's own one. */
final class Narrative
{
    private final Explanation told;
    private final AlertView alert;
    private final Language language;

    Narrative(final Explanation told, final Language language)
    {
        this.told = told;
        alert = told.alert();
        this.language = language;
    }

    List<String> sentences()
    {
        final List<String> sentences = new ArrayList<>();
        sentences.add(course());
        if (!alert.predicates().isEmpty())
        {
            sentences.add(conditions());
        }
        if (alert.benefitMethod() != BenefitMethod.NONE)
        {
            sentences.add(say("In money: ", "금액으로는 ") + new Facts(told, language).benefit() + ".");
        }
        sentences.add(consequences());
        sentences.add(Label.NO_GUILT.in(language));
        return sentences;
    }

    private String course()
    {
        final boolean isMoment = told.firstNanos() == Absent.VALUE || told.causeNanos() == Absent.VALUE ||
            told.firstNanos() == told.causeNanos();
        final String length = isMoment ? "" : Quantities.duration(told.causeNanos() - told.firstNanos());
        final String count = Quantities.grouped(told.row().findings());
        if (language == Language.KO)
        {
            return "탐지기 " + alert.detectorId() + "이(가) " + (isMoment ? "한 시점에 " : length + " 동안 ") + count +
                "번 같은 패턴을 인식했습니다.";
        }
        return "Detector " + alert.detectorId() + " recognised the pattern " +
            (told.row().findings() == 1 ? "once" : count + " times") +
            (isMoment ? ", at one moment." : ", from the first event to the last within " + length + ".");
    }

    private String conditions()
    {
        final List<String> failed = new ArrayList<>();
        final List<String> unmeasured = new ArrayList<>();
        AlertView.Compared nearest = null;
        for (final AlertView.Compared compared : alert.predicates())
        {
            final String name = told.words().predicateName(alert, compared.predicate());
            if (compared.measured() == Absent.VALUE)
            {
                unmeasured.add(name);
            }
            else if (!compared.passed())
            {
                failed.add(name);
            }
            else if (nearest == null || distance(compared) < distance(nearest))
            {
                nearest = compared;
            }
        }
        final int held = alert.predicates().size() - failed.size() - unmeasured.size();
        final int all = alert.predicates().size();
        return say(held == all ? "All " + all + " conditions held" : "Of " + all + " conditions " + held + " held",
            "조건 " + all + "개 가운데 " + held + "개가 충족되었습니다") +
            list(say("; not: ", "; 미충족: "), failed) + list(say("; not measured: ", "; 측정 불가: "), unmeasured) +
            (nearest == null || distance(nearest) == Double.MAX_VALUE ? "." : nearest(nearest));
    }

    private String nearest(final AlertView.Compared compared)
    {
        final Predicate declared = told.words().predicate(alert, compared.predicate());
        return say(". Nearest to its threshold was ", ". 임계값에 가장 가까운 조건은 ") + declared.name() + ": " +
            Quantities.text(declared.unit(), compared.measured(), told.instrument()) + say(" against ", ", 임계값 ") +
            declared.comparison() + " " +
            Quantities.text(declared.unit(), compared.threshold(), told.instrument()) + ".";
    }

    /** How far a value lies from its threshold, as a share of it. */
    private double distance(final AlertView.Compared compared)
    {
        final double ratio = Margin.ratio(told.words().predicate(alert, compared.predicate()), compared);
        return Double.isNaN(ratio) ? Double.MAX_VALUE : Math.abs(ratio - 1);
    }

    private String consequences()
    {
        final Aftermath aftermath = told.aftermath();
        if (aftermath.risks().isEmpty() && aftermath.actions().isEmpty())
        {
            return say("No change of risk and no action in this journal names it.",
                "이 저널에는 이 경보를 근거로 한 위험 변화나 조치가 없습니다.");
        }
        return say(aftermath.risks().size() + " changes of risk and " + aftermath.actions().size() +
            " records of actions name it.", "이 경보를 근거로 위험 변화 " + aftermath.risks().size() + "건과 조치 기록 " +
            aftermath.actions().size() + "건이 있습니다.");
    }

    private static String list(final String before, final List<String> names)
    {
        return names.isEmpty() ? "" : before + String.join(", ", names);
    }

    private String say(final String english, final String korean)
    {
        return language == Language.KO ? korean : english;
    }
}
