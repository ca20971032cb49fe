package fds.app.plot;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import fds.app.UsageException;
import fds.app.setup.DetectorCatalog;
import fds.app.view.AlertView;
import fds.app.view.JournalAlerts;
import fds.app.view.JournalTexts;
import fds.app.view.Moment;
import fds.app.view.Span;
import fds.app.view.TextResolver;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.instrument.Instrument;
import fds.market.owner.OwnerGroups;

/**
 * What to draw.
 *
 * @param instrument symbol or {@code VENUE:SYMBOL}, or null: the alert's, or the only one.
 * @param span       of time; without ends an alert is drawn with some room around it, anything else whole.
 * @param account    whose orders are drawn, or null.
 * @param alert      as a user names it, or null.
 */
public record PlotRequest(String instrument, Span span, String account, String alert)
{
    private static final long ROOM_MIN_NANOS = 250_000_000L;

    /** Checks what excludes each other. */
    public PlotRequest
    {
        if (account != null && alert != null)
        {
            throw new UsageException("--account and --alert are both given: an alert is drawn with all its accounts");
        }
    }

    /**
     * Read an input, twice or three times, into a picture.
     *
     * @param input   to read.
     * @param journal directory, when it is one.
     * @param catalog what detectors declare.
     * @return the picture.
     * @throws UsageException when there is nothing to draw, with what there is.
     */
    public PriceChart read(final FrameInput input, final Path journal, final DetectorCatalog catalog)
    {
        if (alert == null)
        {
            final Watched watched = account == null ? Watched.nobody() : Watched.account(account);
            return draw(input, instrument, span, watched, account == null ? "" : "account " + account, null);
        }
        final JournalAlerts.Row row = JournalAlerts.read(journal).find(alert);
        final JournalTexts texts = JournalTexts.read(journal, JournalTexts.EVERY_SPACE);
        final AlertScene scene = AlertScene.of(journal, row, texts, catalog);
        final String symbol = instrument != null ? instrument : scene.instrument();
        return draw(input, symbol, span.equals(Span.ALL) ? around(scene) : span, Watched.group(row.alert(), texts),
            who(row.alert(), texts), scene);
    }

    private PriceChart draw(
        final FrameInput input,
        final String symbol,
        final Span shown,
        final Watched watched,
        final String watchedWords,
        final AlertScene scene)
    {
        Survey survey = new Survey(symbol, shown, watched);
        input.read(survey);
        if (symbol == null && survey.only() != null)
        {
            survey = new Survey(survey.only(), shown, watched);
            input.read(survey);
        }
        final Instrument chosen = survey.instrument(input.name());
        if (account != null)
        {
            survey.requireWatched(account, input.name());
        }
        final Window window = survey.window(input.name(), scene == null ? new long[0] :
            scene.pricesTicks(chosen.id()), scene != null && span.equals(Span.ALL));
        final PriceChartBuilder builder =
            new PriceChartBuilder(input.name(), chosen, window, watched, watchedWords, scene);
        input.read(builder);
        return builder.chart();
    }

    /** From the first evidence to the last, with room to see what was before and came of it. */
    private static Span around(final AlertScene scene)
    {
        final long[] times = scene.times();
        if (times[0] == Absent.VALUE)
        {
            throw new UsageException("the journal holds none of the alert's events: give --from and --to");
        }
        final long room = Math.max(ROOM_MIN_NANOS, (times[1] - times[0]) / 3);
        return new Span(new Moment(false, times[0] - room), new Moment(false, times[1] + room));
    }

    private static String who(final AlertView alert, final TextResolver texts)
    {
        if (alert.ownerGroupKind() == OwnerGroups.KIND_NAMED && alert.ownerGroup() != Absent.UNKNOWN_ID)
        {
            return "owner group " + texts.text(alert.venueId(), IdSpace.OWNER_GROUP, alert.ownerGroup());
        }
        final List<String> accounts = alert.accounts().stream()
            .map(id -> texts.text(alert.venueId(), IdSpace.ACCOUNT, id)).filter(Objects::nonNull).toList();
        return accounts.isEmpty() ? "" : accounts.size() == 1 ? "account " + accounts.get(0) :
            "account " + accounts.get(0) + " and " + (accounts.size() - 1) + " more";
    }
}
