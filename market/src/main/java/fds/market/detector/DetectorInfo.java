package fds.market.detector;

import java.util.List;
import java.util.Set;

import fds.market.finding.Typology;

/**
 * What a detector declares of itself: the catalogue, {@code fds detectors} and every alert's words come from here.
 *
 * @param id         {@code D01} to {@code D999}; a user's own starts at {@code D500}.
 * @param name       short English name.
 * @param version    1 and up; changes whenever its findings could.
 * @param typology   it recognises.
 * @param scope      where it runs.
 * @param kinds      mask of the event kinds it is shown.
 * @param needs      what the market keeps for it.
 * @param knowledge  what it must be told.
 * @param predicates it compares, in the order of the indices in its findings.
 * @param scoreParts names of its score's parts, in the order of the indices in its findings.
 * @param tags       mask of {@link fds.market.finding.Tag}.
 * @param source     where the definition comes from.
 * @param summaryEn  one English sentence; {@code {name}} is replaced by the predicate's measured value,
 *                   {@code {accounts}}, {@code {instrument}}, {@code {owner_group}} by what the alert names.
 * @param summaryKo  the same in Korean.
 */
public record DetectorInfo(
    String id,
    String name,
    int version,
    Typology typology,
    Scope scope,
    long kinds,
    Set<Need> needs,
    Set<Knowledge> knowledge,
    List<Predicate> predicates,
    List<String> scoreParts,
    long tags,
    String source,
    String summaryEn,
    String summaryKo)
{
    /** Checks the id and copies the lists. */
    public DetectorInfo
    {
        if (!id.matches("D\\d{2,3}"))
        {
            throw new IllegalArgumentException("detector id is '" + id + "': must be D and two or three digits");
        }
        if (version < 1 || version > 0xFFFF)
        {
            throw new IllegalArgumentException("version of " + id + " is " + version + ": must be 1 to 65535");
        }
        needs = Set.copyOf(needs);
        knowledge = Set.copyOf(knowledge);
        predicates = List.copyOf(predicates);
        scoreParts = List.copyOf(scoreParts);
    }

    /**
     * The id as a number, as in the journal.
     *
     * @return 1 to 999.
     */
    public int number()
    {
        return Integer.parseInt(id.substring(1));
    }
}
