package fds.market.event;

/** The fields of an event that a source may give as text; the sequencer turns each into an id. */
public enum TextField
{
    ORDER(IdSpace.ORDER),
    COUNTER_ORDER(IdSpace.ORDER),
    ACCOUNT(IdSpace.ACCOUNT),
    COUNTER_ACCOUNT(IdSpace.ACCOUNT),
    REFERENCE(IdSpace.REFERENCE),
    REASON(IdSpace.REASON);

    private final int idSpace;

    TextField(final int idSpace)
    {
        this.idSpace = idSpace;
    }

    /**
     * The dictionary this field's texts belong to.
     *
     * @return one of {@link IdSpace}.
     */
    public int idSpace()
    {
        return idSpace;
    }
}
