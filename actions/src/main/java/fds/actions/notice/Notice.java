package fds.actions.notice;

/**
 * The texts that an account's owner may be shown, in English and Korean. They tell what is limited and where to ask,
 * and nothing of a ground: who is under examination must not learn of it from us (Regulation (EU) 2025/885, Art. 5(3)).
 * The ordinal is the code in the journal: append, never reorder.
 */
public enum Notice
{
    /** Nothing is told. */
    NONE("", ""),
    /** An order was not taken. */
    ORDER_NOT_ACCEPTED(
        "Your order was not accepted because it is outside the limits of our trading rules. " +
        "Please check price and quantity.",
        "주문이 거래 규정에서 정한 한도를 벗어나 접수되지 않았습니다. 가격과 수량을 확인해 주세요."),
    /** Open orders were cancelled. */
    ORDERS_CANCELLED(
        "Your open orders were cancelled under our trading rules. " +
        "Please contact customer support if you have questions.",
        "거래 규정에 따라 미체결 주문이 취소되었습니다. 궁금한 점은 고객센터로 문의해 주세요."),
    /** Only reducing orders are taken. */
    TRADING_LIMITED(
        "Trading on your account is limited for a time under our trading rules. You can still reduce open positions. " +
        "Please contact customer support if you have questions.",
        "거래 규정에 따라 계정의 거래가 일정 시간 제한됩니다. 보유 포지션을 줄이는 주문은 가능합니다. " +
        "궁금한 점은 고객센터로 문의해 주세요."),
    /** Margin rates were raised. */
    MARGIN_RAISED(
        "The margin rates of your account have changed under our trading rules. Please check your margin balance.",
        "거래 규정에 따라 계정의 증거금률이 변경되었습니다. 증거금 잔고를 확인해 주세요."),
    /** The account cannot be used. */
    ACCOUNT_LIMITED(
        "Your account cannot be used for a time under our terms of service. Please contact customer support.",
        "이용약관에 따라 계정을 일정 시간 이용하실 수 없습니다. 고객센터로 문의해 주세요."),
    /** A withdrawal takes longer. */
    WITHDRAWAL_DELAYED(
        "Your withdrawal takes longer than usual. You do not have to do anything. " +
        "Please contact customer support if you have questions.",
        "출금 처리가 평소보다 오래 걸리고 있습니다. 별도의 조치는 필요하지 않습니다. 궁금한 점은 고객센터로 문의해 주세요."),
    /** A word on the rules, where nothing was limited. */
    TRADING_RULES(
        "Please note the limits of our trading rules, which apply to all accounts. You find them in our help centre.",
        "모든 계정에 적용되는 거래 규정의 한도를 확인해 주세요. 자세한 내용은 도움말에서 볼 수 있습니다.");

    private static final Notice[] VALUES = values();

    private final String textEn;
    private final String textKo;

    Notice(final String textEn, final String textKo)
    {
        this.textEn = textEn;
        this.textKo = textKo;
    }

    /**
     * The notice of a code.
     *
     * @param code as in the journal.
     * @return its notice; NONE, which tells nothing, for a code of a newer version.
     */
    public static Notice of(final int code)
    {
        return code >= 0 && code < VALUES.length ? VALUES[code] : NONE;
    }

    /**
     * The text in English.
     *
     * @return sentences, or empty.
     */
    public String textEn()
    {
        return textEn;
    }

    /**
     * The text in Korean.
     *
     * @return sentences, or empty.
     */
    public String textKo()
    {
        return textKo;
    }
}
