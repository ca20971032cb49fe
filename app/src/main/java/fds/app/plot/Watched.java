package fds.app.plot;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;

import fds.app.view.AlertView;
import fds.app.view.JournalTexts;
import fds.market.codec.event.IdAssignmentDecoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.owner.OwnerGroups;
import org.agrona.DirectBuffer;

/** The accounts whose orders and fills a picture shows. */
public final class Watched
{
    private final String account; // null: not by name
    private final Set<Long> named = new HashSet<>(); // ids that stand for the name
    private final LongPredicate others;

    private Watched(final String account, final LongPredicate others)
    {
        this.account = account;
        this.others = others;
    }

    /**
     * Nobody.
     *
     * @return has no account.
     */
    public static Watched nobody()
    {
        return new Watched(null, account -> false);
    }

    /**
     * One account.
     *
     * @param account as the source writes it.
     * @return has that account.
     */
    public static Watched account(final String account)
    {
        final Watched watched = new Watched(account, id -> false);
        if (account.matches("[1-9]\\d{0,17}"))
        {
            watched.named.add(Long.parseLong(account));
        }
        return watched;
    }

    /**
     * Whom an alert is about: the accounts it names, and all others of the owner group behind it.
     *
     * @param alert any.
     * @param texts of its journal, read.
     * @return has those accounts.
     */
    public static Watched group(final AlertView alert, final JournalTexts texts)
    {
        final Set<Long> accounts = new HashSet<>(alert.accounts());
        final boolean isNamed = alert.ownerGroupKind() == OwnerGroups.KIND_NAMED &&
            alert.ownerGroup() != Absent.UNKNOWN_ID;
        return new Watched(null, account -> accounts.contains(account) ||
            isNamed && texts.ownerGroupOf(alert.venueId(), account) == alert.ownerGroup());
    }

    /** Learn which id stands for the name. */
    void learn(final DirectBuffer buffer, final int offset)
    {
        if (account != null && ControlFrames.templateId(buffer, offset) == IdAssignmentDecoder.TEMPLATE_ID)
        {
            final IdAssignmentDecoder decoder =
                new IdAssignmentDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
            if (decoder.idSpace() == IdSpace.ACCOUNT)
            {
                final byte[] text = new byte[decoder.contentLength()];
                decoder.getContent(text, 0, text.length);
                if (new String(text, StandardCharsets.UTF_8).equals(account))
                {
                    named.add(decoder.assigned());
                }
            }
        }
    }

    /** Whether an account is watched. */
    boolean has(final long accountId)
    {
        return accountId != Absent.UNKNOWN_ID && (named.contains(accountId) || others.test(accountId));
    }
}
