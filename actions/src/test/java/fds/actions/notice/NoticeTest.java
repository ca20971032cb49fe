package fds.actions.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guard against tipping off: no text of ours may let its reader guess that somebody looks at him. */
class NoticeTest
{
    private static final List<String> FORBIDDEN_EN = List.of("suspic", "suspect", "fraud", "abus", "manipul",
        "investig", "surveil", "monitor", "alert", "report", "wash", "spoof", "layering", "launder", "crim", "illegal",
        "unlawful", "offen", "police", "prosec", "regulator", "authorit", "complian", "detect", "flag", "evidence",
        "case", "insider", "risk", "review", "examin", "inquir", "unusual", "irregular", "abnormal", "violat", "breach",
        "sanction", "stor ", "freez", "frozen", "seiz", "legal", "law ", "court", "score", "pattern");

    private static final List<String> FORBIDDEN_KO = List.of("의심", "혐의", "수사", "조사", "신고", "불법", "위법", "사기",
        "조작", "시세", "불공정", "세탁", "범죄", "감시", "이상거래", "이상 거래", "비정상", "적발", "탐지", "경찰", "검찰", "금융",
        "당국", "제재", "위반", "부정", "내부자", "위험", "심사", "검토", "증거를", "증거가", "보고", "동결", "압류", "법원", "법률", "통정",
        "가장매매", "모니터");

    @ParameterizedTest
    @EnumSource(Notice.class)
    void shouldNotTipOff(final Notice notice)
    {
        assertEquals(List.of(), found(notice.textEn().toLowerCase(Locale.ROOT), FORBIDDEN_EN));
        assertEquals(List.of(), found(notice.textKo(), FORBIDDEN_KO));
    }

    /** No place for a number, so none for an alert, a score or an action either. */
    @ParameterizedTest
    @EnumSource(Notice.class)
    void shouldHaveNoPlaceForAnId(final Notice notice)
    {
        for (final String text : List.of(notice.textEn(), notice.textKo()))
        {
            assertFalse(text.matches(".*[0-9{}%$<>].*"), text);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Notice.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void shouldSpeakBothLanguages(final Notice notice)
    {
        assertTrue(notice.textEn().matches("[A-Za-z .,']+"), notice.textEn());
        assertTrue(notice.textKo().codePoints().anyMatch(point -> point >= 0xAC00 && point <= 0xD7A3));
        assertTrue(notice.textEn().endsWith(".") && notice.textKo().endsWith("."));
    }

    @Test
    void shouldCatchATextThatTipsOff()
    {
        assertEquals(List.of("suspic", "review"),
            found("suspicious trading; your account is under review.", FORBIDDEN_EN));
        assertEquals(List.of("조사", "이상 거래"), found("이상 거래로 조사 중입니다.", FORBIDDEN_KO));
    }

    @Test
    void shouldTellNothingForACodeItDoesNotKnow()
    {
        assertEquals(Notice.NONE, Notice.of(99));
        assertEquals(Notice.TRADING_LIMITED, Notice.of(Notice.TRADING_LIMITED.ordinal()));
    }

    private static List<String> found(final String text, final List<String> stems)
    {
        return stems.stream().filter(text::contains).toList();
    }
}
