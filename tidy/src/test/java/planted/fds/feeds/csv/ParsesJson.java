package planted.fds.feeds.csv;

import com.fasterxml.jackson.core.JsonFactory;

/** Planted: a protocol library outside its package. */
public final class ParsesJson
{
    JsonFactory json()
    {
        return new JsonFactory();
    }
}
