package fds.app.doctor;

/**
 * What was found about one thing.
 *
 * @param topic   looked at, a word or two.
 * @param verdict on it.
 * @param found   what is there.
 * @param cost    what it costs, measured here where that can be measured; empty when it costs nothing.
 * @param mend    a command, or what to do; empty when there is nothing to do.
 */
public record Advice(String topic, Verdict verdict, String found, String cost, String mend)
{
    static Advice good(final String topic, final String found)
    {
        return new Advice(topic, Verdict.GOOD, found, "", "");
    }

    static Advice costs(final String topic, final String found, final String cost, final String mend)
    {
        return new Advice(topic, Verdict.COSTS, found, cost, mend);
    }

    static Advice unknown(final String topic, final String found)
    {
        return new Advice(topic, Verdict.UNKNOWN, found, "", "");
    }
}
