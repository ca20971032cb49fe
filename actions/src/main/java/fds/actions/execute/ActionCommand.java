package fds.actions.execute;

import java.util.List;

import fds.actions.notice.Notice;
import fds.actions.policy.ActionKind;
import fds.actions.policy.ActionMode;
import fds.actions.policy.ActionState;

/**
 * What an executor is asked to do, in the source's own words. A command for the eyes of an account's owner has no
 * ground: it is taken out before any channel gets it, so that none can let it slip.
 *
 * @param action       id, 16 hexadecimal digits; answers name it.
 * @param key          idempotency key: whoever has done a key and attempt does not do it again.
 * @param attempt      1 and up; a retry has the same key and a higher attempt.
 * @param isRelease    true: what was done under this key ends now.
 * @param kind         what to do.
 * @param mode         SHADOW: nothing is to be done. Never DRY_RUN.
 * @param venue        name.
 * @param account      as the source wrote it, or null.
 * @param instrument   symbol, or null.
 * @param order        as the source wrote it, or null.
 * @param reference    of a withdrawal, as the source wrote it, or null.
 * @param value        ppm by which margin is raised, lots of a withdrawal, else 0.
 * @param decidedNanos engine time.
 * @param expiryNanos  engine time at which it ends by itself.
 * @param notice       what the owner may be told, in two languages.
 * @param ground       why, or null where nobody may learn it.
 */
public record ActionCommand(
    String action,
    String key,
    int attempt,
    boolean isRelease,
    ActionKind kind,
    ActionMode mode,
    String venue,
    String account,
    String instrument,
    String order,
    String reference,
    long value,
    long decidedNanos,
    long expiryNanos,
    Notice notice,
    Ground ground)
{
    /**
     * Why it is done.
     *
     * @param level    in files' words.
     * @param typology in files' words, or null.
     * @param alerts   ids, 16 hexadecimal digits each.
     * @param tags     articles of law.
     */
    public record Ground(String level, String typology, List<String> alerts, List<String> tags)
    {
    }

    /**
     * Make the command that leaves with a record.
     *
     * @param record whose state leaves.
     * @param texts  names for its numbers.
     * @return the command.
     */
    static ActionCommand of(final ActionRecord record, final CommandTexts texts)
    {
        final Ground ground = record.kind() == ActionKind.NOTIFY_USER ? null : new Ground(record.level().word(),
            record.typology() == null ? null : record.typology().word(),
            record.alerts().stream().map(ActionRecord::hex).toList(), record.tagTexts());
        return new ActionCommand(ActionRecord.hex(record.action()), ActionRecord.hex(record.key()), record.attempt(),
            record.state() == ActionState.REVOKED, record.kind(), record.mode(), texts.venue(record.venueId()),
            texts.account(record.venueId(), record.account()),
            texts.instrument(record.instrumentId(), record.sequence()),
            texts.order(record.venueId(), record.order()), texts.reference(record.venueId(), record.reference()),
            record.value(), record.timeNanos(), record.expiryNanos(), record.notice(), ground);
    }
}
