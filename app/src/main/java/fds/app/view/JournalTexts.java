package fds.app.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.app.UsageException;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;
import fds.journal.read.EventReader;
import fds.market.codec.event.AccountDefinitionDecoder;
import fds.market.codec.event.ConfigDecoder;
import fds.market.codec.event.IdAssignmentDecoder;
import fds.market.codec.event.InstrumentDefinitionDecoder;
import fds.market.codec.event.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.Absent;
import fds.market.event.IdSpace;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;

/**
 * What an event journal says about its numbers: instruments in all versions, the texts behind ids, who owned which
 * account, the detection configurations. Its memory is that of those texts.
 * <p>
 * Frames may be given by one thread while others ask: each method is atomic.
 */
public final class JournalTexts implements TextResolver
{
    /** Keep the texts of every id space. */
    public static final int EVERY_SPACE = (1 << IdSpace.COUNT) - 1;

    /** Keep what alerts name: accounts and owner groups; not the texts of orders, references and reasons. */
    public static final int ALERT_SPACES = 1 << IdSpace.ACCOUNT | 1 << IdSpace.OWNER_GROUP;

    private final int spaces;
    private final ControlFrames frames = new ControlFrames();
    private final MarketEvent event = new MarketEvent();
    private final Map<Integer, TextStore> texts = new HashMap<>(); // venue << 3 | id space
    private final TreeMap<Integer, List<Version>> instruments = new TreeMap<>();
    private final Map<Integer, String> venues = new HashMap<>();
    private final List<AccountDefinition> definitions = new ArrayList<>();
    private final Map<Integer, Long2LongHashMap> groups = new HashMap<>(); // by venue, account to group
    private final List<ConfigText> configs = new ArrayList<>();
    private Pseudonyms pseudonyms; // or null
    private long lastSequence;
    private long lastTimeNanos = Absent.VALUE;

    /**
     * Start with nothing known.
     *
     * @param spaces bit {@code 1 << space} for each {@link IdSpace} whose texts are kept.
     */
    public JournalTexts(final int spaces)
    {
        this.spaces = spaces;
    }

    /**
     * Read a whole event journal once.
     *
     * @param journal directory.
     * @param spaces  as in the constructor.
     * @return what it says.
     * @throws UsageException                      when the directory is no journal.
     * @throws fds.journal.format.JournalException when the journal is damaged.
     */
    public static JournalTexts read(final Path journal, final int spaces)
    {
        requireJournal(journal);
        final JournalTexts texts = new JournalTexts(spaces);
        try (EventReader reader = new EventReader(journal))
        {
            while (reader.next())
            {
                texts.accept(reader.buffer(), reader.offset());
            }
        }
        return texts;
    }

    /**
     * A directory that must be a journal.
     *
     * @param journal named by the user.
     * @return the same.
     * @throws UsageException when it is none.
     */
    public static Path requireJournal(final Path journal)
    {
        if (!Files.isDirectory(QueueKind.EVENTS.directory(journal)))
        {
            throw new UsageException(journal + (Files.exists(journal) ? ": not a journal: there is no directory " +
                QueueKind.EVENTS.directoryName() + " in it" : ": there is no such directory"));
        }
        return journal;
    }

    /**
     * Whether anything was decided on a journal: an imported one has no decisions yet.
     *
     * @param journal directory.
     * @return true when it has a decision queue.
     */
    public static boolean hasDecisions(final Path journal)
    {
        final Path queue = QueueKind.DECISIONS.directory(journal);
        return Files.isDirectory(queue) && !SegmentFile.list(queue).isEmpty();
    }

    /**
     * Take a frame of the event journal.
     *
     * @param buffer that holds it; valid only during the call.
     * @param offset of its first byte.
     */
    public synchronized void accept(final DirectBuffer buffer, final int offset)
    {
        lastSequence = ControlFrames.sequence(buffer, offset);
        lastTimeNanos = ControlFrames.engineTimeNanos(buffer, offset);
        if (MarketEvent.isEvent(buffer, offset))
        {
            if (event.wrap(buffer, offset).kind() == Kind.OWNER_GROUP)
            {
                final long group = event.reference() == Absent.VALUE ? Absent.UNKNOWN_ID : event.reference();
                own(event.venueId(), event.accountId(), group);
            }
            return;
        }
        switch (ControlFrames.templateId(buffer, offset))
        {
            case ConfigDecoder.TEMPLATE_ID -> onConfig(buffer, offset);
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> onInstrument(frames.decodeInstrument(buffer, offset));
            case AccountDefinitionDecoder.TEMPLATE_ID -> onAccount(frames.decodeAccount(buffer, offset));
            case IdAssignmentDecoder.TEMPLATE_ID -> onId(buffer, offset);
            default ->
            {
                // Other control records name nothing.
            }
        }
    }

    @Override
    public synchronized Instrument instrument(final int instrumentId, final long sequence)
    {
        final List<Version> versions = instruments.get(instrumentId);
        if (versions == null)
        {
            return null;
        }
        Instrument found = versions.get(0).instrument();
        for (final Version version : versions)
        {
            found = version.sequence() <= sequence ? version.instrument() : found;
        }
        return found;
    }

    @Override
    public synchronized String venue(final int venueId)
    {
        return venueId == 0 ? null : venues.getOrDefault(venueId, "V" + venueId);
    }

    @Override
    public synchronized String text(final int venueId, final int idSpace, final long id)
    {
        if (id == Absent.UNKNOWN_ID || id == Absent.VALUE)
        {
            return null;
        }
        final String text = id > 0 && idSpace != IdSpace.REASON ? null : kept(venueId, idSpace, id);
        if (text == null && id > 0 && idSpace == IdSpace.REFERENCE)
        {
            return Long.toString(id); // a venue's own number, of a trade for example: it names nobody
        }
        return shown(idSpace, text != null ? text : id > 0 ? Long.toString(id) : "unknown:" + id);
    }

