package fds.app.run;

import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.view.Moment;

/** An alert on one line, for people who watch a run. */
final class AlertLine
{
    private AlertLine()
    {
    }

    static String of(final AlertView alert, final AlertWords words)
    {
        return String.format("%s  %-8s %s  %s", Moment.shortText(alert.engineTimeNanos()), alert.severity().word(),
            alert.detectorId(), words.summaryEn(alert));
    }
}
