package fds.bench.labelled;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import fds.bench.suite.JsonTree;

/**
 * A sandwich by transactions.
 *
 * @param front   hash.
 * @param back    hash.
 * @param pool    address; empty: not told.
 * @param victims hashes; none: not told.
 */
record Sandwich(String front, String back, String pool, Set<String> victims)
{
    private static final String HASH = "transaction_hash";

    /** Those of a block's labels. */
    static List<Sandwich> ofBlock(final Object labels)
    {
        final List<Sandwich> all = new ArrayList<>();
        for (final Object each : JsonTree.list(labels, "sandwiches"))
        {
            final Set<String> victims = new HashSet<>();
            JsonTree.list(each, "sandwiched_swaps").forEach(swap -> victims.add(text(swap, HASH)));
            all.add(new Sandwich(text(each, "frontrun_swap", HASH), text(each, "backrun_swap", HASH),
                text(each, "frontrun_swap", "contract_address"), victims));
        }
        return all;
    }

    /** How alike two sets of victims are: what they share against all. */
    double likeness(final Set<String> told)
    {
        final Set<String> all = new HashSet<>(victims);
        all.addAll(told);
        final Set<String> shared = new HashSet<>(victims);
        shared.retainAll(told);
        return all.isEmpty() ? 1 : (double)shared.size() / all.size();
    }

    private static String text(final Object tree, final String... names)
    {
        return String.valueOf(JsonTree.at(tree, names)).toLowerCase(Locale.ROOT);
    }
}
