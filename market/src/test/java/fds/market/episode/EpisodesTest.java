package fds.market.episode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.detector.DetectorInfo;
import fds.market.detector.Predicate;
import fds.market.detector.Scope;
import fds.market.detector.Unit;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.BenefitMethod;
import fds.market.finding.DetectionCodec;
import fds.market.finding.DetectionState;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.finding.Typology;
import fds.market.slots.StateBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class EpisodesTest
{
    private static final DetectorInfo INFO = new DetectorInfo(
        "D01", "Test", 3, Typology.WASH_TRADE, Scope.INSTRUMENT, Kind.mask(Kind.TRADE), Set.of(), Set.of(),
        List.of(new Predicate("size", Unit.LOTS, ">=")), List.of("size"), 1, "none", "", "");
    private static final long QUIET = 100;
    private static final long MAX = 1000;

    private static final class Recorder implements EpisodeSink
    {
        private final List<String> records = new ArrayList<>();
        private final List<Long> alerts = new ArrayList<>();
        private final MessageHeaderDecoder header = new MessageHeaderDecoder();
        private final DetectionDecoder decoder = new DetectionDecoder();

        @Override
        public void onRecord(final DirectBuffer buffer, final int offset, final int length)
        {
            decoder.wrapAndApplyHeader(buffer, offset, header);
            final StringBuilder text = new StringBuilder();
            text.append(DetectionState.of(decoder.state())).append(' ').append(decoder.subject()).append(" @")
                .append(decoder.sequence()).append('/').append(decoder.engineTime()).append(" n")
                .append(decoder.findingCount()).append(' ').append(Severity.of(decoder.severity())).append(' ')
                .append(decoder.score()).append(" b").append(decoder.benefitLow()).append(" c")
                .append(decoder.closeCause()).append(" f").append(decoder.firstSequence()).append(" +")
                .append(decoder.evidenceOverflow());
            alerts.add(decoder.alert());
            final DetectionDecoder.AccountsDecoder accounts = decoder.accounts();
            text.append(" a");
            while (accounts.hasNext())
            {
                text.append(accounts.next().account()).append(',');
            }
            final DetectionDecoder.ScorePartsDecoder parts = decoder.scoreParts();
            while (parts.hasNext())
            {
                text.append(" p").append(parts.next().points());
            }
            final DetectionDecoder.PredicatesDecoder predicates = decoder.predicates();
            while (predicates.hasNext())
            {
                text.append(" m").append(predicates.next().measured());
            }
            final DetectionDecoder.EvidenceDecoder evidence = decoder.evidence();
            text.append(" e");
            while (evidence.hasNext())
            {
                text.append(evidence.next().evidenceSequence()).append(',');
            }
            records.add(text.toString());
            assertEquals(length, MessageHeaderDecoder.ENCODED_LENGTH + decoder.encodedLength());
        }

        @Override
        public void onEpisodesFull(final long alert, final long sequence, final long timeNanos)
        {
            records.add("FULL @" + sequence);
        }
    }

    private final Recorder recorder = new Recorder();
    private final Episodes episodes = new Episodes(new EpisodeConfig(16, QUIET, MAX), recorder);
    private final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);
    private final Finding finding = new Finding(INFO, 9);
    private final DetectionCodec codec = new DetectionCodec();
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[DetectionCodec.LENGTH_MAX]);

    @Test
    void shouldOpenUpdateAndCloseWhenQuiet()
    {
        find(episodes, 11, 1000, 5, Severity.LOW, 20);
        find(episodes, 12, 1050, 5, Severity.LOW, 30);
        find(episodes, 13, 1060, 5, Severity.HIGH, 10);
        find(episodes, 14, 1070, 5, Severity.LOW, 90);
        episodes.onTick(15, 1169);
        assertEquals(1, episodes.openCount());
        episodes.onTick(16, 1170);

        assertEquals(List.of(
            "FINDING 5 @11/1000 n1 LOW 20 b11 c0 f11 +0 a5,1011, p20 m11 e11,",
            "OPENED 5 @11/1000 n1 LOW 20 b11 c0 f11 +0 a5,1011, p20 m11 e11,",
            "FINDING 5 @12/1050 n1 LOW 30 b12 c0 f12 +0 a5,1012, p30 m12 e12,",
            "UPDATED 5 @12/1050 n2 LOW 30 b12 c0 f11 +0 a5,1011,1012, p30 m12 e11,12,",
            "FINDING 5 @13/1060 n1 HIGH 10 b13 c0 f13 +0 a5,1013, p10 m13 e13,",
            "UPDATED 5 @13/1060 n3 HIGH 10 b13 c0 f11 +0 a5,1011,1012,1013, p10 m13 e11,12,13,",
            "FINDING 5 @14/1070 n1 LOW 90 b14 c0 f14 +0 a5,1014, p90 m14 e14,",
            "UPDATED 5 @14/1070 n4 HIGH 10 b13 c0 f11 +0 a5,1011,1012,1013,1014, p10 m13 e11,12,13,14,",
            "CLOSED 5 @16/1170 n4 HIGH 10 b13 c1 f11 +0 a5,1011,1012,1013,1014, p10 m13 e11,12,13,14,"),
            recorder.records);
        assertEquals(1, recorder.alerts.stream().distinct().count());
        assertEquals(0, episodes.openCount());
        assertEquals(1, episodes.openedCount());
    }

    @Test
    void shouldKeepScoreWithItsParts()
    {
        find(episodes, 11, 1000, 5, Severity.LOW, 50);
        find(episodes, 12, 1001, 5, Severity.LOW, 20);

        assertTrue(recorder.records.get(3).contains(" 50 b11 ") && recorder.records.get(3).contains(" p50 m11 "),
            recorder.records.get(3));
    }

    @Test
    void shouldOpenAnotherWhenItHasBeenOpenForLong()
    {
        for (int i = 0; i < 21; i++)
        {
            find(episodes, 10 + i, 1000 + 50L * i, 5, Severity.LOW, 20);
        }

        assertEquals(2, episodes.openedCount());
        assertEquals("CLOSED 5 @30/2000 n20 LOW 20 b29 c2",
            recorder.records.stream().filter(r -> r.startsWith("CLOSED")).findFirst().orElse("").substring(0, 35));
        assertEquals(2, recorder.alerts.stream().distinct().count());
    }

    @Test
    void shouldCloseTheQuietestWhenFull()
    {
        for (int i = 0; i < 16; i++)
        {
            find(episodes, 100 + i, 1000 + i, 1 + i, Severity.LOW, 20);
        }
        find(episodes, 120, 1020, 1, Severity.LOW, 20);
        find(episodes, 121, 1021, 99, Severity.LOW, 20);

        assertEquals(16, episodes.openCount());
        final int full = recorder.records.indexOf("FULL @121");
        assertTrue(recorder.records.get(full + 1).startsWith("CLOSED 2 @121/1021 n1 LOW 20 b101 c3"),
            recorder.records.get(full + 1));
        assertTrue(recorder.records.get(full + 2).startsWith("FINDING 99"));
        assertTrue(recorder.records.get(full + 3).startsWith("OPENED 99"));
    }

    @Test
    void shouldKeepNamedAndSoloGroupsOfOneNumberApart()
    {
        begin(11, 1000, Severity.LOW, 20).subject(SubjectKind.OWNER_GROUP, 5, 0).ownerGroup(0, 5, 1);
        tell(episodes);
        begin(12, 1001, Severity.LOW, 20).subject(SubjectKind.OWNER_GROUP, 5, 0).ownerGroup(1, 5, 1);
        tell(episodes);

        assertEquals(2, episodes.openCount());
        assertNotEquals(recorder.alerts.get(1), recorder.alerts.get(3));
    }

    @Test
    void shouldCountEvidenceBeyondSixtyFour()
    {
        for (int i = 0; i < 70; i++)
        {
            find(episodes, 100 + i, 1000 + i, 5, Severity.LOW, 20);
        }
        episodes.onTick(200, 5000);

        final String closed = recorder.records.get(recorder.records.size() - 1);
        assertTrue(closed.startsWith("CLOSED 5 @200/1169 n70 LOW 20 b169 c1 f100 +6 "), closed);
        assertTrue(closed.endsWith(",163,"), closed);
    }

    /** Told when the number of findings doubles, so an episode of a thousand findings makes ten updates. */
    @Test
    void shouldUpdateWhenFindingsDouble()
    {
        for (int i = 0; i < 100; i++)
        {
            find(episodes, 100 + i, 1000 + i, 5, Severity.LOW, 20);
        }

        assertEquals(6, recorder.records.stream().filter(r -> r.startsWith("UPDATED")).count());
    }

    @Test
    void shouldGoOnAlikeFromASnapshot()
    {
        for (long seed = 0; seed < 50; seed++)
        {
            final Random random = new Random(seed);
            final Recorder one = new Recorder();
            final Recorder other = new Recorder();
            final Episodes original = new Episodes(new EpisodeConfig(16, QUIET, MAX), one);
            final Episodes copy = new Episodes(new EpisodeConfig(16, QUIET, MAX), other);
            final int copyAt = random.nextInt(300);
            long time = 1000;
            for (int i = 0; i < 500; i++)
            {
                if (i == copyAt)
                {
                    final StateBuffer state = new StateBuffer();
                    original.write(state);
                    copy.read(state);
                    one.records.clear();
                }
                time += random.nextInt(15);
                if (random.nextInt(10) == 0)
                {
                    original.onTick(i + 1, time);
                    if (i >= copyAt)
                    {
                        copy.onTick(i + 1, time);
                    }
                    continue;
                }
                final long subject = 1 + random.nextInt(24);
                final Severity severity = Severity.of(random.nextInt(4));
                final int score = random.nextInt(101);
                find(original, i + 1, time, subject, severity, score);
                if (i >= copyAt)
                {
                    find(copy, i + 1, time, subject, severity, score);
                }
            }
            assertEquals(one.records, other.records, "seed " + seed);
            assertEquals(original.openCount(), copy.openCount());
        }
    }

    @Test
    void shouldRefuseConfigurationOutOfRange()
    {
        assertThrows(IllegalArgumentException.class, () -> new EpisodeConfig(15, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new EpisodeConfig((1 << 19) + 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new EpisodeConfig(16, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new EpisodeConfig(16, 2, 1));
    }

    private void find(
        final Episodes target,
        final long sequence,
        final long timeNanos,
        final long subject,
        final Severity severity,
        final int score)
    {
        begin(sequence, timeNanos, severity, score).subject(SubjectKind.ACCOUNT, subject, Absent.UNKNOWN_ID)
            .addAccount(subject).addAccount(1000 + sequence);
        tell(target);
    }

    private Finding begin(final long sequence, final long timeNanos, final Severity severity, final int score)
    {
        event.clear().type(Kind.TRADE, Side.BUY, 0, 1).sequence(sequence).engineTimeNanos(timeNanos).venueId(1);
        return finding.begin(event).rate(severity, score).scorePart(0, score)
            .predicate(0, sequence, 1, true).evidence(sequence, EvidenceRole.CAUSE)
            .benefit(BenefitMethod.REALISED, 0, sequence);
    }

    private void tell(final Episodes target)
    {
        target.onFinding(record, 0, codec.encode(finding, record, 0));
    }
}
