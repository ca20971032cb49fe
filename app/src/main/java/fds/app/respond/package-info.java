/** The way of actions out of the engine, and of what people and the venue say back into it. */
package fds.app.respond;
