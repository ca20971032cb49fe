package fds.bench.latency;

import java.util.List;
import java.util.Properties;

/**
 * What one virtual machine measured.
 *
 * @param spec     as asked.
 * @param rates    as asked, in order.
 * @param flood    at full speed.
 * @param findings of the engine in all: none would mean that the path was not walked to its end.
 */
record CellResult(CellSpec spec, List<RateResult> rates, FloodResult flood, long findings)
{
    Properties values()
    {
        final Properties values = new Properties();
        spec.put(values);
        rates.forEach(rate -> rate.put(values, "rate." + rate.rate() + "."));
        flood.put(values);
        values.setProperty("findings", Long.toString(findings));
        return values;
    }

    static CellResult of(final Properties values)
    {
        final CellSpec spec = CellSpec.of(values);
        return new CellResult(spec,
            spec.rates().stream().map(rate -> RateResult.of(values, "rate." + rate + ".", rate)).toList(),
            FloodResult.of(values), Long.parseLong(values.getProperty("findings")));
    }
}
