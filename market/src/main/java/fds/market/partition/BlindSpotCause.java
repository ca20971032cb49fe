package fds.market.partition;

/** Why the engine cannot see something. The ordinal is the code in the journal: append, never reorder. */
public enum BlindSpotCause
{
    /** A full table gave up its least recent entry. */
    TABLE_FULL,
    /** A side of a book has more levels than are kept. */
    LEVELS_DROPPED,
    /** An account moved to another owner group: its windows stayed behind. */
    OWNER_CHANGED,
    /** An instrument has a new version: what was live in old ticks and lots was dropped. */
    INSTRUMENT_CHANGED,
    /** One event had more findings than are kept. */
    FINDINGS_DROPPED,
    /** The map of owner groups is full: the account stays its own group. */
    OWNERS_FULL,
    /** A feed's numbering has a gap: the book is not to be trusted. */
    FEED_GAP,
    /** The detection configuration changed: detectors began anew; risk and policy, too, where their capacities did. */
    CONFIG_CHANGED,
    /** Something a detector keeps outside the slots is full. */
    DETECTOR_FULL,
    /** Too many episodes are open: the quietest was closed. */
    EPISODES_FULL,
    /** A feed says that its books are not to be trusted. */
    FEED_UNTRUSTED,
    /** A book stayed crossed: it is not to be trusted. */
    BOOK_CROSSED,
    /** An order was named that is not in the book kept from orders: the book is not to be trusted. */
    BOOK_INCOMPLETE,
    /** Changes of levels came before the first whole book: it is not to be trusted. */
    BOOK_UNBUILT,
    /** A book is whole again: what reads it is shown events again. */
    BOOK_REBUILT,
    /** Too many actions are kept: one that was still in force is forgotten, and may be proposed again. */
    ACTIONS_FULL,
    /** Too many accounts have alerts or a level of risk: the one that was quiet longest is forgotten. */
    STANDINGS_FULL,
    /** A person or the venue spoke of an action that is not known, or no longer. */
    ACTION_UNKNOWN,
    /** Risk keeps no more: a group, a position or a listed address was given up. */
    RISK_FULL,
    /** Too many mutes are in force: that which would have ended first was given up, and mutes nothing any more. */
    MUTES_FULL
}
