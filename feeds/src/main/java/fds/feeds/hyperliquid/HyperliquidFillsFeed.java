package fds.feeds.hyperliquid;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.instrument.Ranges;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;

/**
 * Reads Hyperliquid's {@code node_fills_by_block}: the two fills of a trade, which share {@code tid} and stand in one
 * block, become one TRADE with both wallets and both orders. Owned by the thread that reads.
 * <p>
 * The fill that crossed is the aggressor's. A trade stands where its first fill stood; its venue time is the fill's,
 * its receive time the block's {@code local_time}. A fill without its other side is a TRADE of which one side is
 * absent, counted. When the fill of a liquidated wallet is there, a LIQUIDATION of its order goes before the TRADE, in
 * the same message, with the mark as its value; the TRADE has the flag {@code liquidation}.
 * <p>
 * The file is read twice: first for each coin's finest decimals (tick, lot) and largest numbers (ranges). Coins are
 * perpetuals quoted in USDC; {@code @n} and {@code A/B} are spot, and what {@code @n} stands for is not told.
 */
public final class HyperliquidFillsFeed implements InputFeed
{
    /** Name of the venue. */
    public static final String VENUE = "HYPERLIQUID";

    private static final int COINS_MAX = 1 << 16;
    private static final int DECIMALS_MAX = 18;
    private static final int TIER_MAJOR = 1;
    private static final int TIER_UNKNOWN = 2;

    /** What the first reading tells of a coin. */
    private static final class Coin
    {
        private BigDecimal price = BigDecimal.ZERO;
        private BigDecimal quantity = BigDecimal.ZERO;
        private int priceDecimals;
        private int quantityDecimals;

        private void price(final BigDecimal value)
        {
            if (value != null && value.scale() <= DECIMALS_MAX)
            {
                price = price.max(value.abs());
                priceDecimals = Math.max(priceDecimals, value.stripTrailingZeros().scale());
            }
        }

        private void quantity(final BigDecimal value)
        {
            if (value != null && value.scale() <= DECIMALS_MAX)
            {
                quantity = quantity.max(value.abs());
                quantityDecimals = Math.max(quantityDecimals, value.stripTrailingZeros().scale());
            }
        }
    }

    private final String sourceName;
    private final BlockReader blocks;
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final List<String> notes = new ArrayList<>();
    private final List<DecimalUnit> ticks = new ArrayList<>(); // [instrument id - 1]
    private final List<DecimalUnit> lots = new ArrayList<>(); // [instrument id - 1]
    private final Map<Long, List<Fill>> trades = new LinkedHashMap<>();
    private final ArrayDeque<List<Fill>> messages = new ArrayDeque<>();
    private List<Fill> afterLiquidation;
    private long messageNumber;
    private long tradeCount;
    private long unpairedCount;
    private long liquidationCount;
    private long liquidationUntoldCount;
    private boolean isEnded;

    /**
     * Open a file and read it once for its coins.
     *
     * @param source a file; it is read twice.
     */
    public HyperliquidFillsFeed(final ByteSource source)
    {
        sourceName = source.name();
        if (source.path() == null)
        {
            throw new BadInputException(sourceName, 1, "input", "-",
                "a file: hyperliquid-fills is read twice, which standard input cannot be");
        }
        catalog.addVenue(VENUE);
        final Map<String, Coin> coins = new LinkedHashMap<>();
        try (BlockReader first = new BlockReader(source))
        {
            readCoins(first, coins);
        }
        for (final Map.Entry<String, Coin> entry : coins.entrySet())
        {
            addInstrument(entry.getKey(), entry.getValue());
        }
        notes.add(sourceName + ": " + coins.size() + " coins on " + VENUE +
            ", ticks and lots from their finest decimals, ranges from their largest numbers");
        blocks = new BlockReader(source);
    }

    @Override
    public List<Instrument> instruments()
    {
        return catalog.instruments();
    }

    @Override
    public List<String> venues()
    {
        return catalog.venues();
    }

