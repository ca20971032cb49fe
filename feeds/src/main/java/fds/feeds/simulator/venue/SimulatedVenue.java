package fds.feeds.simulator.venue;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.book.RowQueue;
import fds.feeds.simulator.ledger.Ledger;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * The order entry and matching of the simulated venue. Each call is one message from a participant; what it causes
 * stands in {@link #rows} as events, the last of them flagged so, and in the {@link Ledger}. A call for which no rows
 * are left before the end of the flow does nothing.
 * <p>
 * Self-trade prevention cancels the resting order and reaches over an owner group. Only the orders of a
 * {@link Participant} that says so are free of it, and only towards the accounts it names. Owned by the simulator's
 * thread.
 */
public final class SimulatedVenue
{
    /** What has happened and was not read yet. */
    public final RowQueue rows = new RowQueue();

    /** Who has an account. */
    public final AccountRoster roster;

    /** Who owns what. */
    public final Ledger ledger;

    /** What accounts can afford. */
    public final Margins margins;

    /** Rows that are no orders. */
    public final Announcements announcements = new Announcements(this);

    private Participants participants = Participants.NONE;
    private long rowsLeft;
    private long rowsMade;
    private long orderNumber;
    private long tradeNumber;
    private int restingHandle = MatchingBook.NONE;
    private long filledLots;
    private long metLots;
    private long tellingLots;

    /**
     * A venue without orders.
     *
     * @param roster    of accounts.
     * @param ledger    of the same accounts.
     * @param markets   of all venues.
     * @param rowsLimit rows that it may make in all.
     */
    public SimulatedVenue(
        final AccountRoster roster, final Ledger ledger, final SimulatedMarket[] markets, final long rowsLimit)
    {
        margins = new Margins(ledger, markets);
        this.roster = roster;
        this.ledger = ledger;
        rowsLeft = rowsLimit;
    }

    /**
     * Who is told of fills and payments.
     *
     * @param known of the participants that act.
     */
    public void participants(final Participants known)
    {
        participants = known;
    }

    /**
     * Who acts at the moment.
     *
     * @return nobody until somebody is set.
     */
    public Participants participants()
    {
        return participants;
    }

    /**
     * Rows that it may still make.
     *
     * @return 0: nothing happens any more.
     */
    public long rowsLeft()
    {
        return rowsLeft;
    }

    /**
     * Rows so far, read or not.
     *
     * @return 0 and up.
     */
    public long rowsMade()
    {
        return rowsMade;
    }

    /**
     * Number of the last order sent or replaced.
     *
     * @return 1 and up.
     */
    public long orderNumber()
    {
        return orderNumber;
    }

    /**
     * Where the last order sent rests.
     *
     * @return handle, or {@link MatchingBook#NONE} when it is done.
     */
    public int restingHandle()
    {
        return restingHandle;
    }

    /**
     * What the last order sent has traded.
     *
     * @return lots.
     */
    public long filledLots()
    {
        return filledLots;
    }

    /**
     * What the last order sent has traded with the accounts it was meant for.
     *
     * @return lots.
     */
    public long metLots()
    {
        return metLots;
    }

    /**
     * Send an order. When the rows that are left do not hold all it would cause, it is not sent at all.
     *
     * @param market     where.
     * @param account    who.
     * @param side       which side.
     * @param priceTicks limit; ignored with {@link Flags#MARKET}.
     * @param lots       size.
     * @param flags      bits of {@link Flags}.
     * @param participant on whose behalf, or null for background flow.
     * @return whether anything of it rests.
     */
    public boolean submit(
        final SimulatedMarket market, final int account, final int side, final long priceTicks, final long lots,
        final int flags, final Participant participant)
    {
        return submit(market, account, side, priceTicks, lots, flags, participant, 0);
    }

    /**
     * Send an order, or let go on one that waited for its verdict.
     *
     * @param requested number of the order that was requested, or 0 for a new one.
     * @return whether anything of it rests.
     */
    public boolean submit(
        final SimulatedMarket market, final int account, final int side, final long priceTicks, final long lots,
        final int flags, final Participant participant, final long requested)
    {
        restingHandle = MatchingBook.NONE;
        filledLots = 0;
        metLots = 0;
        final boolean isMarket = (flags & Flags.MARKET) != 0;
        final long limit = isMarket ? side == Side.BUY ? Long.MAX_VALUE : 0 : priceTicks;
        final MatchingBook book = market.book;
        if (rowsLeft <= RowQueue.ROWS_MAX && rowsLeft < rowsNeeded(book, side, limit))
        {
            return false;
        }

        final boolean crosses = crosses(side, limit, book.bestTicks(Side.opposite(side)));
        final boolean isForced = (flags & Flags.LIQUIDATION) != 0;
        final int refusal =
            market.isHalted() ? Reasons.HALTED :
            !isForced && !canAfford(market, account, side, priceTicks, lots, flags) ? Reasons.FUNDS :
            crosses && (flags & Flags.POST_ONLY) != 0 ? Reasons.POST_ONLY :
            (flags & Flags.FOK) != 0 && !fillsWhole(market, account, side, limit, lots) ? Reasons.FOK :
            book.isFull() ? Reasons.CAPACITY : Reasons.NONE;
        final long number = requested != 0 ? requested : ++orderNumber;
        final int tag = tagOf(participant);
        final int wireFlags = flags | channel(account) |
            ((participant == null || !participant.isSelfTrading()) && roster.isExplicitStp(account) ? Flags.STP : 0);
        final long[] largest =
            participant != null && participant.isErroneous() ? market.largestMistakeLots : market.largestLots;
        largest[account] = refusal != Reasons.NONE ? largest[account] : Math.max(largest[account], lots);
        if (refusal != Reasons.NONE)
        {
            refuse(market, number, account, side, isMarket ? Absent.VALUE : priceTicks, lots, wireFlags, tag, refusal);
            return false;
        }

        add(Kind.NEW, side, wireFlags, market, number, account, isMarket ? Absent.VALUE : priceTicks, lots, tag);
        long open = lots;
        if (crosses)
        {
            open = match(market, number, account, side, limit, lots, participant, tag, isMarket && !isForced);
            market.onTaken(side, lots - open, tellingLots);
        }
        if (open > 0)
        {
            if ((flags & (Flags.IOC | Flags.FOK | Flags.MARKET)) != 0)
            {
                final int row = add(Kind.CANCEL, side, 0, market, number, account, Absent.VALUE, open, tag);
                rows.reason[row] = Reasons.REMAINDER;
            }
            else
            {
                restingHandle = book.rest(number, account, side, priceTicks, open, tag);
                market.onShown(restingHandle);
            }
        }
        rows.closeMessage();
        return restingHandle != MatchingBook.NONE;
    }

    /**
     * Whether the venue would take an order, as far as the account's money goes.
     *
     * @param market     where.
     * @param account    who.
     * @param side       which side.
     * @param priceTicks limit; ignored with {@link Flags#MARKET}.
     * @param lots       size.
     * @param flags      bits of {@link Flags}.
     * @return false: it would be refused with the reason {@code insufficient_balance}.
     */
    public boolean canAfford(
        final SimulatedMarket market, final int account, final int side, final long priceTicks, final long lots,
        final int flags)
    {
        final long atMost = (flags & Flags.MARKET) != 0 ? estimateTicks(market, side) : priceTicks;
        return margins.canAfford(
            market, account, side, atMost, lots, roster.takerPpm(account, market.isPerp()));
    }

    /**
     * Ask for a verdict on an order before it is sent.
     *
     * @return its number for {@link #submit}, 0 when no row is left.
     */
    public long request(
        final SimulatedMarket market, final int account, final int side, final long priceTicks, final long lots,
        final int flags, final Participant participant)
    {
        if (rowsLeft == 0)
        {
            return 0;
        }
        final boolean isMarket = (flags & Flags.MARKET) != 0;
        add(Kind.ORDER_REQUEST, side, flags | channel(account), market, ++orderNumber, account,
            isMarket ? Absent.VALUE : priceTicks, lots, tagOf(participant));
        rows.closeMessage();
        return orderNumber;
    }

    /** Refuse an order: one row. */
    public void refuse(
        final SimulatedMarket market, final long number, final int account, final int side, final long priceTicks,
        final long lots, final int flags, final int tag, final int reason)
    {
        if (rowsLeft > 0)
        {
            final int row = add(Kind.REJECT, side, flags, market, number, account, priceTicks, lots, tag);
            rows.reason[row] = (byte)reason;
            rows.closeMessage();
        }
    }

    /**
     * Cancel a resting order; nothing happens when it is gone, or no row is left.
     *
     * @param market where.
     * @param handle of the order.
     * @param number of the order.
     * @param reason one of {@link Reasons}.
     */
    public void cancel(final SimulatedMarket market, final int handle, final long number, final int reason)
    {
        final MatchingBook book = market.book;
        if (rowsLeft > 0 && book.isLive(handle, number))
        {
            cancelRow(market, handle, reason, 0);
            rows.closeMessage();
        }
    }

    /**
     * Replace a resting order by one that does not trade at once.
     *
     * @param market     where.
     * @param handle     live.
     * @param priceTicks new price, on its own side of the book.
     * @param lots       new open size.
     * @return the number that it has from now on; 0 when no row is left or trading is halted.
     */
    public long replace(final SimulatedMarket market, final int handle, final long priceTicks, final long lots)
    {
        if (rowsLeft == 0 || market.isHalted())
        {
            return 0;
        }
        final MatchingBook book = market.book;
        final long number = book.number(handle);
        final int account = book.account(handle);
        final int row = add(Kind.REPLACE, book.side(handle), channel(account), market, number, account, priceTicks,
            lots, book.tag(handle));
        long newNumber = number;
        if (market.isPerp()) // this venue's derivatives give a new id, spot does not
        {
            newNumber = ++orderNumber;
            rows.counterOrder[row] = newNumber;
        }
        book.replace(handle, newNumber, priceTicks, lots);
        market.onShown(handle);
        rows.closeMessage();
        return newNumber;
    }

    /**
     * Publish something that is said in words.
     *
     * @param kind        NEWS, SOCIAL, LISTING, WALLET_STATUS, HALT, RESET, FEED_STATUS, LOGIN ...
     * @param instrument  id, or 0 where the kind allows it.
     * @param account     index, or {@link MatchingBook#NONE}.
     * @param value       what the kind says, or absent.
     * @param reference   source, address, network ..., or null.
     * @param reason      topic, label, state ..., or null.
     * @param participant who has brought it about, or null.
     */
    public void announce(
        final int kind, final int instrument, final int account, final long value, final String reference,
        final String reason, final Participant participant)
    {
        if (rowsLeft > 0)
        {
            final int row =
                addRow(kind, Side.NONE, instrument, account, Absent.VALUE, Absent.VALUE, tagOf(participant));
            rows.value[row] = value;
            rows.referenceText[row] = reference;
            rows.reasonText[row] = reason;
            rows.closeMessage();
        }
    }

    /**
     * Money that an account may take out, or spend.
     *
     * @param account index.
     * @return units, 0 or more.
     */
    public long freeCash(final int account)
    {
        return margins.free(account);
    }

    /**
     * Cancel every order that an account has in a market.
     *
     * @param market  where.
     * @param account who.
     * @param reason  one of {@link Reasons}.
     */
    public void cancelAll(final SimulatedMarket market, final int account, final int reason)
    {
        final MatchingBook book = market.book;
        for (int handle = 0; handle < MatchingBook.ORDERS_MAX && book.hasOrders(); handle++)
        {
            if (book.number(handle) != 0 && book.account(handle) == account)
            {
                cancel(market, handle, book.number(handle), reason);
            }
        }
    }

    /**
     * The venue closes an account's position by an order of its own making.
     *
     * @param market     perpetual.
     * @param account    liquidated.
     * @param side       of the order.
     * @param priceTicks limit.
     * @param lots       size.
     * @param flags      with {@link Flags#LIQUIDATION}.
     * @param owner      who has built up the position, or null.
     */
    public void liquidate(
        final SimulatedMarket market, final int account, final int side, final long priceTicks, final long lots,
        final int flags, final Participant owner)
    {
        announcements.liquidation(market, account, orderNumber + 1, side, priceTicks, lots, tagOf(owner));
        submit(market, account, side, priceTicks, lots, flags, owner);
    }

    /**
     * Two positions close each other outside of the book.
     *
     * @param market     perpetual.
     * @param account    deleveraged.
     * @param bankrupt   the other.
     * @param side       of the deleveraged account's forced trade.
     * @param priceTicks of both.
     * @param lots       taken.
     */
    public void deleverage(
        final SimulatedMarket market, final int account, final int bankrupt, final int side, final long priceTicks,
        final long lots)
    {
        announcements.deleveraging(market, account, bankrupt, side, priceTicks, lots);
        final boolean isBuyer = side == Side.BUY;
        final Participant gaining = participants.ofPosition(account, market);
        final Participant losing = participants.ofPosition(bankrupt, market);
        ledger.cross(market.index, isBuyer ? account : bankrupt, isBuyer ? bankrupt : account, priceTicks, lots);
        if (gaining != null)
        {
            gaining.onFill(market, account, side, priceTicks, lots, 0, false);
        }
        if (losing != null)
        {
            losing.onFill(market, bankrupt, Side.opposite(side), priceTicks, lots, 0, true);
        }
    }

    int addRow(
        final int kind, final int side, final int instrument, final int account, final long priceTicks,
        final long lots, final int tag)
    {
        rowsLeft--;
        rowsMade++;
        return rows.add(kind, side, 0, instrument, Absent.UNKNOWN_ID, account, priceTicks, lots, tag);
    }

    private long match(
        final SimulatedMarket market, final long number, final int account, final int side, final long limit,
        final long lots, final Participant participant, final int tag, final boolean mustAfford)
    {
        final MatchingBook book = market.book;
        final int opposite = Side.opposite(side);
        final long fair = market.fairTicks();
        long open = lots;
        tellingLots = 0;
        while (open > 0 && crosses(side, limit, book.bestTicks(opposite)))
        {
            final int resting = book.bestOrder(opposite);
            final int restingAccount = book.account(resting);
            final boolean meets = participant != null && participant.mayMeet(account, restingAccount);
            if (!meets && roster.groupOf(restingAccount) == roster.groupOf(account))
            {
                cancelRow(market, resting, Reasons.STP, Flags.STP);
                continue;
            }
            final long fill = Math.min(open, book.openLots(resting));
            final long price = book.priceTicks(resting);
            if (!margins.canAfford(market, restingAccount, opposite, price, fill,
                roster.makerPpm(restingAccount, market.isPerp())))
            {
                cancelRow(market, resting, Reasons.FUNDS, 0);
                continue;
            }
            if (mustAfford && !margins.canAfford(market, account, side, price, fill,
                roster.takerPpm(account, market.isPerp())))
            {
                break;
            }
            final int row = add(Kind.TRADE, side, 0, market, book.number(resting), restingAccount,
                book.priceTicks(resting), fill, book.tag(resting));
            rows.counterOrder[row] = number;
            rows.counterAccount[row] = account;
            rows.counterTag[row] = tag;
            rows.trade[row] = ++tradeNumber;
            rows.isMeeting[row] = meets;
            settle(market, resting, account, side, fill, participant);
            market.onFilled(resting, book.openLots(resting), fill);
            book.fill(resting, fill);
            open -= fill;
            metLots += meets ? fill : 0;
            // Who takes what has become stale tells nothing new, and who trades with itself nothing at all.
            final boolean isTelling = !meets && (side == Side.BUY ? price >= fair : price <= fair);
            tellingLots += isTelling ? fill : 0;
        }
        filledLots = lots - open;
        return open;
    }

    private void settle(
        final SimulatedMarket market, final int resting, final int taker, final int takerSide, final long fill,
        final Participant aggressor)
    {
        final MatchingBook book = market.book;
        final int maker = book.account(resting);
        final long price = book.priceTicks(resting);
        ledger.trade(market.index, maker, taker, takerSide, price, fill);
        if (aggressor != null)
        {
            aggressor.onFill(market, taker, takerSide, price, fill, ledger.lastTakerFee(), true);
        }
        final int tag = book.tag(resting);
        final Participant owner = tag == 0 ? null : participants.ofTag(tag);
        if (owner != null)
        {
            owner.onFill(market, maker, Side.opposite(takerSide), price, fill, ledger.lastMakerFee(), false);
        }
    }

    private static int tagOf(final Participant participant)
    {
        return participant == null ? 0 : participant.tag();
    }

    private void cancelRow(final SimulatedMarket market, final int handle, final int reason, final int flags)
    {
        final MatchingBook book = market.book;
        final int row = add(Kind.CANCEL, book.side(handle), flags, market, book.number(handle), book.account(handle),
            Absent.VALUE, book.openLots(handle), book.tag(handle));
        rows.reason[row] = (byte)reason;
        market.onGone(handle);
        book.remove(handle);
    }

    private int add(
        final int kind, final int side, final int flags, final SimulatedMarket market, final long number,
        final int account, final long priceTicks, final long lots, final int tag)
    {
        rowsLeft--;
        rowsMade++;
        return rows.add(kind, side, flags, market.id(), number, account, priceTicks, lots, tag);
    }

    /** An upper bound: each order it may meet is a row, and the order itself and its remainder. */
    private static long rowsNeeded(final MatchingBook book, final int side, final long limit)
    {
        final int opposite = Side.opposite(side);
        long rowCount = 2;
        for (int rank = 0; rank < book.levels(opposite); rank++)
        {
            int handle = book.firstOf(opposite, rank);
            if (!crosses(side, limit, book.priceTicks(handle)))
            {
                break;
            }
            for (; handle != MatchingBook.NONE; handle = book.nextOf(handle))
            {
                rowCount++;
            }
        }
        return rowCount;
    }

    private boolean fillsWhole(
        final SimulatedMarket market, final int account, final int side, final long limit, final long lots)
    {
        final MatchingBook book = market.book;
        final int opposite = Side.opposite(side);
        long left = lots;
        for (int rank = 0; rank < book.levels(opposite) && left > 0; rank++)
        {
            int handle = book.firstOf(opposite, rank);
            if (!crosses(side, limit, book.priceTicks(handle)))
            {
                break;
            }
            for (; handle != MatchingBook.NONE && left > 0; handle = book.nextOf(handle))
            {
                final int maker = book.account(handle);
                final boolean isThere = roster.groupOf(maker) != roster.groupOf(account) && margins.canAfford(
                    market, maker, opposite, book.priceTicks(handle), book.openLots(handle), 0);
                left -= isThere ? book.openLots(handle) : 0;
            }
        }
        return left <= 0;
    }

    private static boolean crosses(final int side, final long limit, final long opposite)
    {
        return opposite != Absent.VALUE && (side == Side.BUY ? limit >= opposite : limit <= opposite);
    }

    /** What a market order may come to: two per cent beyond the touch. */
    private static long estimateTicks(final SimulatedMarket market, final int side)
    {
        final long touch = market.touchTicks(Side.opposite(side));
        return market.better(side, touch, touch / 50);
    }

    private int channel(final int account)
    {
        return roster.isMaker(account) || roster.isArbitrageur(account) ? Flags.API :
            account % 4 == 0 ? Flags.API : account % 4 == 1 ? Flags.APP : Flags.WEB;
    }
}
