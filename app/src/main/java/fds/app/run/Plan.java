package fds.app.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import fds.actions.policy.PolicyLimits;
import fds.actions.policy.ResponseFactory;
import fds.app.setup.Settings;
import fds.engine.EngineConfig;
import fds.engine.Threading;
import fds.market.account.AccountHandlerFactory;
import fds.market.account.MarketView;
import fds.market.detector.Detection;
import fds.market.detector.Need;
import fds.market.episode.Episodes;
import fds.market.event.InboundEvent;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.partition.Capacity;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import fds.risk.total.RiskFactory;
import fds.risk.total.RiskMonitor;
import org.agrona.BitUtil;

/**
 * Every capacity and its cost. Index memory is taken when a partition opens; records are backed by the operating system
 * only as they are used, so both are told: at the start, and with every slot taken.
 */
public final class Plan
{
    private static final int LEVEL_BYTES = 20;
    private static final int OWNER_BYTES = 64;
    private static final int TEXT_BYTES = 88;
    private static final int FINDING_RING_BYTES = 8 << 20;
    private static final int POOL_BYTES = 4 << 20;

    private final List<String> lines = new ArrayList<>();
    private long startBytes;
    private long fullBytes;

    private Plan()
    {
    }

    /**
     * The plan of a configuration, all 64 partitions in use.
     *
     * @param settings in force.
     * @return lines of a table.
     */
    public static List<String> of(final Settings settings)
    {
        return new Plan().make(settings);
    }

    private List<String> make(final Settings settings)
    {
        final Detection detection = settings.detection().read(settings.text());
        final Capacity capacity = detection.capacity();
        final Set<Need> needs = new HashSet<>();
        detection.detectors().forEach(detector -> needs.addAll(detector.factory().info().needs()));
        detection.addHandlerNeeds(needs);
        final StateLayout layout = Market.newLayout(needs);
        detection.detectors().forEach(detector -> detector.create(layout));
        final boolean book = needs.contains(Need.BOOK) || needs.contains(Need.QUOTES);
        final boolean orders = book || needs.contains(Need.ORDERS);
        final boolean groups = needs.contains(Need.GROUPS) || needs.contains(Need.FILLS) ||
            needs.contains(Need.SIZABLE);
        lines.add(String.format("%-34s %12s %8s %14s %14s", "what", "capacity", "bytes", "at start", "when full"));
        if (orders)
        {
            table("live orders", capacity.ordersPerPartition(), layout, SlotKind.ORDER);
        }
        table("account x instrument", capacity.pairsPerPartition(), layout, SlotKind.PAIR);
        if (groups)
        {
            table("owner group x instrument", capacity.groupsPerPartition(), layout, SlotKind.GROUP);
        }
        add("instruments", capacity.instruments(), layout.recordBytes(SlotKind.INSTRUMENT), false);
        if (book)
        {
            add("book levels of an instrument", 2L * capacity.levelsPerSide(), LEVEL_BYTES, false);
            lines.add(String.format("  (%,d bytes for each instrument that is defined)",
                2L * capacity.levelsPerSide() * LEVEL_BYTES));
        }
        add("accounts with owner group or role", capacity.ownedAccounts(), OWNER_BYTES, true);
        add("open episodes", detection.episodes().capacity(), (int)Episodes.bytes(1), true);
        for (final AccountHandlerFactory handler : detection.handlers())
        {
            if (handler instanceof RiskFactory risk)
            {
                final long bytes = RiskMonitor.bytes(risk.config().capacity(), capacity.instruments());
                line("risk of groups and instruments", risk.config().capacity().groups(),
                    (int)(bytes / risk.config().capacity().groups()), bytes, bytes);
            }
            else if (handler instanceof ResponseFactory response)
            {
                final PolicyLimits limits = response.limits();
                add("actions", limits.actionCapacity(), ResponseFactory.ACTION_BYTES, true);
                add("accounts that have alerts", limits.accountCapacity(), response.accountBytes(), true);
            }
        }
        final EngineConfig engine = settings.engine();
        add("texts of an id space, of 5", 5L * engine.textCapacity(), TEXT_BYTES, false);
        add("main ring", engine.ringEvents(), MarketEvent.LENGTH, true);
        add("views of the market", detection.handlers().isEmpty() ? 0 : engine.ringEvents(), MarketView.LENGTH, true);
        add("inbound ring of a feed", engine.inboundEvents(), InboundEvent.LENGTH,
            engine.threading().mode() != Threading.Mode.INLINE);
        add("control records", 1, POOL_BYTES, true);
        add("findings of a shard", engine.threading().shards(), FINDING_RING_BYTES, true);
        lines.add(String.format("%-34s %12s %8s %,14d %,14d", "together", "", "", startBytes, fullBytes));
        return lines;
    }

    private void table(final String what, final int perPartition, final StateLayout layout, final SlotKind kind)
    {
        final int recordBytes = layout.recordBytes(kind) + layout.coldBytes(kind);
        final long slots = (long)Instrument.PARTITIONS * perPartition;
        final long index = Instrument.PARTITIONS *
            (8L * BitUtil.findNextPositivePowerOfTwo(2 * perPartition) + 4L * perPartition);
        line(what, slots, recordBytes, index, index + slots * recordBytes);
    }

    private void add(final String what, final long count, final int bytes, final boolean atStart)
    {
        line(what, count, bytes, atStart ? count * bytes : 0, count * bytes);
    }

    private void line(final String what, final long count, final int bytes, final long start, final long full)
    {
        lines.add(String.format("%-34s %,12d %,8d %,14d %,14d", what, count, bytes, start, full));
        startBytes += start;
        fullBytes += full;
    }
}
