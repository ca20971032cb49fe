package fds.app.explain;

import java.util.List;
import java.util.Map;

import fds.app.UsageException;
import fds.app.plot.JournalFrames;
import fds.app.plot.PlotRequest;
import fds.app.plot.PriceChartDrawing;
import fds.app.view.Span;

/**
 * The picture of an alert.
 *
 * @param svg     an element of a page, or empty when there is nothing to draw.
 * @param numbers that stand in it at events, by sequence.
 * @param missing why there is none, or empty.
 */
record Picture(String svg, Map<Long, Integer> numbers, String missing)
{
    static Picture of(final Explanation explanation)
    {
        try
        {
            final PriceChartDrawing.Figure figure = PriceChartDrawing.figure(
                new PlotRequest(null, Span.ALL, null, explanation.alert().idText()).read(
                    new JournalFrames(List.of(explanation.journal())), explanation.journal(), explanation.catalog()));
            return new Picture(figure.svg(), figure.numbers(), "");
        }
        catch (final UsageException e)
        {
            return new Picture("", Map.of(), e.getMessage());
        }
    }
}
