package fds.app.explain;

import java.nio.file.Path;
import java.util.List;

import fds.app.view.AlertView;
import fds.market.instrument.Instrument;

/** Commands that recompute and show an alert, ready to be pasted into a shell. */
final class Commands
{
    private final String journal;
    private final AlertView alert;
    private final Instrument instrument; // or null
    private final List<String> accounts;
    private final List<Path> jars;

    Commands(
        final Path journal,
        final AlertView alert,
        final Instrument instrument,
        final List<String> accounts,
        final List<Path> jars)
    {
        this.journal = quoted(journal.toString());
        this.alert = alert;
        this.instrument = instrument;
        this.accounts = accounts;
        this.jars = jars;
    }

    /** Replays the whole journal and compares every decision. */
    String verify()
    {
        return "./fds verify " + journal + own();
    }

    /** Replays the whole journal and prints this alert's records, with its id, as JSON. */
    String replay()
    {
        final StringBuilder command = new StringBuilder("./fds replay ").append(journal).append(" --json")
            .append(" --from=#").append(alert.firstSequence()).append(" --to=#")
            .append(Math.max(alert.sequence(), alert.causeSequence()));
        if (instrument != null)
        {
            command.append(" --instrument ").append(quoted(instrument.symbol()));
        }
        if (accounts.size() == 1)
        {
            command.append(" --account ").append(quoted(accounts.get(0)));
        }
        return command.append(own()).toString();
    }

    String plot()
    {
        return "./fds plot " + journal + " --alert " + alert.idText() + " --out alert-" + alert.idText() + ".svg" +
            own();
    }

    private String own()
    {
        final StringBuilder options = new StringBuilder();
        jars.forEach(jar -> options.append(" --detectors ").append(quoted(jar.toString())));
        return options.toString();
    }

    /** As one word of a shell. */
    private static String quoted(final String text)
    {
        return text.matches("[A-Za-z0-9_./:@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
