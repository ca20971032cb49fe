package fds.feeds.chain;

import java.math.BigInteger;
import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.draft.DraftReader;
import fds.feeds.source.ByteSource;
import fds.feeds.text.JsonCells;
import fds.feeds.text.JsonLines;
import fds.market.door.BadInputException;
import fds.market.event.Absent;

/** Reads swaps, a row each; the row that begins another block ends the one before it, and so does the end. */
final class SwapReader implements DraftReader
{
    private static final int LINE_MAX_BYTES = 64 * 1024;
    private static final long POSITION_MAX = 1_000_000;

    private final JsonLines lines;
    private Swap swap = new Swap();
    private String protocol = "";
    private long block;
    private long openBlock;
    private long orderInBlock;
    private boolean isHeld;
    private boolean isEnded;

    SwapReader(final ByteSource source)
    {
        lines = new JsonLines(source.open(), source.name(), LINE_MAX_BYTES, false);
    }

    @Override
    public boolean next(final List<Draft> events)
    {
        if (!isHeld)
        {
            if (!lines.next("swap"))
            {
                return end(events);
            }
            read(lines.cells());
            if (openBlock != 0 && openBlock != block)
            {
                isHeld = true;
                events.add(BlockClock.end(Absent.VALUE, openBlock, ""));
                openBlock = 0;
                return true;
            }
        }
        isHeld = false;
        orderInBlock = openBlock == block ? orderInBlock + 1 : 1;
        openBlock = block;
        swap.order = orderInBlock;
        // Contracts of other protocols hold more than two tokens.
        events.add(swap.draft(protocol.startsWith("uniswap"), Absent.VALUE, block));
        return true;
    }

    @Override
    public long lineNumber()
    {
        return lines.lineNumber();
    }

    @Override
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return lines.bad(field, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private boolean end(final List<Draft> events)
    {
        if (isEnded || openBlock == 0)
        {
            return false;
        }
        isEnded = true;
        events.add(BlockClock.end(Absent.VALUE, openBlock, ""));
        return true;
    }

    private void read(final JsonCells json)
    {
        swap = new Swap();
        protocol = "";
        long number = -1;
        swap.position = -1;
        json.object("a JSON object");
        while (json.nextField())
        {
            switch (json.field())
            {
                case "block_number" -> number = json.number(BlockClock.NUMBER_MAX);
                case "transaction_position" -> swap.position = json.number(POSITION_MAX);
                case "transaction_hash" -> swap.transaction = Hex.hash(json);
                case "contract_address" -> swap.pool = Hex.address(json);
                case "from_address" -> swap.trader = Hex.address(json);
                case "to_address" -> swap.recipient = Hex.address(json);
                case "token_in_address" -> swap.tokenIn = Token.of(Hex.address(json));
                case "token_out_address" -> swap.tokenOut = Token.of(Hex.address(json));
                case "token_in_amount" -> swap.amountIn = amount(json);
                case "token_out_amount" -> swap.amountOut = amount(json);
                case "protocol" -> protocol = json.text();
                case "error" -> json.expect(json.isNull(), "null: a swap that failed is none");
                default -> json.skip();
            }
        }
        json.end("swap");
        final String missing = number < 1 ? "block_number" : swap.position < 0 ? "transaction_position" :
            swap.transaction.isEmpty() ? "transaction_hash" : swap.pool.isEmpty() ? "contract_address" :
            swap.tokenIn == null ? "token_in_address" : swap.tokenOut == null ? "token_out_address" :
            swap.amountIn == null ? "token_in_amount" : swap.amountOut == null ? "token_out_amount" : null;
        if (missing != null)
        {
            throw lines.bad(missing, "(missing)", "a value in every swap");
        }
        if (swap.tokenIn.equals(swap.tokenOut))
        {
            throw lines.bad("token_out_address", swap.tokenOut.address(), "another token than token_in_address");
        }
        if (number < openBlock)
        {
            throw lines.bad("block_number", Long.toString(number), openBlock + " or more: blocks in order");
        }
        block = number;
    }

    private static BigInteger amount(final JsonCells json)
    {
        json.expect(json.isWholeNumber(), "a whole number of base units");
        final BigInteger amount = Hex.decimal(json);
        json.expect(amount.signum() > 0 && amount.bitLength() <= Hex.WORD_BITS, "1 to 2^256 - 1");
        return amount;
    }
}
