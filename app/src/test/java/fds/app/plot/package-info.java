/** Tests of pictures: what is in them, not how they look. */
package fds.app.plot;
