package fds.app.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LikenessTest
{
    @Test
    void shouldCountLettersToChange()
    {
        assertEquals(0, Likeness.distance("btc-usdt", "BTC-USDT"));
        assertEquals(1, Likeness.distance("BTCUSDT", "BTC-USDT"));
        assertEquals(3, Likeness.distance("ETH", ""));
        assertEquals(2, Likeness.distance("ETH", "BTC"));
    }
}
