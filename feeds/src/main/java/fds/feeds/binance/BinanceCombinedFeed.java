package fds.feeds.binance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;

/**
 * Reads Binance's combined streams as they were recorded, {@code <receive time, ns> <JSON>} a line: the REST snapshot
 * of the book, depth diffs, trades and book tickers of spot, USD-margined or coin-margined futures. Owned by the thread
 * that reads.
 * <p>
 * A snapshot is BOOK_CLEAR and BOOK rows, a diff is BOOK rows, a ticker one BBO row a side; {@code ref} is the venue's
 * update id. Diffs that come before their snapshot wait for it, bounded, and come right behind it with the receive
 * time they had; those it holds already are dropped. A diff that does not continue the one before is a gap: a GAP, a
 * FEED_STATUS {@code untrusted} and a BOOK_CLEAR, and diffs wait for the next snapshot, which FEED_STATUS
 * {@code trusted} precedes. All of that is counted.
 * <p>
 * The files are read twice: first for each symbol's finest decimals and largest numbers. Files given together are one
 * stream: the books go on over their ends.
 */
public final class BinanceCombinedFeed implements InputFeed
{
    /** Most levels of all diffs that wait for a snapshot, each diff counted as one more. */
    static final int WAITING_LEVELS_MAX = 1 << 20;

    private static final String FEED = "@depth";
    private static final String UNTRUSTED = "untrusted";
    private static final String TRUSTED = "trusted";

    private final String sourceName;
    private final MessageReader messages;
    private final ContractTable contracts;
    private final RowMaker maker;
    private final List<String> notes = new ArrayList<>();
    private final ArrayDeque<Rows> ready = new ArrayDeque<>();
    private Rows current;
    private int row;
    private long waitingLevels;
    private long diffCount;
    private long oldDiffCount;
    private long forgottenDiffCount;
    private long gapCount;
    private long withheldDiffCount;
    private long snapshotCount;
    private long oldSnapshotCount;
    private long otherCount;
    private boolean isEnded;

    /**
     * Open files and read them once for their symbols.
     *
     * @param sources files of one market, in the order of time; they are read twice.
     * @throws BadInputException when one is no file.
     */
    public BinanceCombinedFeed(final List<ByteSource> sources)
    {
        sourceName = sources.get(0).name() + (sources.size() == 1 ? "" : " and " + (sources.size() - 1) + " more");
        for (final ByteSource source : sources)
        {
            if (source.path() == null)
            {
                throw new BadInputException(source.name(), 1, "input", "-",
                    "a file: binance-combined is read twice, which standard input cannot be");
            }
        }
        try (MessageReader first = new MessageReader(sources))
        {
            contracts = new ContractTable(first);
        }
        notes.add(sourceName + ": " + contracts.instruments().size() + " symbols on " + contracts.market().venue() +
            (sources.size() == 1 ? "" : ", one stream over " + sources.size() + " files") +
            "; ticks and lots from their finest decimals, ranges from their largest numbers");
        messages = new MessageReader(sources);
        maker = new RowMaker(messages, contracts);
    }

    @Override
    public List<Instrument> instruments()
    {
        return contracts.instruments();
    }

    @Override
    public List<String> venues()
    {
        return List.of(contracts.market().venue());
    }

    @Override
    public List<String> notes()
    {
        return Collections.unmodifiableList(notes);
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        while (current == null)
        {
            current = ready.poll();
            row = 0;
            if (current == null && !readMessage())
            {
                return false;
            }
        }
        fill(event, current, row);
        row++;
        if (row == current.levelCount())
        {
            current = null;
        }
        return true;
    }

    @Override
    public void close()
    {
        messages.close();
    }

    private boolean readMessage()
    {
        if (!messages.next())
        {
            end();
            return false;
        }
        final Message message = messages.message();
        switch (message.type())
        {
            case SNAPSHOT -> onSnapshot(maker.book(message));
            case DIFF -> onDiff(maker.book(message));
            case TRADE, AGGREGATE_TRADE, TICKER ->
            {
                final Rows rows = message.type() == Message.Type.TICKER ? maker.ticker(message) : maker.trade(message);
                if (rows == null)
                {
                    otherCount++;
                }
                else
                {
                    ready.add(rows);
                }
            }
            case OTHER -> otherCount++;
        }
        return true;
    }

