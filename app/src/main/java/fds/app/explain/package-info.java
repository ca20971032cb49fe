/** One alert told as a story, from its journal alone: as text, as JSON and as a page that needs nothing else. */
package fds.app.explain;