    @Override
    public List<String> notes()
    {
        return Collections.unmodifiableList(notes);
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        if (afterLiquidation != null)
        {
            final List<Fill> message = afterLiquidation;
            afterLiquidation = null;
            trade(event, message);
            return true;
        }
        while (messages.isEmpty())
        {
            if (!nextBlock())
            {
                return false;
            }
        }
        final List<Fill> message = messages.poll();
        messageNumber++;
        check(message);
        final Fill forced = forced(message);
        if (forced != null)
        {
            liquidation(event, forced);
            afterLiquidation = message;
        }
        else
        {
            trade(event, message);
        }
        return true;
    }

    @Override
    public void close()
    {
        blocks.close();
    }

    private boolean nextBlock()
    {
        if (!blocks.next())
        {
            if (!isEnded)
            {
                isEnded = true;
                notes.add(sourceName + ": " + tradeCount + " trades, of them " + unpairedCount +
                    " with one side not told; " + liquidationCount + " liquidations" + (liquidationUntoldCount > 0 ?
                    ", " + liquidationUntoldCount + " more whose own fill is not told" : ""));
            }
            return false;
        }
        trades.clear();
        for (final Fill fill : blocks.fills())
        {
            trades.computeIfAbsent(fill.tradeId, tradeId -> new ArrayList<>(2)).add(fill);
        }
        messages.addAll(trades.values());
        return true;
    }

    private void check(final List<Fill> message)
    {
        final Fill fill = message.get(0);
        if (message.size() > 2)
        {
            throw blocks.bad("tid", Long.toString(fill.tradeId), "at most two fills of one trade");
        }
        if (message.size() == 2 && !fill.matches(message.get(1)))
        {
            throw blocks.bad("tid", Long.toString(fill.tradeId),
                "two fills of one coin, px and sz, of opposite sides, of which one crossed");
        }
        final int id = catalog.find(1, fill.coin);
        if (id == 0)
        {
            throw blocks.bad("coin", fill.coin, "a coin whose numbers fit: px / tick * sz / lot below 2^62");
        }
        final Instrument instrument = catalog.instrument(id);
        units("px", fill.price, ticks.get(id - 1), instrument.priceMaxTicks());
        units("sz", fill.quantity, lots.get(id - 1), instrument.quantityMaxLots());
        for (final Fill side : message)
        {
            if (side.markPrice != null)
            {
                units("markPx", side.markPrice, ticks.get(id - 1), instrument.priceMaxTicks());
            }
            if (side.wallet.length() > InboundEvent.TEXT_MAX_BYTES || !side.wallet.matches("[!-~]+"))
            {
                throw blocks.bad("wallet", side.wallet, "at most " + InboundEvent.TEXT_MAX_BYTES + " plain characters");
            }
        }
    }

    private Fill forced(final List<Fill> message)
    {
        String liquidated = null;
        for (final Fill fill : message)
        {
            liquidated = fill.liquidatedWallet == null ? liquidated : fill.liquidatedWallet;
        }
        for (final Fill fill : message)
        {
            if (fill.wallet.equals(liquidated) && fill.markPrice != null)
            {
                return fill;
            }
        }
        liquidationUntoldCount += liquidated == null ? 0 : 1;
        return null;
    }

    private void liquidation(final InboundEvent event, final Fill fill)
    {
        final int id = begin(event, fill);
        event.event().kind(Kind.LIQUIDATION).side(fill.side).flags(Flags.LIQUIDATION).orderId(fill.orderId)
            .value(ticks.get(id - 1).units(fill.markPrice));
        event.id(TextField.ACCOUNT, fill.wallet);
        liquidationCount++;
    }

