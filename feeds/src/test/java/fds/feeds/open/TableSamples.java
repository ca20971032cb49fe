package fds.feeds.open;

/** Small tables of each format, seven rows or more, in the order of their times. */
final class TableSamples
{
    private TableSamples()
    {
    }

    static String of(final FeedFormat format)
    {
        return switch (format)
        {
            case HYPERLIQUID_ADL -> "user,coin,time,adl_price,adl_size,adl_notional,closed_pnl,position_size," +
                "entry_price,account_value_realtime,total_unrealized_pnl,total_equity,is_negative_equity," +
                "leverage_realtime,position_unrealized_pnl,pnl_percent,liquidated_user,timestamp,time_str\n" +
                "0xa,BTC,1760131026037,108416.5,0.00153,1,7,-0.01,1,1,1,1,False,1,1,1,0xb,t,t\n".repeat(7);
            case HYPERLIQUID_ACCOUNT_FILLS -> "address,trade_id,ts,coin,side,sz,px,closed_pnl,start_position,fee," +
                "oid\n" + "0xa,11,1770322925058,ADA,1,2186.5,0.2488,-51.2,94612.0,0.08,313\n".repeat(7);
            case HYPERLIQUID_ACCOUNT_FUNDING -> "address,ts,coin,usdc,sz,rate\n" +
                "0xa,1770336000000,AAVE,-6.03,202.807,1.15323e-05\n".repeat(7);
            case HYPERLIQUID_ACCOUNT_LEDGER -> "address,ts,event_type,usdc,vault\n" +
                "0xa,1742656809872,withdraw,12911.5,\n0xa,1742656809873,deposit,11.0,\n".repeat(4);
            case FUNDING_HISTORY -> "Symbol,Date,Funding Rate\n" + "BTC-USDT,2020-01-01 08:00:00,0.00012\n".repeat(7);
            case MINUTE_BARS -> "timestamp,open,high,low,close,volume\n" +
                "2021-12-31 23:01:00.000000,46319.0,46385.0,46319.0,46377.0,2300413.7\n".repeat(7);
            case NFT_TRANSFERS -> "id,seller_username,seller_address,buyer_username,buyer_address,time\n" +
                "7,,0xa,bob,0xb,2022-04-17T10:46:56\n".repeat(7);
            case TWEET_COUNTS -> "ts_ms,tweets\n" + "1524700800000,11\n1524700860000,7\n".repeat(4);
            case TELEGRAM_PUMP_ATTEMPTS -> "Channel ID,Message ID,Date,Time,Coin\n" +
                "1227381030,1763,2018-07-12,18:01:15,CHAT\n".repeat(7);
            case TELEGRAM_PUMP_SIGNALS -> "channel_id,session_id,coin,exchange,pair,timestamp\n" +
                "1095533634,256,APPC,binance,BTC,2019-06-04 12:01:33+00:00\n".repeat(7);
            case TELEGRAM_PUMP_DATES -> "symbol,group,date,hour,exchange\n" +
                "DALC,ATW,2018-01-02,16:00,yobit\n,ATW,2018-01-02,16:00,yobit\n".repeat(4);
            case TELEGRAM_MESSAGES -> "channel_id,message_id,date,label,text\n" +
                "1132534018,2900,2021-02-27T14:23:59+00:00,2,\"Buy, now\"\n".repeat(7);
            case SPIKE_BARS -> "timestamp,open,high,low,close,volume,symbol,return,Type\n" +
                "2021-01-11 14:15:00,31131.36,32302.1,31115.0,32169.54,1135.7,BTC/USDT,3.3,Spike\n".repeat(7);
            case CRYPTOPIA_TRADES -> "TIMESTAMP,TYPE, PRICEBTC , AMOUNTBVB , TOTALBTC \n" +
                "14/11/2018 8:22:20 PM,Sell,0.00000028,4058.558807,0.0011364\n".repeat(7);
            default -> throw new IllegalArgumentException(format.word());
        };
    }
}
