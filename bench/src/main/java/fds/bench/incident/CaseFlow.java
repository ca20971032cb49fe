package fds.bench.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Makes the normalized CSV of a case, or of its twin, inside ordinary flow of some rate: the case's people and the
 * ordinary ones act in the same books.
 */
final class CaseFlow
{
    private static final int MAKERS = 4;

    private final IncidentCase of;
    private final Verdict.Twin twin;
    private final CaseRows rows = new CaseRows();
    private final Map<String, CaseMarket> markets = new LinkedHashMap<>(); // by instrument
    private final List<OrdinaryFlow> flows = new ArrayList<>();
    private final Map<String, String> owners;

    /**
     * Something to be done.
     *
     * @param timeNanos when.
     * @param order     of the table, for what is due at the same time.
     * @param act       what.
     */
    private record Due(long timeNanos, int order, CaseStep.Act act) implements Comparable<Due>
    {
        @Override
        public int compareTo(final Due other)
        {
            final int byTime = Long.compare(timeNanos, other.timeNanos);
            return byTime != 0 ? byTime : Integer.compare(order, other.order);
        }
    }

    private CaseFlow(final IncidentCase of, final Verdict.Twin twin, final double factor) throws IOException
    {
        this.of = of;
        this.twin = twin;
        owners = new LinkedHashMap<>(of.accounts());
        if (isOfOwner())
        {
            owners.put(twin.subject(), twin.other());
        }
        for (final String line : Files.readAllLines(of.folder().resolve("instruments.csv")))
        {
            final String[] cells = line.split(",", -1);
            if (!cells[0].equals("instrument"))
            {
                markets.put(cells[0], new CaseMarket(cells[1], cells[0], new BigDecimal(cells[5]),
                    new BigDecimal(cells[6]), rows, this::ownerOf));
            }
        }
        final long startNanos = of.startNanos() - of.warmSeconds() * 1_000_000_000L;
        for (final IncidentCase.Ordinary ordinary : of.ordinary())
        {
            final CaseMarket market = markets.get(ordinary.instrument());
            flows.add(new OrdinaryFlow(market, (of.name() + ordinary.instrument()).hashCode() + Math.round(factor * 10),
                startNanos, ordinary.ratePerSecond() * factor, market.ticks(ordinary.price()),
                market.lots(ordinary.quantity()), ordinary.halfSpreadTicks()));
        }
    }

