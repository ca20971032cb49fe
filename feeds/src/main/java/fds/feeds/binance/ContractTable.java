package fds.feeds.binance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fds.feeds.instrument.InstrumentCatalog;
import fds.market.door.BadInputException;
import fds.market.event.Absent;
import fds.market.instrument.Instrument;

/**
 * What a first reading tells: which market the files are of, and their symbols.
 * <p>
 * The market is told by its messages: those of coin-margined futures name a pair, diffs of futures the diff before. Of
 * a coin-margined contract the size in dollars is not told, so that price times quantity is no amount of money: its
 * quote stays empty, and amounts in USD are unknown.
 */
final class ContractTable
{
    private static final int CONTRACTS_MAX = 1 << 16;
    private static final int SYMBOL_MAX = 64;
    private static final int TIER_MAJOR = 1;
    private static final int TIER_UNKNOWN = 2;
    private static final Set<String> MAJORS = Set.of("BTC", "ETH");
    private static final List<String> QUOTES =
        List.of("FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USD", "EUR", "TRY", "BTC", "ETH", "BNB");

    private final Map<String, Contract> contracts = new LinkedHashMap<>();
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final Contract unnamed = new Contract(""); // of snapshots, which may come before the first diff
    private BinanceMarket market = BinanceMarket.SPOT;

    ContractTable(final MessageReader messages)
    {
        while (learnNext(messages))
        {
            // each call reads one message
        }
        catalog.addVenue(market.venue());
        final Contract only = onlyBook();
        if (only != null)
        {
            only.learn(unnamed);
        }
        for (final Contract contract : List.copyOf(contracts.values()))
        {
            if (contract.settle())
            {
                add(contract);
            }
            else
            {
                contracts.remove(contract.symbol); // its messages are refused one by one
            }
        }
    }

    BinanceMarket market()
    {
        return market;
    }

    List<Instrument> instruments()
    {
        return catalog.instruments();
    }

    List<Contract> contracts()
    {
        return new ArrayList<>(contracts.values());
    }

    /** Null when there is none. */
    Contract find(final String symbol)
    {
        return contracts.get(symbol);
    }

    /** The only symbol of which there are diffs; null when there is none, or several. */
    Contract onlyBook()
    {
        Contract only = null;
        for (final Contract contract : contracts.values())
        {
            if (contract.hasDiffs)
            {
                if (only != null)
                {
                    return null;
                }
                only = contract;
            }
        }
        return only;
    }

    private boolean learnNext(final MessageReader messages)
    {
        try
        {
            if (!messages.next())
            {
                return false;
            }
        }
        catch (final BadInputException ex)
        {
            return true; // comes again, with its position, in the second reading
        }
        final Message message = messages.message();
        final Message.Type type = message.type();
        if (type == Message.Type.OTHER)
        {
            return true;
        }
        if (message.pair != null)
        {
            market = BinanceMarket.COIN_MARGINED;
        }
        else if (message.previousId != Absent.VALUE && market == BinanceMarket.SPOT)
        {
            market = BinanceMarket.USD_MARGINED;
        }
        final Contract contract = message.symbol == null ? unnamed : contract(messages, message.symbol);
        contract.hasTrades |= type == Message.Type.TRADE;
        contract.hasDiffs |= type == Message.Type.DIFF;
        contract.learn(message);
        return true;
    }

    private Contract contract(final MessageReader messages, final String symbol)
    {
        final Contract known = contracts.get(symbol);
        if (known != null)
        {
            return known;
        }
        if (contracts.size() == CONTRACTS_MAX || symbol.length() > SYMBOL_MAX)
        {
            throw messages.bad("symbol", symbol,
                "at most " + CONTRACTS_MAX + " symbols of at most " + SYMBOL_MAX + " characters");
        }
        final Contract contract = new Contract(symbol);
        contracts.put(symbol, contract);
        return contract;
    }

    private void add(final Contract contract)
    {
        final String symbol = contract.symbol;
        final int end = symbol.indexOf('_') < 0 ? symbol.length() : symbol.indexOf('_');
        final String pair = symbol.substring(0, end);
        String base = "";
        String quote = "";
        for (final String candidate : QUOTES)
        {
            if (quote.isEmpty() && pair.endsWith(candidate) && pair.length() > candidate.length())
            {
                quote = candidate;
                base = pair.substring(0, pair.length() - candidate.length());
            }
        }
        contract.id = catalog.nextId();
        catalog.add(new Instrument(contract.id, 1, 1, market.venue(), symbol, market.typeOf(symbol), base,
            market == BinanceMarket.COIN_MARGINED ? "" : quote, market == BinanceMarket.SPOT ? "" : pair,
            contract.tick.mantissa(), contract.tick.exponent(), contract.lot.mantissa(), contract.lot.exponent(), 1, 0,
            MAJORS.contains(base) ? TIER_MAJOR : TIER_UNKNOWN, contract.ranges.priceMaxTicks(),
            contract.ranges.quantityMaxLots()));
    }
}
