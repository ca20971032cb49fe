/** How each venue writes its messages: a short class a venue, and how a venue is recognised. */
package fds.feeds.dialect;
