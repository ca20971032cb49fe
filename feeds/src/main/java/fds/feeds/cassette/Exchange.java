package fds.feeds.cassette;

/**
 * One request and its answer.
 *
 * @param line     where it begins, 1 and up.
 * @param request  body that was sent; empty for none.
 * @param response body that came back; empty for none.
 */
record Exchange(long line, String request, String response)
{
}
