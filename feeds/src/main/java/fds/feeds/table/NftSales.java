package fds.feeds.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** Sales of Axies for ETH, an instrument a token: the seller's offer rests, the buyer takes it. */
final class NftSales extends Table
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int WEI_DECIMALS = 18;
    private static final int GWEI_DECIMALS = 9; // prices to the wei do not fit beside prices of some ether

    NftSales()
    {
        super("nft-sales", "id", " to", " from", " price", " time");
    }

    @Override
    public boolean isInTimeOrder()
    {
        return false;
    }

    @Override
    public String venue(final String fileName)
    {
        return "ETHEREUM";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        final String price = row.need(" price");
        if (!price.matches("[0-9]{1,60}"))
        {
            throw row.bad(" price", "a whole number of wei");
        }
        final String ether = new BigDecimal(price).movePointLeft(WEI_DECIMALS)
            .setScale(GWEI_DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
        final String token = "AXIE/" + row.need("id");
        events.add(new Draft(Kind.TRADE, row.time(" time", SECOND_NANOS))
            .on(token, InstrumentType.SPOT, token, "ETH").side(Side.BUY).price(ether).quantity("1")
            .accounts(row.need(" from"), row.need(" to")));
    }
}
