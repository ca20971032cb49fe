/** Tests of the HTTP anchor. */
package fds.anchors.http;
