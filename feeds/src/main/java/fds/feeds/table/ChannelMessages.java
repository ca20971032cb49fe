package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;

/**
 * Labelled messages of Telegram channels; which coin they are of is not told, and their texts are left where they
 * are.
 */
final class ChannelMessages extends Table
{
    ChannelMessages()
    {
        super("telegram-messages", "channel_id", "message_id", "date", "label", "text");
    }

    @Override
    public boolean isInTimeOrder()
    {
        return false;
    }

    @Override
    public String venue(final String fileName)
    {
        return "TELEGRAM";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        events.add(new Draft(Kind.SOCIAL, row.date("date", 0))
            .reference(row.need("channel_id") + "/" + row.need("message_id")).reason("label " + row.need("label")));
    }
}
