package fds.bench.replays;

import java.util.List;

/**
 * What became of an input.
 *
 * @param format   that {@code auto} chose.
 * @param events   of the feed.
 * @param rejected messages that could not be taken.
 * @param alerts   opened.
 * @param hash     of the decisions.
 * @param rejects  a line each, as in a rejects file: source, position, field, value, allowed.
 */
record Outcome(String format, long events, long rejected, long alerts, String hash, List<String> rejects)
{
    /** What must be the same in every way of running it. */
    String answer()
    {
        return "events=" + events + " rejected=" + rejected + " alerts=" + alerts + " decision_hash=" + hash;
    }
}
