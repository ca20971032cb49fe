package fds.feeds.open;

/** Small recordings that are no tables, six events or more. */
final class RecordingSamples
{
    private static final String ADDRESS = "0x00000000000000000000000000000000000000";
    private static final String WORD = "0x000000000000000000000000000000000000000000000000000000000000";
    private static final String SWAP = "0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822";
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private RecordingSamples()
    {
    }

    static String swaps()
    {
        final StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 6; i++)
        {
            rows.append("{\"transaction_hash\":\"").append(WORD).append("000").append(i)
                .append("\",\"transaction_position\":").append(i).append(",\"block_number\":").append(70 + i / 4)
                .append(",\"contract_address\":\"").append(ADDRESS).append("a1\",\"from_address\":\"").append(ADDRESS)
                .append("a2\",\"to_address\":\"").append(ADDRESS).append("a3\",\"token_in_address\":\"")
                .append(ADDRESS).append(i % 2 == 0 ? "a4" : "a5").append("\",\"token_in_amount\":400000000000000000")
                .append(",\"token_out_address\":\"").append(ADDRESS).append(i % 2 == 0 ? "a5" : "a4")
                .append("\",\"token_out_amount\":200000000000000000,\"protocol\":\"uniswap_v2\",\"error\":null}\n");
        }
        return rows.toString();
    }

    static String receipts()
    {
        final StringBuilder document = new StringBuilder("{\"net_gains\": 7");
        for (int i = 0; i < 5; i++)
        {
            document.append(",\n\"t").append(i).append("\": {\"index\": 1, \"receipt\": {\"blockHash\": \"")
                .append(WORD).append("beef\", \"blockNumber\": 70, \"transactionHash\": \"")
                .append(WORD).append("000").append(i)
                .append("\", \"transactionIndex\": ").append(i).append(", \"logs\": [")
                .append(log(1, "a4", TRANSFER, "00a1", "64")).append(',').append(log(2, "a5", TRANSFER, "00a2", "c8"))
                .append(',').append("{\"address\": \"").append(ADDRESS).append("a1\", \"data\": \"").append(WORD)
                .append("0064").append("0".repeat(128)).append("0".repeat(62)).append("c8\", \"logIndex\": 3, ")
                .append("\"topics\": [\"").append(SWAP).append("\", \"").append(WORD).append("00a2\", \"").append(WORD)
                .append("00a3\"]}").append("]}}");
        }
        return document.append("}\n").toString();
    }

    static String block()
    {
        final StringBuilder document = new StringBuilder("{\"block_number\": 70, \"traces\": [");
        for (int i = 0; i < 5; i++)
        {
            document.append(call(i, "[0]", "a2", "a4", "0xa9059cbb" + word("a1") + word("64"))).append(", ")
                .append(call(i, "[1]", "a2", "a1", "0x022c0d9f" + word("00") + word("c8") + word("a2"))).append(", ")
                .append(call(i, "[1, 0]", "a1", "a5", "0xa9059cbb" + word("a2") + word("c8"))).append(", ");
        }
        return document.append("{\"type\": \"reward\"}], \"receipts\": []}\n").toString();
    }

    private static String call(
        final int position, final String path, final String from, final String to, final String input)
    {
        return "{\"action\": {\"from\": \"" + ADDRESS + from + "\", \"input\": \"" + input +
            "\", \"to\": \"" + ADDRESS + to + "\"}, \"trace_address\": " + path + ", \"transaction_hash\": \"" +
            WORD + "000" + position + "\", \"transaction_position\": " + position +
            ", \"type\": \"call\", \"error\": null}";
    }

    private static String word(final String end)
    {
        return "0".repeat(62) + end;
    }

    static String channels()
    {
        final String book = "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"BTC\",\"levels\":" +
            "[[{\"n\":5,\"px\":\"10.5\",\"sz\":\"3.03\"}],[{\"n\":1,\"px\":\"11.0\",\"sz\":\"0.5\"}]],\"time\":1000}}" +
            "\n";
        return "1000001 " + book + "1000002 {\"channel\":\"trades\",\"data\":[{\"coin\":\"BTC\",\"hash\":\"0x0\"," +
            "\"px\":\"10.5\",\"side\":\"B\",\"sz\":\"0.25\",\"tid\":7,\"time\":999,\"users\":[\"0xa\",\"0xb\"]}]}\n" +
            "1000003 " + book + "1000004 {\"channel\":\"pong\"}\n";
    }

    static String cassette()
    {
        final String fill = "{\"coin\":\"SUI\",\"crossed\":true,\"hash\":\"0xa\",\"oid\":7,\"px\":\"1.5\"," +
            "\"side\":\"B\",\"startPosition\":\"-10\",\"sz\":\"4\",\"time\":1683245555699}";
        return "interactions:\n- request:\n    body: '{\"type\": \"userFills\", \"user\": \"0xb\"}'\n" +
            "    uri: https://api.hyperliquid.xyz/info\n  response:\n    body:\n      string: '[" +
            fill + ",\n\n        " + fill + "," + fill + "]'\n    status:\n      code: 200\nversion: 1\n";
    }

    private static String log(
        final int index, final String token, final String event, final String from, final String amount)
    {
        return "{\"address\": \"" + ADDRESS + token + "\", \"data\": \"" + WORD + "00" + amount +
            "\", \"logIndex\": " + index + ", \"removed\": false, \"topics\": [\"" + event + "\", \"" + WORD + from +
            "\", \"" + WORD + "00a1\"]}";
    }
}
