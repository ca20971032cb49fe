/** Roots published at an HTTP endpoint. */
package fds.anchors.http;
