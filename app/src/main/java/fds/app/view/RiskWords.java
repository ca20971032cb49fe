package fds.app.view;

import java.io.IOException;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.app.view.RiskChangeView.Part;
import fds.market.event.IdSpace;
import fds.market.instrument.Instrument;
import fds.market.risk.RiskPart;

/** Changes of risk in words, and as JSON. */
public final class RiskWords
{
    private static final double TOTAL_PER_POINT = 10_000;

    private final TextResolver texts;

    /**
     * With the names of a journal.
     *
     * @param texts accounts, owner groups, instruments.
     */
    public RiskWords(final TextResolver texts)
    {
        this.texts = texts;
    }

    /**
     * Whose level it is.
     *
     * @param change of a level.
     * @return name of the instrument, account or owner group.
     */
    public String subject(final RiskChangeView change)
    {
        return switch (change.kind())
        {
            case INSTRUMENT -> instrument(change);
            case OWNER_GROUP -> texts.text(change.venueId(), IdSpace.OWNER_GROUP, change.subject());
            case ACCOUNT, ACCOUNT_PAIR -> texts.text(change.venueId(), IdSpace.ACCOUNT, change.subject());
        };
    }

    /**
     * The instrument whose level it is.
     *
     * @param change of a level.
     * @return its name, or null for an owner group.
     */
    public String instrument(final RiskChangeView change)
    {
        if (change.instrumentId() == 0)
        {
            return null;
        }
        final Instrument instrument = texts.instrument(change.instrumentId(), change.sequence());
        return instrument == null ? "unknown:" + change.instrumentId() : instrument.symbol();
    }

    /**
     * The parts of a total: areas with what they gave to it, parts with their points and what was measured.
     *
     * @param change of a level.
     * @return one line.
     */
    public String parts(final RiskChangeView change)
    {
        final StringBuilder line = new StringBuilder();
        for (final Part part : change.parts())
        {
            line.append(line.isEmpty() ? "" : ", ").append(name(part)).append(' ');
            if (isArea(part))
            {
                line.append(String.format(Locale.ROOT, "%d gives %.2f", part.measured(), inTotal(part)));
            }
            else
            {
                line.append(part.contribution()).append(" (").append(part.measured())
                    .append(unit(part).isEmpty() ? "" : " " + unit(part)).append(')');
            }
        }
        return line.toString();
    }

    /**
     * Write the fields of a change into an open object.
     *
     * @param change of a level.
     * @param json   to write to.
     * @throws IOException when the target cannot take them.
     */
    public void write(final RiskChangeView change, final JsonGenerator json) throws IOException
    {
        json.writeStringField("subject_kind", change.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("subject", subject(change));
        json.writeStringField("venue", texts.venue(change.venueId()));
        json.writeStringField("instrument", instrument(change));
        json.writeStringField("level_before", change.before().word());
        json.writeStringField("level_after", change.after().word());
        json.writeNumberField("total", change.total());
        json.writeArrayFieldStart("parts");
        for (final Part part : change.parts())
        {
            json.writeStartObject();
            json.writeStringField("name", name(part));
            json.writeNumberField("measured", part.measured());
            json.writeStringField("unit", unit(part));
            json.writeNumberField(isArea(part) ? "in_total_10000" : "points", part.contribution());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonLines.texts(json, "alerts", change.alerts().stream().map(AlertView::hex).toList());
    }

    private static boolean isArea(final Part part)
    {
        return RiskPart.of(part.code()) != null && RiskPart.of(part.code()).isArea();
    }

    private static double inTotal(final Part part)
    {
        return part.contribution() / TOTAL_PER_POINT;
    }

    private static String name(final Part part)
    {
        return RiskPart.of(part.code()) == null ? "part_" + part.code() : RiskPart.of(part.code()).word();
    }

    private static String unit(final Part part)
    {
        return RiskPart.of(part.code()) == null ? "" : RiskPart.of(part.code()).unit().symbol();
    }
}
