package fds.bench.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * An order flow in a file, the configuration that reads it, and what an undisturbed run makes of it.
 *
 * @param config       of every run.
 * @param nothing      the same on a feed without events: a run that only opens and recovers the journal.
 * @param calm         journal of the undisturbed run.
 * @param hash         its {@code decision_hash}.
 * @param lastSequence of its events.
 */
record Workload(Path config, Path nothing, Path calm, String hash, long lastSequence)
{
    /** Different flows; a round takes one of them and disturbs it in its own way. */
    static final int COUNT = 8;

    private static final int EVENTS_MIN = 6_000;
    private static final int EVENTS_SPAN = 14_000;
    private static final List<String> EPISODES =
        List.of("self_wash", "pair_wash", "group_wash", "spoofing", "layering", "order_flood", "fat_finger");

    /**
     * Make one: the same number gives the same bytes.
     *
     * @param lab    to work in.
     * @param number from 0.
     * @return with its undisturbed run.
     */
    static Workload make(final Lab lab, final int number)
    {
        final Random random = new Random(7_919L * number + 1);
        try
        {
            final Path directory = Files.createDirectories(lab.directory().resolve("flow-" + number));
            final List<Object> simulate = new ArrayList<>(List.of("simulate", "--seed", number + 1, "--events",
                EVENTS_MIN + random.nextInt(EVENTS_SPAN), "--rate", 500 << random.nextInt(4),
                "--out", directory.resolve("flow.csv")));
            EPISODES.forEach(name -> simulate.addAll(List.of("--episodes", name + "=" + random.nextInt(1_500))));
            if (random.nextBoolean())
            {
                simulate.add("--text-ids");
            }
            Said.by(simulate.toArray()).exits(0);
            final Path config = Files.writeString(directory.resolve("fds.yaml"), CONFIG);
            try (Stream<String> rows = Files.lines(directory.resolve("flow.csv")))
            {
                Files.write(directory.resolve("empty.csv"), rows.limit(1).toList());
            }
            final Path nothing =
                Files.writeString(directory.resolve("nothing.yaml"), CONFIG.replace("flow.csv", "empty.csv"));
            final Path calm = directory.resolve("calm");
            final Said said = Said.by("run", "--config", config, "--out", calm).exits(0);
            return new Workload(
                config, nothing, calm, said.value("decision_hash"), Long.parseLong(said.value("last_sequence")));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot make a workload", e);
        }
    }

    // Small tables start quickly, and evict: blind spots are decisions too.
    private static final String CONFIG = """
        feeds:
          files: flow.csv
        capacity:
          orders_per_partition: 512
          pairs_per_partition: 512
          groups_per_partition: 512
          levels_per_side: 128
          instruments: 64
          owned_accounts: 4Ki
          texts: 64Ki
        episodes:
          capacity: 64
        deployment:
          warm_up: 0s
          ring: 1024
          journal:
            reserve: 2Mi
        """;
}
