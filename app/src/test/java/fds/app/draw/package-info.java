/** Tests of the drawing board. */
package fds.app.draw;
