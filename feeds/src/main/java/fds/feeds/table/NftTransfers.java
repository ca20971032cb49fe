package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** Transfers of CryptoPunks, an asset a token; no price is told, so they are no trades. */
final class NftTransfers extends Table
{
    NftTransfers()
    {
        super("nft-transfers", "id", "seller_username", "seller_address", "buyer_username", "buyer_address", "time");
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
        final String token = "PUNK/" + row.need("id");
        events.add(new Draft(Kind.TRANSFER, row.date("time", 0)).on(token, InstrumentType.ASSET, token, "")
            .quantity("1").accounts(row.need("seller_address"), row.need("buyer_address")));
    }
}