    @Override
    public synchronized String shown(final int idSpace, final String text)
    {
        return pseudonyms == null ? text : pseudonyms.of(idSpace, text);
    }

    @Override
    public synchronized boolean isPseudonymous()
    {
        return pseudonyms != null;
    }

    /**
     * From now on give accounts, owner groups and references under other names.
     *
     * @param names of a key.
     */
    public synchronized void showUnder(final Pseudonyms names)
    {
        pseudonyms = names;
    }

    /**
     * The newest version of each instrument.
     *
     * @return by ascending id; ids may have gaps.
     */
    public synchronized List<Instrument> instruments()
    {
        final List<Instrument> newest = new ArrayList<>();
        instruments.values().forEach(versions -> newest.add(versions.get(versions.size() - 1).instrument()));
        return newest;
    }

    /**
     * Every version of an instrument.
     *
     * @param instrumentId dense number.
     * @return oldest first; empty when it is not known.
     */
    public synchronized List<Instrument> versions(final int instrumentId)
    {
        return instruments.getOrDefault(instrumentId, List.of()).stream().map(Version::instrument).toList();
    }

    /**
     * The accounts that control records defined, as a source would state them.
     *
     * @return in the order of their first definition, each once with its newest; needs the account and group spaces.
     */
    public synchronized List<AccountOwner> accounts()
    {
        final Map<String, AccountOwner> owners = new LinkedHashMap<>();
        for (final AccountDefinition definition : definitions)
        {
            final String account = text(definition.venueId(), IdSpace.ACCOUNT, definition.account());
            final String group = text(definition.venueId(), IdSpace.OWNER_GROUP, definition.group());
            owners.put(definition.venueId() + ":" + account, new AccountOwner(venue(definition.venueId()), account,
                group == null ? "" : group, definition.role()));
        }
        return List.copyOf(owners.values());
    }

    /**
     * The named owner group of an account, as of the last frame.
     *
     * @param venueId   of the account.
     * @param accountId any.
     * @return the group's id, or {@link Absent#UNKNOWN_ID}: the account is its own group.
     */
    public synchronized long ownerGroupOf(final int venueId, final long accountId)
    {
        final Long2LongHashMap venueGroups = groups.get(venueId);
        return venueGroups == null ? Absent.UNKNOWN_ID : venueGroups.get(accountId);
    }

    /**
     * The detection configuration in force.
     *
     * @param sequence of the event that asks.
     * @return the newest not behind it, or null when there is none.
     */
    public synchronized ConfigText configAt(final long sequence)
    {
        ConfigText found = null;
        for (final ConfigText config : configs)
        {
            found = config.sequence() <= sequence ? config : found;
        }
        return found;
    }

    /**
     * The sequence of the last frame.
     *
     * @return 0 when the journal is empty.
     */
    public synchronized long lastSequence()
    {
        return lastSequence;
    }

    /**
     * The engine time of the last frame.
     *
     * @return UTC nanoseconds, or {@link Absent#VALUE} when the journal is empty.
     */
    public synchronized long lastTimeNanos()
    {
        return lastTimeNanos;
    }

    /** A decision may not tell the venue; ids of texts are then looked for in all: no two texts share one. */
    private String kept(final int venueId, final int idSpace, final long id)
    {
        final TextStore store = texts.get(venueId << 3 | idSpace);
        if (store != null || venueId != 0)
        {
            return store == null ? null : store.get(id);
        }
        for (final int venue : venues.keySet())
        {
            final String text = venue == 0 ? null : kept(venue, idSpace, id);
            if (text != null)
            {
                return text;
            }
        }
        return null;
    }

    private void onConfig(final DirectBuffer buffer, final int offset)
    {
        final long hash =
            new ConfigDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder()).configHash();
        configs.add(new ConfigText(
            lastSequence, frames.decodeConfig(buffer, offset), hash, frames.decodeBuildId(buffer, offset)));
    }

    private void onInstrument(final Instrument instrument)
    {
        instruments.computeIfAbsent(instrument.id(), id -> new ArrayList<>())
            .add(new Version(lastSequence, instrument));
        venues.put(instrument.venueId(), instrument.venue());
    }

    private void onAccount(final AccountDefinitionDecoder decoder)
    {
        final AccountDefinition definition = new AccountDefinition(
            decoder.venue(), decoder.account(), decoder.ownerGroup(), decoder.roleText().intern());
        definitions.add(definition);
        own(definition.venueId(), definition.account(), definition.group());
    }

    private void onId(final DirectBuffer buffer, final int offset)
    {
        final IdAssignmentDecoder decoder =
            new IdAssignmentDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        if ((spaces >>> decoder.idSpace() & 1) != 0)
        {
            final byte[] text = new byte[decoder.contentLength()];
            decoder.getContent(text, 0, text.length);
            texts.computeIfAbsent(decoder.venue() << 3 | decoder.idSpace(), key -> new TextStore())
                .put(decoder.assigned(), text);
        }
    }

    private void own(final int venueId, final long account, final long group)
    {
        groups.computeIfAbsent(venueId, id -> new Long2LongHashMap(Absent.UNKNOWN_ID)).remove(account);
        if (group != Absent.UNKNOWN_ID)
        {
            groups.get(venueId).put(account, group);
        }
    }

    private record Version(long sequence, Instrument instrument)
    {
    }

    private record AccountDefinition(int venueId, long account, long group, String role)
    {
    }
}
