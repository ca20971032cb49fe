package fds.bench.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scored answers, each right or wrong, and the area below precision over recall as the score that is asked for falls
 * (average precision; answers of one score count together).
 */
public final class PrecisionRecall
{
    private final List<Answer> answers = new ArrayList<>();

    /** An answer. */
    private record Answer(int score, boolean isRight)
    {
    }

    /**
     * Take an answer.
     *
     * @param score   of it.
     * @param isRight whether it finds something that was not found at a higher score.
     */
    public void add(final int score, final boolean isRight)
    {
        answers.add(new Answer(score, isRight));
    }

    /**
     * The area.
     *
     * @param labels what there was to find.
     * @return 0 to 1; not a number when there was nothing to find.
     */
    public double area(final long labels)
    {
        if (labels == 0)
        {
            return Double.NaN;
        }
        final List<Answer> sorted = new ArrayList<>(answers);
        sorted.sort(Comparator.comparingInt(Answer::score).reversed());
        double area = 0;
        long right = 0;
        int i = 0;
        while (i < sorted.size())
        {
            final int score = sorted.get(i).score();
            long more = 0;
            while (i < sorted.size() && sorted.get(i).score() == score)
            {
                more += sorted.get(i).isRight() ? 1 : 0;
                i++;
            }
            right += more;
            area += (double)more / labels * right / i;
        }
        return area;
    }
}