    /**
     * Make it.
     *
     * @param of     the case.
     * @param twin   one cause taken away; null: none.
     * @param factor times the ordinary rate.
     * @return rows, in order.
     */
    static CaseFlow of(final IncidentCase of, final Verdict.Twin twin, final double factor)
    {
        try
        {
            final CaseFlow flow = new CaseFlow(of, twin, factor);
            flow.run();
            return flow;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(of.folder() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    CaseRows rows()
    {
        return rows;
    }

    /**
     * Write {@code events.csv} and its companions.
     *
     * @param folder made where there is none.
     * @return the events.
     */
    Path write(final Path folder)
    {
        final Path events = folder.resolve("events.csv");
        try
        {
            Files.createDirectories(folder);
            rows.write(events);
            Files.writeString(folder.resolve("instruments.csv"),
                Files.readString(of.folder().resolve("instruments.csv")), StandardCharsets.UTF_8);
            final StringBuilder accounts = new StringBuilder();
            for (final String line : Files.readAllLines(of.folder().resolve("accounts.csv")))
            {
                final String[] cells = line.split(",", -1);
                accounts.append(isOfOwner() && cells[0].equals(twin.subject()) ?
                    cells[0] + "," + cells[1] + "," + twin.other() + "," + cells[3] : line).append('\n');
            }
            for (final String venue : venuesOfOrdinary())
            {
                for (int maker = 1; maker <= MAKERS; maker++)
                {
                    accounts.append("maker").append(maker).append(',').append(venue).append(",,market_maker\n");
                }
            }
            Files.writeString(folder.resolve("accounts.csv"), accounts.toString(), StandardCharsets.UTF_8);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
        }
        return events;
    }

    /** Take away what {@link #write} wrote. */
    static void remove(final Path folder)
    {
        try
        {
            for (final String name : List.of("events.csv", "instruments.csv", "accounts.csv"))
            {
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(folder + ": cannot be removed: " + e.getMessage(), e);
        }
    }

    private List<String> venuesOfOrdinary()
    {
        return of.ordinary().stream().map(ordinary -> markets.get(ordinary.instrument()).venue).distinct().toList();
    }

    private String ownerOf(final String account)
    {
        final String owner = owners.getOrDefault(account, "");
        return owner.isEmpty() ? account : owner;
    }

    private void run()
    {
        final PriorityQueue<Due> due = new PriorityQueue<>();
        for (final CaseStep.Act act : of.acts())
        {
            if (happens(act.of().step()))
            {
                due.add(new Due(of.startNanos() + act.timeNanos(), due.size(), act));
            }
        }
        final List<Due> waiting = new ArrayList<>(
            due.stream().filter(each -> each.act().of().trigger() != null).toList());
        final long endNanos = of.startNanos() + of.endSeconds() * 1_000_000_000L;
        while (true)
        {
            release(due, waiting);
            final OrdinaryFlow flow = next();
            final boolean isActDue = !due.isEmpty() && (flow == null || due.peek().timeNanos() <= flow.nextNanos());
            if (isActDue)
            {
                final Due now = due.poll();
                act(now.act(), now.timeNanos());
            }
            else if (flow != null && flow.nextNanos() < endNanos)
            {
                flow.act();
            }
            else if (due.isEmpty())
            {
                return;
            }
            else
            {
                act(due.peek().act(), due.poll().timeNanos());
            }
        }
    }

    /** Brings forward what waits for an order that is filled. */
    private void release(final PriorityQueue<Due> due, final List<Due> waiting)
    {
        for (int i = waiting.size() - 1; i >= 0; i--)
        {
            final Due each = waiting.get(i);
            final CaseStep.Trigger trigger = each.act().of().trigger();
            final Long filled = markets.get(each.act().cell("instrument")).filledNanos(trigger.order());
            if (filled != null)
            {
                waiting.remove(i);
                if (filled + trigger.delayNanos() < each.timeNanos() && due.remove(each))
                {
                    due.add(new Due(filled + trigger.delayNanos(), each.order(), each.act()));
                }
            }
        }
    }

    private OrdinaryFlow next()
    {
        OrdinaryFlow next = null;
        for (final OrdinaryFlow flow : flows)
        {
            next = next == null || flow.nextNanos() < next.nextNanos() ? flow : next;
        }
        return next;
    }

    private boolean isOfOwner()
    {
        return twin != null && twin.change() == Verdict.Change.OWNER;
    }

    /** Whether a step is part of this flow. */
    private boolean happens(final String step)
    {
        if (twin != null && twin.change() == Verdict.Change.INSTEAD && step.equals(twin.other()))
        {
            return true;
        }
        final boolean isTakenAway = twin != null && !isOfOwner() && step.equals(twin.subject());
        return !isTakenAway && of.verdicts().stream().noneMatch(verdict -> verdict.twin() != null &&
            verdict.twin().change() == Verdict.Change.INSTEAD && verdict.twin().other().equals(step));
    }

    private void act(final CaseStep.Act act, final long timeNanos)
    {
        final CaseMarket market = markets.get(act.cell("instrument"));
        final String kind = act.cell("kind");
        switch (kind)
        {
            case "NEW", "ORDER_REQUEST" -> market.enter(timeNanos, kind, new CaseMarket.Order(act.cell("order_id"),
                act.cell("account"), act.cell("side").equals("B"), act.steps(), ticks(act, market),
                market.lots(act.cell("quantity"))), act.cell("flags"));
            case "REPLACE" -> market.replace(timeNanos, act.cell("order_id"), ticks(act, market),
                market.lots(act.cell("quantity")), act.steps());
            case "CANCEL" -> market.cancel(timeNanos, act.cell("order_id"), act.steps(), act.cell("reason"));
            default ->
            {
                rows.add(timeNanos, act.steps(), kind, act.cell("venue").isEmpty() && market != null ? market.venue :
                    act.cell("venue"), act.cell("instrument"), act.cell("order_id"), act.cell("account"), "",
                    act.cell("counter_account"), act.cell("side"),
                    act.cell("price").isEmpty() ? "" : market.price(ticks(act, market)), act.cell("quantity"),
                    act.cell("value"), act.cell("ref"), act.cell("reason"), act.cell("flags"));
                rows.closeMessage();
            }
        }
    }

    /** A number, or so many ticks from the best price of a side, or the last trade's. */
    private static long ticks(final CaseStep.Act act, final CaseMarket market)
    {
        final String price = act.cell("price");
        if (price.isEmpty())
        {
            return 0;
        }
        final boolean isBid = price.startsWith("bid");
        if (isBid || price.startsWith("ask"))
        {
            return Math.max(1, market.nearTicks(isBid) +
                (price.length() == 3 ? 0 : Long.parseLong(price.substring(3))));
        }
        if (price.equals("last"))
        {
            return market.lastTicks();
        }
        final String step = act.cell("price_step");
        return market.ticks(price) + (step.isEmpty() ? 0 : act.number() * market.ticks(step));
    }
}
