package fds.feeds.open;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Known files that lie beside recordings and hold no market events: labels, registers, features, counts. They are
 * recognised only to be refused by name instead of by their first line.
 */
final class LabelLists
{
    private static final Pattern SANCTIONED = Pattern.compile("sanctioned_addresses_[A-Z0-9]{2,8}\\.txt(\\.gz)?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z]{20,128}");
    private static final Pattern MARKETS = Pattern.compile("\\{\"0x[0-9a-f]{40}\": ?\"0x[0-9a-f]{40}\".*");
    private static final Pattern BOOK = Pattern.compile(".+_orderbook_\\d{1,3}\\.csv(\\.gz)?");
    private static final String FEATURES = "features of minutes around pumps";

    /** By the first line. */
    private static final Map<String, String> BY_HEADER = Map.ofEntries(
        Map.entry("banned_address,wallet_tag,data_source", "labels of malicious addresses"),
        Map.entry("contract_address,contract_tag,contract_creator,contract_creation_tx,contract_creator_tag,source," +
            "notes,contract_creator_etherscan_label", "labels of malicious contracts"),
        Map.entry("address,etherscan_tag,etherscan_labels,is_contract", "labels of phishing addresses"),
        Map.entry("date,title", "titles of incidents by day"),
        Map.entry("Protocol,Chain,Date,Transaction Hash", "hashes of attacks by day"),
        Map.entry("Transaction Hash,Chain", "hashes of suspicious transactions"),
        Map.entry("victim_project,category,time,related_website", "victims of attacks by day"),
        Map.entry("group_name,group_code,last_time_checked, telegram_link", "groups on Telegram"),
        Map.entry("symbol,exchange,time,coin", "times of pumps, told by nobody"),
        Map.entry("date,pump_index,std_rush_order,avg_rush_order,std_trades,std_volume,avg_volume,std_price," +
            "avg_price,avg_price_max,hour_sin,hour_cos,minute_sin,minute_cos,symbol,gt", FEATURES),
        Map.entry("address,label,is_vault,added_at", "names of accounts"),
        Map.entry("block_num,t1,t1_from,t1_to,t1_gas_cost_wei,t2,t2_from,t2_to,t2_gas_cost_wei,net_gains_wei,tv," +
            "tv_input_amount_wei", "hashes of attacks by block"),
        Map.entry("file,pair,trades,first_utc,last_utc,announced_utc,onset_25s_bin_utc,onset_15s_bin_utc," +
            "onset_5s_bin_utc,alt_time_boroko_utc,alt_time_hu_utc,max_rise_3min_before_to_10min_after," +
            "announced_growth,label_quality", "times of pumps in the prints beside it"),
        Map.entry("ticker,net_volume,net_notional_usd,total_pnl,num_adl_events,avg_price", "sums by coin"));

    private LabelLists()
    {
    }

    /**
     * What a file is a list of.
     *
     * @param path of it, or null.
     * @param line first line.
     * @param head first bytes.
     * @return null when it is no such list.
     */
    static String recognise(final Path path, final String line, final String head)
    {
        final String name = path == null ? "" : path.getFileName().toString();
        if (SANCTIONED.matcher(name).matches() && ADDRESS.matcher(line).matches())
        {
            return "addresses under sanctions, without a time";
        }
        if (BOOK.matcher(name).matches())
        {
            return "the books behind a LOBSTER message file";
        }
        if (head.contains("\"sandwicher_address\"") || head.contains("\"sandwiches\"") && head.contains("\"n_tx\""))
        {
            return "labels of a block's sandwiches, arbitrages and liquidations";
        }
        if (MARKETS.matcher(line).matches())
        {
            return "lending markets and their tokens";
        }
        if (head.startsWith("{") && head.contains("\"first_adl\""))
        {
            return "counts by second";
        }
        return BY_HEADER.get(line);
    }
}
