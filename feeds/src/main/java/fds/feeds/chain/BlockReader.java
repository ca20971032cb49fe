package fds.feeds.chain;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.draft.DraftReader;
import fds.feeds.source.ByteSource;
import fds.feeds.text.JsonCells;
import fds.market.door.BadInputException;
import fds.market.event.Absent;

/** Reads a document of one block: whole first, then swap by swap. A document that is not whole tells nothing. */
final class BlockReader implements DraftReader
{
    private static final int CALLS_MAX = 1_000_000;
    private static final int DEPTH_MAX = 1024; // of the chain's own machine
    private static final int CALLS_OF_CALL_MAX = 1 << 20;
    private static final long POSITION_MAX = 1_000_000;
    private static final long SECONDS_MAX = 1L << 32;
    private static final long SECOND_NANOS = 1_000_000_000;

    /**
     * A swap, or what is wrong with it.
     *
     * @param swap     null for a complaint.
     * @param isOfPair whether its contract is a pool of two tokens.
     * @param failure  null for a swap.
     */
    record Told(Swap swap, boolean isOfPair, BadInputException failure)
    {
    }

    private final ByteSource source;
    private final JsonCells json = new JsonCells(this::badJson, "one whole JSON object");
    private final List<Told> told = new ArrayList<>();
    private final List<Call> ofTransaction = new ArrayList<>();
    private int at;
    private long block;
    private long timeNanos = Absent.VALUE;
    private long orderInBlock;
    private String blockHash = "";
    private boolean isRead;
    private boolean isEnded;

    BlockReader(final ByteSource source)
    {
        this.source = source;
    }

    @Override
    public boolean next(final List<Draft> events)
    {
        if (!isRead)
        {
            isRead = true;
            isEnded = true; // a document that is refused has no end either
            told.addAll(readDocument());
            isEnded = false;
        }
        if (isEnded)
        {
            return false;
        }
        if (at == told.size())
        {
            isEnded = true;
            events.add(BlockClock.end(timeNanos, block, blockHash));
            return true;
        }
        final Told next = told.get(at++);
        if (next.failure() != null)
        {
            throw next.failure();
        }
        next.swap().order = ++orderInBlock;
        events.add(next.swap().draft(next.isOfPair(), timeNanos, block));
        return true;
    }

    @Override
    public long lineNumber()
    {
        return 1;
    }

    @Override
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(source.name(), 1, field, value, allowed);
    }

    /** A complaint of one call. */
    BadInputException bad(final Call call, final String field, final String value, final String allowed)
    {
        return new BadInputException(source.name(), call.line, field, value + " of " + call, allowed);
    }

    @Override
    public void close()
    {
        json.close();
    }

    private BadInputException badJson(final String field, final String value, final String allowed)
    {
        return new BadInputException(source.name(), json.line(), field, value, allowed);
    }

    private List<Told> readDocument()
    {
        final List<Told> read = new ArrayList<>();
        json.open(source.open(), "document");
        json.object("a JSON object");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "block_number" -> block = json.number(BlockClock.NUMBER_MAX);
                case "block_timestamp" -> timeNanos =
                    json.isNull() ? Absent.VALUE : json.number(SECONDS_MAX) * SECOND_NANOS;
                case "traces" -> readTraces(read);
                default -> json.skip();
            }
        }
        json.end("document");
        if (block < 1)
        {
            throw badJson("block_number", "(missing)", "the block's number");
        }
        return read;
    }

    private void readTraces(final List<Told> read)
    {
        json.array("traces");
        while (json.nextElement())
        {
            json.expect(read.size() + ofTransaction.size() < CALLS_MAX, "at most " + CALLS_MAX + " traces");
            final Call call = readCall();
            blockHash = call.blockHash.isEmpty() ? blockHash : call.blockHash;
            final String missing = call.isCall ? call.missing() : null;
            if (missing != null)
            {
                throw badJson(missing, "(missing)", "a value in every call");
            }
            if (!ofTransaction.isEmpty() && !ofTransaction.get(0).transaction.equals(call.transaction))
            {
                endTransaction(read);
            }
            if (!call.isIdle() && !call.transaction.isEmpty())
            {
                ofTransaction.add(call);
            }
        }
        endTransaction(read);
    }

    private void endTransaction(final List<Told> read)
    {
        new TracedSwaps(ofTransaction, this).addTo(read);
        ofTransaction.clear();
    }

    private Call readCall()
    {
        final Call call = new Call();
        json.object("a trace");
        call.line = json.line();
        while (json.nextField())
        {
            switch (json.field())
            {
                case "action" -> readAction(call);
                case "block_hash" -> call.blockHash = Hex.hash(json);
                case "type" -> call.isCall = json.text().equals("call");
                case "error" -> call.isFailed = !json.isNull();
                case "transaction_hash" -> call.transaction = json.isNull() ? "" : Hex.hash(json);
                case "transaction_position" -> call.position = json.isNull() ? -1 : json.number(POSITION_MAX);
                case "trace_address" -> readPath(call);
                default -> json.skip();
            }
        }
        return call;
    }

    private void readPath(final Call call)
    {
        json.array("an array of numbers");
        while (json.nextElement())
        {
            json.expect(call.path.size() < DEPTH_MAX, "at most " + DEPTH_MAX + " calls deep");
            call.path.add((int)json.number(CALLS_OF_CALL_MAX));
        }
    }

    private void readAction(final Call call)
    {
        json.object("an action");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "from" -> call.from = Hex.address(json);
                case "to" -> call.to = Hex.address(json);
                case "input" ->
                {
                    final String input = json.plain();
                    call.input = input.substring(0, Math.min(input.length(), Call.INPUT_MAX));
                }
                default -> json.skip();
            }
        }
    }
}
