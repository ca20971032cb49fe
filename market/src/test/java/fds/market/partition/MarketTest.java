package fds.market.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

import fds.market.detector.Need;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.features.SizableOrders;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.reference.ReferenceData;
import fds.market.slots.SlotKind;
import fds.market.slots.SlotTable;
import fds.market.slots.StateBuffer;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarketTest
{
    private static final long ALICE = 101;
    private static final long BOB = 202;
    private static final long SECOND = 1_000_000_000L;
    private static final long NONE = Absent.VALUE;
    private static final Capacity SMALL = new Capacity(16, 16, 16, 8, 256, 64);

    private final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);
    private final List<String> blindSpots = new ArrayList<>();
    private final List<Market> made = new ArrayList<>();
    private final ReferenceData reference = new ReferenceData(256, 64);
    private long timeNanos = 1000 * SECOND;
    private long sequence;
    private int instrument = 1;
    private Market market = market(SMALL);

    @AfterEach
    void close()
    {
        made.forEach(Market::close);
    }

    @Test
    void shouldFollowAnOrderFromEntryToItsLastFill()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        assertEquals("100x10 -", top());
        assertEquals(10, liveBuy(ALICE));
        event(trade(1, 0, 0, BOB, Side.SELL, 100, 4), 0);
        assertEquals(ALICE, market.accountId());
        assertEquals(6, market.orderOpenLots(market.orderSlot()));
        assertEquals(4, market.orderFilledLots(market.orderSlot()));
        assertFalse(market.orderEnded());
        market.finish();
        assertEquals("100x6 -", top());
        apply(trade(1, 0, 0, BOB, Side.SELL, 100, 6));

        assertEquals("- -", top());
        assertEquals(0, market.table(SlotKind.ORDER).size());
        assertEquals(0, liveBuy(ALICE));
        assertEquals("0 0 0", counters());
    }

    @Test
    void shouldCancelInPartAndWhole()
    {
        order(Kind.NEW, 1, ALICE, Side.SELL, 100, 10, Flags.LAST);
        order(Kind.CANCEL, 1, ALICE, Side.SELL, NONE, 3, Flags.LAST);
        assertEquals("- 100x7", top());
        order(Kind.CANCEL, 1, 0, Side.SELL, NONE, NONE, Flags.LAST);

        assertEquals("- -", top());
        assertEquals(0, market.table(SlotKind.ORDER).size());
    }

    @Test
    void shouldCountWhatItCannotTakeAtItsWord()
    {
        order(Kind.CANCEL, 9, ALICE, Side.BUY, NONE, NONE, 0);
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        order(Kind.NEW, 1, ALICE, Side.BUY, 99, 5, Flags.LAST);
        assertEquals("99x5 -", top());
        assertEquals(5, liveBuy(ALICE));
        apply(trade(1, ALICE, 0, BOB, Side.SELL, 99, 8));

        assertEquals("1 1 1", counters());
        assertEquals("- -", top());
        assertEquals(0, liveBuy(ALICE));
    }

    @Test
    void shouldReplaceAndKeepPriorityOnlyWhenOnlySizeShrinks()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        timeNanos += SECOND;
        order(Kind.REPLACE, 1, ALICE, Side.BUY, 100, 7, Flags.LAST);
        assertEquals("100x7 -", top());
        assertEquals(1, entrySequence(1));
        order(Kind.REPLACE, 1, ALICE, Side.BUY, 101, 7, Flags.LAST);
        assertEquals("101x7 -", top());
        assertEquals(3, entrySequence(1));
        order(Kind.REPLACE, 1, ALICE, Side.BUY, 101, 8, Flags.LAST);
        assertEquals(4, entrySequence(1));
        assertEquals(8, liveBuy(ALICE));
        order(Kind.REPLACE, 1, ALICE, Side.BUY, NONE, 0, Flags.LAST);

        assertEquals("- -", top());
        assertEquals(0, market.table(SlotKind.ORDER).size());
    }

    @Test
    void shouldRenameAnOrderInItsSlotEvenWhenTheTableIsFull()
    {
        for (int i = 0; i < 16; i++)
        {
            order(Kind.NEW, 50 + i, ALICE, Side.BUY, 100, 1, Flags.LAST);
        }
        final int slot = slot(50);
        build(Kind.REPLACE, 50, ALICE, Side.BUY, 98, 2, Flags.LAST).counterOrderId(80);
        handle();
        assertEquals(slot, market.orderSlot());
        assertEquals(slot, market.counterOrderSlot());
        market.finish();

        assertEquals(slot, slot(80));
        assertEquals(SlotTable.NONE, slot(50));
        assertEquals(0, market.table(SlotKind.ORDER).evictionCount());
        assertEquals(17, liveBuy(ALICE));
        order(Kind.CANCEL, 80, ALICE, Side.BUY, NONE, NONE, Flags.LAST);
        assertEquals(15, liveBuy(ALICE));
        assertEquals(1, market.bids().size());
    }

    @Test
    void shouldForgetTheOlderOrderWhenAnotherIsRenamedToItsId()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        order(Kind.NEW, 2, ALICE, Side.BUY, 99, 5, Flags.LAST);
        build(Kind.REPLACE, 1, ALICE, Side.BUY, 98, 3, Flags.LAST).counterOrderId(2);
        handle();
        market.finish();

        assertEquals("98x3 -", top());
        assertEquals(1, market.table(SlotKind.ORDER).size());
        assertEquals(1, market.counters().duplicateOrders());
    }

    @Test
    void shouldLetACrossingOrderIntoTheBookOnlyWhenItsMessageIsOver()
    {
        order(Kind.NEW, 1, ALICE, Side.SELL, 100, 4, Flags.LAST);
        order(Kind.NEW, 2, BOB, Side.BUY, 101, 10, 0);
        assertEquals("- 100x4", top());
        event(trade(1, ALICE, 2, BOB, Side.BUY, 100, 4), Flags.LAST);

        assertEquals("101x6 -", top());
        assertEquals(6, liveBuy(BOB));
    }

    @Test
    void shouldLetAReplacedOrderThatCrossesWaitLikewise()
    {
        order(Kind.NEW, 1, ALICE, Side.SELL, 100, 4, Flags.LAST);
        order(Kind.NEW, 2, BOB, Side.BUY, 90, 10, Flags.LAST);
        order(Kind.REPLACE, 2, BOB, Side.BUY, 105, 10, 0);
        assertEquals("- 100x4", top());
        event(trade(1, ALICE, 2, BOB, Side.BUY, 100, 4), Flags.LAST);

        assertEquals("105x6 -", top());
        order(Kind.CANCEL, 2, BOB, Side.BUY, NONE, NONE, Flags.LAST);
        assertEquals("- -", top());
    }

    @Test
    void shouldNotRestImmediateAndMarketOrders()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 4, Flags.IOC | Flags.LAST);
        order(Kind.NEW, 2, ALICE, Side.BUY, NONE, 4, Flags.MARKET | Flags.LAST);

        assertEquals("- -", top());
        assertEquals(8, liveBuy(ALICE));
    }

    @Test
    void shouldTakeLevelsFromTheVenueFromTheFirstOn()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        price(Kind.BOOK_CLEAR, Side.NONE, NONE, NONE);
        assertEquals("- -", top());
        price(Kind.BOOK, Side.BUY, 98, 7);
        price(Kind.BOOK, Side.SELL, 99, 3);
        order(Kind.CANCEL, 1, ALICE, Side.BUY, NONE, NONE, Flags.LAST);
        order(Kind.NEW, 2, ALICE, Side.BUY, 200, 10, Flags.LAST);
        assertEquals("98x7 99x3", top());
        price(Kind.BOOK, Side.BUY, 98, 0);

        assertEquals("- 99x3", top());
    }

    @Test
    void shouldTakeQuotesWhereThereAreNoLevels()
    {
        price(Kind.BBO, Side.BUY, 98, 7);
        price(Kind.BBO, Side.SELL, 99, 3);
        assertEquals("98x7 99x3", top());
        price(Kind.BBO, Side.SELL, 99, 0);

        assertEquals("98x7 -", top());
        assertTrue(market.topChanged());
        assertEquals(99, market.askBeforeTicks());
    }

    @Test
    void shouldMoveLiveOrdersWithTheOwnerAndTakeThemBack()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        order(Kind.NEW, 2, BOB, Side.SELL, 110, 5, Flags.LAST);
        own(ALICE, 7);
        own(BOB, 7);
        order(Kind.NEW, 3, BOB, Side.SELL, 111, 5, Flags.LAST);
        assertEquals(10, market.liveLotsOfGroup(market.groupSlot(), Side.BUY));
        assertEquals(10, market.liveLotsOfGroup(market.groupSlot(), Side.SELL));
        assertEquals(3, market.liveOrdersOfGroup(market.groupSlot()));
        own(BOB, Absent.UNKNOWN_ID);
        order(Kind.CANCEL, 1, ALICE, Side.BUY, NONE, NONE, Flags.LAST);

        assertEquals(0, market.liveOrdersOfGroup(market.groupSlot()));
        assertFalse(market.sameOwner(pair(ALICE), pair(BOB)));
        order(Kind.CANCEL, 2, BOB, Side.SELL, NONE, NONE, Flags.LAST);
        assertEquals(5, market.liveLotsOfGroup(market.groupSlot(), Side.SELL));
    }

    @Test
    void shouldTakeFromTheGroupWhatAGivenUpPairHadLive()
    {
        own(ALICE, 7);
        own(BOB, 7);
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        order(Kind.NEW, 2, BOB, Side.BUY, 100, 3, Flags.LAST);
        for (int i = 0; i < 40 && pair(ALICE) != SlotTable.NONE; i++)
        {
            order(Kind.ORDER_REQUEST, 0, 5000 + i, Side.BUY, 100, 1, Flags.LAST);
            order(Kind.ORDER_REQUEST, 0, BOB, Side.BUY, 100, 1, Flags.LAST);
        }
        order(Kind.ORDER_REQUEST, 0, BOB, Side.BUY, 100, 1, Flags.LAST);

        assertEquals(3, market.liveLotsOfGroup(market.groupSlot(), Side.BUY));
        assertEquals(1, market.liveOrdersOfGroup(market.groupSlot()));
        assertTrue(blindSpots.contains("TABLE_FULL 1 " + ALICE + " 1"), blindSpots::toString);
    }

    @Test
    void shouldTakeAGivenUpOrderOutOfItsOwnBook()
    {
        price(Kind.BOOK, Side.BUY, 50, 1); // instrument 1 is by level, 65 is not
        instrument = 65;
        for (int i = 0; i < 16; i++)
        {
            order(Kind.NEW, 1 + i, ALICE, Side.BUY, 100, 1, Flags.LAST);
        }
        instrument = 1;
        order(Kind.NEW, 900, BOB, Side.BUY, 60, 1, Flags.LAST);
        assertEquals("50x1 -", top());
        instrument = 65;
        order(Kind.ORDER_REQUEST, 0, BOB, Side.BUY, 1, 1, 0);

        assertEquals("100x15 -", top());
    }

    @Test
    void shouldDropWhatWasLiveInOldTicks()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        apply(trade(1, ALICE, 0, BOB, Side.SELL, 100, 4));
        define(instrument(1, 2));

        assertEquals(0, market.table(SlotKind.ORDER).size());
        assertEquals(0, market.table(SlotKind.PAIR).size());
        assertEquals(0, market.table(SlotKind.GROUP).size());
        assertEquals(List.of("INSTRUMENT_CHANGED 3 1 2"), blindSpots);
        order(Kind.NEW, 2, ALICE, Side.BUY, 1000, 10, Flags.LAST);
        assertEquals("1000x10 -", top());
        assertEquals(NONE, market.lastPriceTicks());
        assertEquals(0, market.notionalDay());
        assertEquals(-1, market.fillOfGroup(market.groupSlot(), 0));
    }

    @Test
    void shouldRememberFillsWithTheSignOfEachSide()
    {
        apply(trade(0, ALICE, 0, BOB, Side.BUY, 100, 4));
        event(trade(0, ALICE, 0, BOB, Side.SELL, 101, 1), 0);

        assertEquals(-3, market.netLotsOfGroup(market.groupSlot()));
        assertEquals(3, market.netLotsOfGroup(market.counterGroupSlot()));
        assertEquals(2, market.fillCountOfGroup(market.groupSlot()));
        final int newest = market.fillOfGroup(market.groupSlot(), 0);
        assertEquals(1, market.coldRecords(SlotKind.GROUP).getLong(newest + 24));
        assertEquals(101, market.coldRecords(SlotKind.GROUP).getLong(newest + 16));
        assertEquals(-1, market.fillOfGroup(market.groupSlot(), 2));
    }

    @Test
    void shouldKeepVolumePricesAndReturns()
    {
        apply(trade(0, ALICE, 0, BOB, Side.BUY, 100, 4));
        timeNanos += 10 * SECOND;
        apply(trade(0, ALICE, 0, BOB, Side.BUY, 120, 1));

        assertEquals(520, market.notional5m());
        assertEquals(5, market.lotsDay());
        assertEquals(100, market.lastPriceBeforeTicks());
        assertEquals(1, market.lastTradeSequenceBefore());
        assertEquals(100, market.priceTicksBefore(1));
        assertEquals(100, market.priceTicksBefore(10));
        assertEquals(NONE, market.priceTicksBefore(11));
        assertEquals(520 * 3600 / 86_400, market.usualNotional(3600 * SECOND));
        timeNanos += 400 * SECOND;
        price(Kind.MARK, Side.NONE, 99, NONE);
        assertEquals(0, market.notional5m());
        assertEquals(520, market.notionalDay());
        assertEquals(120, market.priceTicksBefore(63));
        assertEquals(99, market.markTicks());
    }

    @Test
    void shouldForgetBaselinesAlsoWhileMessagesNeverPause()
    {
        for (int i = 0; i < 3600; i++)
        {
            timeNanos += SECOND;
            order(Kind.CANCEL, 9, ALICE, Side.BUY, NONE, NONE, 0);
        }
        final long afterOneHour = market.messageCount();
        for (int i = 0; i < 10 * 3600; i++)
        {
            timeNanos += SECOND;
            order(Kind.CANCEL, 9, ALICE, Side.BUY, NONE, NONE, 0);
        }

        // One message a second for ever is 3600 / ln 2 = 5,194 remembered ones, half of them of the last hour.
        assertEquals(2_597, afterOneHour, 60);
        assertEquals(5_194, market.messageCount(), 120);
    }

    @Test
    void shouldMeanTheSizeOfRecentOrders()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, 0);
        order(Kind.NEW, 2, ALICE, Side.BUY, 100, 20, 0);
        order(Kind.NEW, 3, ALICE, Side.BUY, 100, NONE, 0);

        assertEquals(10, market.meanOrderLots());
    }

    @Test
    void shouldCompareAnOrderWithTheMeanExactly()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, 0);
        order(Kind.NEW, 2, ALICE, Side.BUY, 100, 11, 0);
        order(Kind.NEW, 3, ALICE, Side.BUY, 100, 11, 0);

        // the mean is 32 / 3: three times are 32
        assertTrue(market.isTimesMeanOrder(32, 3));
        assertFalse(market.isTimesMeanOrder(31, 3));
        assertEquals(3, market.timesMeanOrder(32));
        assertEquals(2, market.timesMeanOrder(31));
        assertEquals(Long.MAX_VALUE / 32 * 3 + 2, market.timesMeanOrder(Long.MAX_VALUE));
    }

    @Test
    void shouldKnowNoMultipleWhileThereWasNoOrder()
    {
        price(Kind.MARK, Side.NONE, 99, NONE);

        assertFalse(market.isTimesMeanOrder(32, 1));
        assertEquals(0, market.timesMeanOrder(32));
    }

    @Test
    void shouldCountMovesOfTheBestPricesAwayFromEachOther()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        order(Kind.NEW, 2, ALICE, Side.BUY, 99, 10, Flags.LAST);
        order(Kind.NEW, 3, ALICE, Side.SELL, 102, 10, Flags.LAST);
        order(Kind.NEW, 4, ALICE, Side.SELL, 103, 10, Flags.LAST);
        order(Kind.CANCEL, 1, ALICE, Side.BUY, NONE, NONE, Flags.LAST);
        order(Kind.NEW, 5, ALICE, Side.SELL, 101, 10, Flags.LAST);
        apply(trade(5, ALICE, 0, BOB, Side.BUY, 101, 10));
        timeNanos += SECOND;
        apply(trade(3, ALICE, 0, BOB, Side.BUY, 102, 10));

        assertEquals(1, market.movesAwayFrom(Side.SELL)); // the bid fell from 100 to 99
        assertEquals(2, market.movesAwayFrom(Side.BUY));  // the ask rose from 101 to 102 and to 103
        timeNanos += 29 * SECOND;
        order(Kind.CANCEL, 2, ALICE, Side.BUY, NONE, NONE, Flags.LAST);
        assertEquals(0, market.movesAwayFrom(Side.SELL)); // to nothing: no move
        assertEquals(1, market.movesAwayFrom(Side.BUY));
    }

    @Test
    void shouldRememberOrdersOfAGroupThatAreNotBelowTheMean()
    {
        own(ALICE, 7);
        own(BOB, 7);
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        order(Kind.NEW, 2, BOB, Side.SELL, 105, 20, Flags.LAST);
        order(Kind.NEW, 3, BOB, Side.SELL, 104, 9, Flags.LAST);         // below 13
        order(Kind.NEW, 4, BOB, Side.SELL, 104, 50, Flags.IOC);         // does not rest
        order(Kind.REPLACE, 3, BOB, Side.SELL, 104, 90, Flags.LAST);    // raised
        order(Kind.REPLACE, 2, BOB, Side.SELL, 106, 15, Flags.LAST);
        apply(trade(1, 0, 0, 300, Side.SELL, 100, 4));
        order(Kind.CANCEL, 1, ALICE, Side.BUY, NONE, NONE, Flags.LAST);
        apply(trade(3, 0, 0, 300, Side.BUY, 104, 90));

        assertEquals(List.of(
            "5 104 -90 ended 9 withdrawn 0", "2 106 -15 ended 0 withdrawn 0", "1 100 10 ended 8 withdrawn 6"),
            sizable(BOB));
    }

    /** Against a count of what each account has: after evictions of orders and accounts as well. */
    @Test
    void shouldCountLiveOrdersAndWhoHasThem()
    {
        for (long seed = 0; seed < 60; seed++)
        {
            final Random random = new Random(seed);
            market(SMALL);
            for (int i = 0; i < 600; i++)
            {
                random(random);
                handle();
                market.finish();
                long live = 0;
                long accounts = 0;
                for (long account = 1; account <= 30; account++)
                {
                    final int pair = pair(account);
                    live += pair < 0 ? 0 : market.liveOrdersOfPair(pair);
                    accounts += pair < 0 || market.liveOrdersOfPair(pair) == 0 ? 0 : 1;
                }
                assertEquals(live + " " + accounts, market.liveOrders() + " " + market.liveAccounts(),
                    "seed " + seed + ", event " + i);
            }
        }
    }

    private List<String> sizable(final long account)
    {
        order(Kind.CANCEL, 999, account, Side.BUY, NONE, NONE, Flags.LAST);
        final UnsafeBuffer words = market.coldRecords(SlotKind.GROUP);
        final int at = market.sizableOrdersAt(market.groupSlot());
        final List<String> orders = new ArrayList<>();
        for (int place = 0; SizableOrders.order(words, at, place) >= 0; place++)
        {
            final int order = SizableOrders.order(words, at, place);
            orders.add(0, words.getLong(order + SizableOrders.SEQUENCE) + " " +
                words.getLong(order + SizableOrders.PRICE) + " " + words.getLong(order + SizableOrders.LOTS) +
                " ended " + words.getLong(order + SizableOrders.END_SEQUENCE) + " withdrawn " +
                words.getLong(order + SizableOrders.WITHDRAWN));
        }
        return orders;
    }

    /** A copy made at any point goes on exactly as the original, owner changes and evictions included. */
    @Test
    void shouldGoOnAlikeFromASnapshot()
    {
        for (long seed = 0; seed < 60; seed++)
        {
            final Random random = new Random(seed);
            final Market original = market(SMALL);
            final Market copy = market(SMALL);
            blindSpots.clear();
            final int copyAt = random.nextInt(400);
            for (int i = 0; i < 600; i++)
            {
                if (i == copyAt)
                {
                    final StateBuffer state = new StateBuffer();
                    original.write(state);
                    copy.read(state);
                }
                timeNanos += random.nextInt(1_000_000_000);
                if (random.nextInt(20) == 0)
                {
                    final long account = 1 + random.nextInt(30);
                    reference.owners().put(1, account, random.nextInt(3), -1);
                    original.onOwnerChange(1, account);
                    if (i >= copyAt)
                    {
                        copy.onOwnerChange(1, account);
                    }
                }
                random(random);
                market = original;
                handle();
                market.finish();
                if (i >= copyAt)
                {
                    market = copy;
                    handle();
                    market.finish();
                }
            }
            assertEquals(content(original), content(copy), "seed " + seed);
            assertNotEquals(0, original.table(SlotKind.ORDER).evictionCount());
        }
    }

    /** What an owner change touches is as recent as the last event, which a copy must know too. */
    @Test
    void shouldChangeOwnersAlikeRightAfterASnapshot()
    {
        order(Kind.NEW, 1, ALICE, Side.BUY, 100, 10, Flags.LAST);
        final Market original = market;
        final StateBuffer state = new StateBuffer();
        original.write(state);
        final Market copy = market(SMALL);
        copy.read(state);
        reference.owners().put(1, ALICE, 7, -1);
        original.onOwnerChange(1, ALICE);
        copy.onOwnerChange(1, ALICE);

        assertEquals(content(original), content(copy));
    }

    private void random(final Random random)
    {
        instrument = random.nextInt(3) == 0 ? 65 : 1;
        final int flags = random.nextBoolean() ? Flags.LAST : 0;
        final long order = 1 + random.nextInt(40);
        final long account = random.nextInt(31);
        final int side = 1 + random.nextInt(2);
        final long price = 95 + random.nextInt(11);
        switch (random.nextInt(5))
        {
            case 0, 1 -> build(Kind.NEW, order, account, side, price, 1 + random.nextInt(9), flags);
            case 2 -> build(Kind.CANCEL, order, account, side, NONE, random.nextBoolean() ? NONE : 2, flags);
            case 3 -> build(Kind.REPLACE, order, account, side, price, random.nextInt(9), flags)
                .counterOrderId(random.nextBoolean() ? 0 : 1 + random.nextInt(40));
            default -> trade(order, account, 1 + random.nextInt(40), random.nextInt(31), side, price, 3);
        }
    }

    private static List<Long> content(final Market market)
    {
        final StateBuffer state = new StateBuffer();
        market.write(state);
        final List<Long> words = new ArrayList<>();
        for (int at = 0; at < state.writtenBytes(); at += 8)
        {
            words.add(state.getLong());
        }
        return words;
    }

    private Market market(final Capacity capacity)
    {
        final StateLayout layout = Market.newLayout(EnumSet.allOf(Need.class));
        final Market created = new Market(1, capacity, EnumSet.allOf(Need.class), layout, reference,
            (cause, table, subject, value, id) -> blindSpots.add(cause + " " + table + " " + subject + " " + value));
        made.add(created);
        market = created;
        define(instrument(1, 1));
        define(instrument(65, 1));
        return created;
    }

    private void define(final Instrument defined)
    {
        reference.define(defined);
        market.onInstrument(defined);
    }

    private static Instrument instrument(final int id, final int version)
    {
        return new Instrument(id, version, 1, "V1", "I" + id, InstrumentType.SPOT, "BTC", "USD", "",
            1, -2, 1, 0, 1, 0, 1, 1_000_000, 1_000_000);
    }

    private void own(final long account, final long group)
    {
        reference.owners().put(1, account, group, -1);
        market.onOwnerChange(1, account);
    }

    private void order(
        final int kind,
        final long order,
        final long account,
        final int side,
        final long price,
        final long lots,
        final int flags)
    {
        build(kind, order, account, side, price, lots, flags);
        handle();
        market.finish();
    }

    private MarketEvent build(
        final int kind,
        final long order,
        final long account,
        final int side,
        final long price,
        final long lots,
        final int flags)
    {
        return event.clear().type(kind, side, flags, instrument).venueId(1).sequence(++sequence)
            .engineTimeNanos(timeNanos).orderId(order).accountId(account).priceTicks(price).quantityLots(lots);
    }

    private MarketEvent trade(
        final long order,
        final long resting,
        final long counterOrder,
        final long incoming,
        final int side,
        final long price,
        final long lots)
    {
        build(Kind.TRADE, order, resting, side, price, lots, 0)
            .counterOrderId(counterOrder).counterAccountId(incoming);
        return event;
    }

    private void apply(final MarketEvent built)
    {
        event(built, 0);
        market.finish();
    }

    private void event(final MarketEvent built, final int flags)
    {
        built.flags(flags);
        handle();
    }

    private void price(final int kind, final int side, final long price, final long lots)
    {
        order(kind, 0, 0, side, price, lots, Flags.LAST);
    }

    private void handle()
    {
        market.apply(event);
    }

    private int slot(final long order)
    {
        return market.table(SlotKind.ORDER).find(SlotTable.hash(order, instrument), order, instrument);
    }

    private int pair(final long account)
    {
        return market.table(SlotKind.PAIR).find(SlotTable.hash(account, instrument), account, instrument);
    }

    private long liveBuy(final long account)
    {
        return market.records(SlotKind.PAIR).getLong(
            market.recordAt(SlotKind.PAIR, pair(account)) + Records.PAIR_LIVE_BUY);
    }

    private long entrySequence(final long order)
    {
        return market.orderEntrySequence(slot(order));
    }

    private String counters()
    {
        return market.counters().unknownOrders() + " " + market.counters().duplicateOrders() + " " +
            market.counters().overfills();
    }

    private String top()
    {
        return level(market.bestBidTicks(), market.bestBidLots()) + " " +
            level(market.bestAskTicks(), market.bestAskLots());
    }

    private static String level(final long price, final long lots)
    {
        return price == NONE ? "-" : price + "x" + lots;
    }
}
