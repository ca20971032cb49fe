package fds.anchors.ethereum;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where on which chain.
 *
 * @param node     URL of a node's JSON-RPC; may hold a secret.
 * @param contract address that logs, or null.
 * @param sender   address whose logs count, or null.
 * @param since    number of the chain's block from which on logs are looked for.
 */
public record EthereumPlace(String node, String contract, String sender, long since)
{
    private static final Pattern FORM = Pattern.compile("ethereum:(https?://[^?#\\s]+)(?:#(\\S*))?");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    /**
     * Read a place.
     *
     * @param text {@code ethereum:URL} or {@code ethereum:URL#contract=0x…&from=0x…&since=N}.
     * @return the place.
     * @throws IllegalArgumentException when it is none, in one sentence.
     */
    public static EthereumPlace parse(final String text)
    {
        final Matcher form = FORM.matcher(text);
        if (!form.matches())
        {
            throw new IllegalArgumentException("must be ethereum:URL#contract=0x…&from=0x…");
        }
        String contract = null;
        String sender = null;
        long since = 0;
        final String rest = form.group(2) == null ? "" : form.group(2);
        for (final String part : rest.isEmpty() ? new String[0] : rest.split("&"))
        {
            final String value = part.substring(part.indexOf('=') + 1);
            switch (part.substring(0, Math.max(0, part.indexOf('='))))
            {
                case "contract" -> contract = address(value);
                case "from" -> sender = address(value);
                case "since" -> since = number(value);
                default -> throw new IllegalArgumentException(
                    "'" + part + "' is none of contract=0x…, from=0x… and since=N");
            }
        }
        return new EthereumPlace(form.group(1), contract, sender, since);
    }

    /**
     * The same place with a contract.
     *
     * @param newContract its address.
     * @param newSender   address whose logs count.
     * @param newSince    number of the chain's block that holds the contract's creation.
     * @return the place.
     */
    public EthereumPlace with(final String newContract, final String newSender, final long newSince)
    {
        return new EthereumPlace(node, address(newContract), address(newSender), newSince);
    }

    /**
     * The place without what may be secret in the node's URL.
     *
     * @return as in {@link #parse}, with the node's host alone.
     */
    public String name()
    {
        final URI uri = URI.create(node);
        return "ethereum:" + uri.getScheme() + "://" + uri.getHost() +
            (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + fragment();
    }

    /**
     * The place as it is given on the command line.
     *
     * @return with the whole URL.
     */
    public String text()
    {
        return "ethereum:" + node + fragment();
    }

    private String fragment()
    {
        return "#contract=" + contract + "&from=" + sender + (since == 0 ? "" : "&since=" + since);
    }

    private static String address(final String text)
    {
        if (!ADDRESS.matcher(text).matches())
        {
            throw new IllegalArgumentException("'" + text + "' is no address: must be 0x and 40 hexadecimal digits");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static long number(final String text)
    {
        if (!text.matches("\\d{1,18}"))
        {
            throw new IllegalArgumentException("since is '" + text + "': must be a number of a block");
        }
        return Long.parseLong(text);
    }
}
