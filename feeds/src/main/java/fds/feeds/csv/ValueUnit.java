package fds.feeds.csv;

/** What the number in {@code value} counts; the kind decides. */
public enum ValueUnit
{
    /** The kind has no value. */
    NONE,

    /** A price, in ticks of the instrument. */
    TICKS,

    /** An amount, signed, in lots of the instrument. */
    LOTS,

    /** A signed fraction, in 10^-9. */
    RATE,

    /** A fraction from 0 to 1, in 10^-9. */
    WEIGHT,

    /** A signed score, in 10^-6. */
    SCORE,

    /** 0 or 1. */
    FLAG,

    /** UTC nanoseconds since 1970. */
    TIME,

    /** A whole number, 0 or more. */
    INTEGER
}
