package fds.bench.injected;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fds.app.UsageException;
import fds.bench.replays.RecordingFolder;
import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.NormalizedInput;
import fds.bench.suite.Suite;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.SuiteReport;

/**
 * Labelled episodes in real recordings: of orders where single orders are told, of trades where both sides are. Size,
 * speed, distance and number are random; a third or a half of what is put in is honest.
 */
public final class InjectedSuite implements Suite
{
    private static final int SEEDS = 5;

    /**
     * A recording to put something into.
     *
     * @param name     of it.
     * @param pattern  of its files.
     * @param isOrders order by order, or trades.
     * @param share    of trades beside which an episode may begin.
     */
    private record Background(String name, String pattern, boolean isOrders, double share)
    {
    }

    private static final List<Background> ALL = List.of(
        new Background("bitstamp-l3-2015", "bitstamp-l3-2015/orders.csv.gz", true, 0),
        new Background("lobster-aapl-998", "lobster-aapl-998/*_message_*.csv.gz", true, 0),
        new Background("hyperliquid-fills-with-wallets", "hyperliquid-fills-with-wallets/*.jsonl.gz", false, 0.02),
        new Background("nft-trades-wash", "nft-trades-wash/axie_eth_transactions.csv.gz", false, 0.01));

    @Override
    public String name()
    {
        return "injected";
    }

    @Override
    public SuiteReport run(final MeasuredEngine engine, final SuiteProgress progress)
    {
        final Optional<RecordingFolder> folder = RecordingFolder.find();
        if (folder.isEmpty())
        {
            throw new UsageException("there is no shared/data beside the project or above this directory");
        }
        progress.begin(name(), ALL.size() * SEEDS);
        final SuiteReport report = new SuiteReport();
        report.lines("| recording | episode | detector | labels | found | recall [95 %] | " +
            "found, by size: small, large | by speed: slow, fast | alerts on it |",
            "| --- | --- | --- | ---: | ---: | --- | --- | --- | --- |");
        final List<String> notes = new ArrayList<>();
        try (NormalizedInput input = new NormalizedInput())
        {
            for (final Background background : ALL)
            {
                final List<Path> files = folder.get().files(background.pattern());
                if (files.isEmpty())
                {
                    throw new UsageException("there is no " + background.pattern() + " in " + folder.get().path());
                }
                final InjectedScore score = new InjectedScore();
                final List<String> lines = NormalizedInput.lines(input.of(files));
                final List<String> instruments = NormalizedInput.lines(
                    input.events().resolveSibling("instruments.csv"));
                for (int seed = 101; seed < 101 + SEEDS; seed++)
                {
                    final Injection injection = inject(background, lines, instruments, seed);
                    final MeasuredEngine.Outcome outcome = engine.run(
                        input.of(injection.lines(), instruments, owners(injection, lines)));
                    score.add(injection, outcome);
                    progress.step();
                }
                score.tell(background.name(), engine, report);
                notes.add(score.note(background.name(), engine));
            }
        }
        report.lines("");
        notes.forEach(note -> report.lines("- " + note));
        return report.lines("");
    }

    private static Injection inject(
        final Background background, final List<String> lines, final List<String> instruments, final int seed)
    {
        final Map<String, BigDecimal> lots = new HashMap<>();
        final String[] header = instruments.get(0).split(",");
        final List<String> columns = List.of(header);
        BigDecimal tick = BigDecimal.ONE;
        for (final String line : instruments.subList(1, instruments.size()))
        {
            final String[] cells = line.split(",", -1);
            lots.put(cells[columns.indexOf("instrument")], new BigDecimal(cells[columns.indexOf("lot_size")]));
            tick = new BigDecimal(cells[columns.indexOf("tick_size")]);
        }
        return background.isOrders() ?
            Injection.intoOrders(lines, tick, lots.values().iterator().next(), seed) :
            Injection.intoTrades(lines, lots, seed, background.share());
    }

    /** The two of a group have one owner, which the venue knows; everybody else is alone. */
    private static List<String> owners(final Injection injection, final List<String> lines)
    {
        final Rows rows = new Rows(lines.get(0));
        final String venue = lines.size() < 2 ? "" : rows.cell(lines.get(1).split(",", -1), "venue");
        final List<String> owners = new ArrayList<>(List.of("account,venue,owner_group,role"));
        injection.labels().stream().filter(label -> label.typology().equals("group")).forEach(label ->
            label.accounts().forEach(account -> owners.add(account + "," + venue + ",of-" +
                label.accounts().get(0) + ",")));
        return owners;
    }
}
