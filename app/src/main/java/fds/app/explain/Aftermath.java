package fds.app.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.journal.read.DecisionReader;
import fds.market.codec.decision.ActionDecoder;
import fds.market.codec.decision.RiskChangeDecoder;
import fds.market.control.ControlFrames;

/**
 * What the engine decided because of an alert: changes of risk and actions that name it.
 *
 * @param risks   in the order of the journal.
 * @param actions in the order of the journal.
 * @param omitted further ones, for which there is no room.
 */
record Aftermath(List<RiskStep> risks, List<ActionStep> actions, long omitted)
{
    private static final int STEPS_MAX = 200;

    static Aftermath of(final long alert, final Path journal)
    {
        final List<RiskStep> risks = new ArrayList<>();
        final List<ActionStep> actions = new ArrayList<>();
        long omitted = 0;
        try (DecisionReader reader = new DecisionReader(journal))
        {
            while (reader.next())
            {
                final int template = ControlFrames.templateId(reader.buffer(), reader.offset());
                if (template == RiskChangeDecoder.TEMPLATE_ID)
                {
                    omitted += keep(RiskStep.naming(alert, reader.buffer(), reader.offset()), risks);
                }
                else if (template == ActionDecoder.TEMPLATE_ID)
                {
                    omitted += keep(ActionStep.naming(alert, reader.buffer(), reader.offset()), actions);
                }
            }
        }
        return new Aftermath(List.copyOf(risks), List.copyOf(actions), omitted);
    }

    private static <T> int keep(final T step, final List<T> steps)
    {
        if (step != null && steps.size() < STEPS_MAX)
        {
            steps.add(step);
            return 0;
        }
        return step == null ? 0 : 1;
    }
}
