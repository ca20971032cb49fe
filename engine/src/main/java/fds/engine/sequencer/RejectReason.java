package fds.engine.sequencer;

/** Why the door refused a message: the field, and what is allowed. */
public enum RejectReason
{
    UNKNOWN_KIND("kind", "one of the kinds of the event schema that a feed may send"),
    UNKNOWN_INSTRUMENT("instrument", "an instrument that was defined"),
    SIDE("side", "B or S"),
    PRICE_ABSENT("price", "given"),
    PRICE_RANGE("price", "within the instrument's price_max"),
    QUANTITY_ABSENT("quantity", "given"),
    QUANTITY_RANGE("quantity", "above 0 and within the instrument's quantity_max"),
    TIME("timestamp_ns", "a time from 1970 to 2200"),
    ORDER_ID("order_id", "given"),
    ACCOUNT("account", "given"),
    DICTIONARY_FULL("account", "one of at most as many texts as the dictionary holds");

    private final String field;
    private final String allowed;

    RejectReason(final String field, final String allowed)
    {
        this.field = field;
        this.allowed = allowed;
    }

    public String field()
    {
        return field;
    }

    public String allowed()
    {
        return allowed;
    }
}