    private void trade(final InboundEvent event, final List<Fill> message)
    {
        final Fill first = message.get(0);
        begin(event, first);
        boolean isForced = false;
        for (final Fill fill : message)
        {
            isForced |= fill.liquidatedWallet != null;
            if (fill.isCrossed)
            {
                event.event().counterOrderId(fill.orderId);
                event.id(TextField.COUNTER_ACCOUNT, fill.wallet);
            }
            else
            {
                event.event().orderId(fill.orderId);
                event.id(TextField.ACCOUNT, fill.wallet);
            }
        }
        event.event().kind(Kind.TRADE).side(first.isCrossed ? first.side : Side.opposite(first.side))
            .flags(Flags.LAST | (isForced ? Flags.LIQUIDATION : 0)).reference(first.tradeId);
        tradeCount++;
        unpairedCount += message.size() == 1 ? 1 : 0;
    }

    private int begin(final InboundEvent event, final Fill fill)
    {
        final int id = catalog.find(1, fill.coin);
        event.clear();
        final MarketEvent fields = event.event();
        fields.feedId(1).feedSequence(messageNumber).venueId(1).instrumentId(id)
            .venueTimeNanos(fill.timeMillis * 1_000_000).priceTicks(ticks.get(id - 1).units(fill.price))
            .quantityLots(lots.get(id - 1).units(fill.quantity));
        event.receiveTimeNanos(blocks.receiveTimeNanos());
        return id;
    }

    private void units(final String field, final String text, final DecimalUnit unit, final long max)
    {
        final long units = unit.units(text);
        if (DecimalUnit.isError(units) || units < 1 || units > max)
        {
            throw blocks.bad(field, text, "a decimal number from " + unit.text(1) + " to " + unit.text(max) +
                " with at most " + DECIMALS_MAX + " decimals");
        }
    }

    private static void readCoins(final BlockReader blocks, final Map<String, Coin> coins)
    {
        while (true)
        {
            try
            {
                if (!blocks.next())
                {
                    return;
                }
            }
            catch (final BadInputException ex)
            {
                continue; // comes again, with its position, in the second reading
            }
            for (final Fill fill : blocks.fills())
            {
                if (!coins.containsKey(fill.coin) && coins.size() == COINS_MAX)
                {
                    throw blocks.bad("coin", fill.coin, "at most " + COINS_MAX + " coins");
                }
                final Coin coin = coins.computeIfAbsent(fill.coin, name -> new Coin());
                coin.price(DecimalUnit.toBigDecimal(fill.price));
                coin.quantity(DecimalUnit.toBigDecimal(fill.quantity));
                coin.price(fill.markPrice == null ? null : DecimalUnit.toBigDecimal(fill.markPrice));
            }
        }
    }

    private void addInstrument(final String symbol, final Coin coin)
    {
        final DecimalUnit tick = new DecimalUnit(1, -coin.priceDecimals);
        final DecimalUnit lot = new DecimalUnit(1, -coin.quantityDecimals);
        final Ranges ranges = Ranges.around(coin.price, tick, coin.quantity, lot);
        if (ranges == null)
        {
            return; // its fills are refused one by one
        }
        final boolean isSpot = isSpot(symbol);
        final int tier = "BTC".equals(symbol) || "ETH".equals(symbol) ? TIER_MAJOR : TIER_UNKNOWN;
        catalog.add(new Instrument(catalog.nextId(), 1, 1, VENUE, symbol,
            isSpot ? InstrumentType.SPOT : InstrumentType.PERP, base(symbol), quote(symbol), isSpot ? "" : symbol,
            tick.mantissa(), tick.exponent(), lot.mantissa(), lot.exponent(), 1, 0, tier, ranges.priceMaxTicks(),
            ranges.quantityMaxLots()));
        ticks.add(tick);
        lots.add(lot);
    }

    static boolean isSpot(final String coin)
    {
        return coin.startsWith("@") || coin.indexOf('/') >= 0;
    }

    static String base(final String coin)
    {
        final int slash = coin.indexOf('/');
        return slash >= 0 ? coin.substring(0, slash) : isSpot(coin) ? "" : coin;
    }

    static String quote(final String coin)
    {
        final int slash = coin.indexOf('/');
        return slash >= 0 ? coin.substring(slash + 1) : isSpot(coin) ? "" : "USDC";
    }
}
