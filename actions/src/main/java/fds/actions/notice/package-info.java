/** What an account's owner is told, in neutral words: never why, never that anybody looks. */
package fds.actions.notice;
