/** A drawing board for charts: SVG text, scales with readable ticks, colours; the same numbers give the same bytes. */
package fds.app.draw;