    private void onDiff(final Rows diff)
    {
        diffCount++;
        judge(diff);
    }

    private void judge(final Rows diff)
    {
        final DepthSequence sequence = diff.contract.sequence;
        final long lastId = sequence.lastId();
        switch (sequence.onDiff(diff, contracts.market()))
        {
            case APPLY ->
            {
                if (diff.levelCount() > 0)
                {
                    ready.add(diff);
                }
            }
            case OLD -> oldDiffCount++;
            case WAIT ->
            {
                if (sequence.tellsUntrusted())
                {
                    ready.add(maker.status(diff, UNTRUSTED));
                }
                hold(diff);
            }
            case GAP ->
            {
                gapCount++;
                ready.add(maker.gap(diff, contracts.market().missing(diff, lastId)));
                ready.add(maker.status(diff, UNTRUSTED));
                ready.add(maker.clear(diff));
                hold(diff);
            }
        }
    }

    private void hold(final Rows diff)
    {
        final ArrayDeque<Rows> waiting = diff.contract.sequence.waiting;
        waiting.add(diff);
        waitingLevels += diff.levelCount() + 1;
        while (waitingLevels > WAITING_LEVELS_MAX && !waiting.isEmpty())
        {
            waitingLevels -= waiting.poll().levelCount() + 1;
            forgottenDiffCount++;
        }
    }

    private void onSnapshot(final Rows snapshot)
    {
        final DepthSequence sequence = snapshot.contract.sequence;
        if (!sequence.onSnapshot(snapshot.lastId))
        {
            oldSnapshotCount++;
            return;
        }
        snapshotCount++;
        if (sequence.tellsTrusted())
        {
            ready.add(maker.status(snapshot, TRUSTED));
        }
        ready.add(snapshot);
        for (int left = sequence.waiting.size(); left > 0; left--)
        {
            final Rows diff = sequence.waiting.poll();
            waitingLevels -= diff.levelCount() + 1;
            judge(diff);
        }
    }

    private void fill(final InboundEvent event, final Rows rows, final int index)
    {
        event.clear();
        final MarketEvent fields = event.event();
        final boolean isLast = index == rows.levelCount() - 1;
        fields.kind(rows.kind).feedId(1).feedSequence(messages.lineCount()).venueId(1)
            .instrumentId(rows.contract.id).venueTimeNanos(rows.venueTimeNanos)
            .flags((isLast ? Flags.LAST : 0) | (rows.isSnapshot ? Flags.SNAPSHOT : 0));
        event.receiveTimeNanos(rows.receiveTimeNanos);
        switch (rows.kind)
        {
            case Kind.GAP, Kind.FEED_STATUS ->
            {
                event.id(TextField.REFERENCE, rows.contract.symbol + FEED);
                if (rows.reason != null)
                {
                    event.id(TextField.REASON, rows.reason);
                }
                fields.value(rows.quantityLots[0]);
            }
            case Kind.TRADE -> fields.side(rows.side).priceTicks(rows.priceTicks[0]).quantityLots(rows.quantityLots[0])
                .orderId(rows.orderId).counterOrderId(rows.counterOrderId).reference(rows.reference);
            default -> fillBook(fields, rows, index);
        }
    }

    private static void fillBook(final MarketEvent fields, final Rows rows, final int index)
    {
        fields.reference(rows.lastId);
        if (rows.kind == Kind.BOOK_CLEAR || rows.isSnapshot && index == 0)
        {
            fields.kind(Kind.BOOK_CLEAR);
            return;
        }
        final int bidEnd = rows.bidCount + (rows.isSnapshot ? 1 : 0);
        fields.side(index < bidEnd ? Side.BUY : Side.SELL).priceTicks(rows.priceTicks[index])
            .quantityLots(rows.quantityLots[index]);
    }

    private void end()
    {
        if (isEnded)
        {
            return;
        }
        isEnded = true;
        for (final Contract contract : contracts.contracts())
        {
            withheldDiffCount += contract.sequence.waiting.size();
        }
        notes.add(sourceName + ": " + snapshotCount + " snapshots, " + diffCount + " diffs, of them " + oldDiffCount +
            " held by their snapshot already, " + (withheldDiffCount + forgottenDiffCount) +
            " withheld for want of a snapshot; " + gapCount + " gaps; " + (otherCount + oldSnapshotCount) +
            " messages of other kinds passed over");
    }
}
