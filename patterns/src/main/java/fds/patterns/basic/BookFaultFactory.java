package fds.patterns.basic;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Knowledge;
import fds.market.detector.Need;
import fds.market.detector.Predicate;
import fds.market.detector.Scope;
import fds.market.detector.Unit;
import fds.market.event.Kind;
import fds.market.finding.Tag;
import fds.market.finding.Typology;
import fds.market.slots.StateLayout;

/** Stale or crossed book: makes the detector, and says what it declares. */
public final class BookFaultFactory implements DetectorFactory<BookFaultConfig>
{
    static final DetectorInfo INFO = new DetectorInfo(
        "D405", "Stale or crossed book", 1, Typology.MARKET_CONDITION, Scope.INSTRUMENT,
        Kind.mask(Kind.NEW, Kind.REPLACE, Kind.CANCEL, Kind.TRADE, Kind.BOOK, Kind.BOOK_CLEAR, Kind.BBO),
        EnumSet.of(Need.QUOTES), EnumSet.of(Knowledge.PUBLIC_PRICES),
        List.of(new Predicate("crossed_for", Unit.NANOS, ">="), new Predicate("stale_for", Unit.NANOS, ">=")),
        List.of("crossed", "stale"), Tag.mask(Tag.MICA_92_1),
        "basic layer: a book that cannot be right (docs/basic-patterns.md)",
        "The book of {instrument} cannot be right (crossed for: {crossed_for}; trades outside of it for: {stale_for}).",
        "{instrument}의 호가는 올바르다고 볼 수 없습니다(교차 지속: {crossed_for}, 호가를 벗어난 체결 지속: {stale_for}).");

    @Override
    public DetectorInfo info()
    {
        return INFO;
    }

    @Override
    public BookFaultConfig defaults()
    {
        return new BookFaultConfig(
            TimeUnit.SECONDS.toNanos(1), TimeUnit.SECONDS.toNanos(5), TimeUnit.MINUTES.toNanos(1));
    }

    @Override
    public Detector create(final BookFaultConfig config, final long parametersHash, final StateLayout layout)
    {
        return new BookFaultDetector(config, parametersHash, layout);
    }
}
