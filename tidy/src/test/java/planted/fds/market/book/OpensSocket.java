package planted.fds.market.book;

import java.io.IOException;
import java.net.Socket;

/** Planted: a hot room that can block. */
public final class OpensSocket
{
    Socket open() throws IOException
    {
        return new Socket("localhost", 1);
    }
}
