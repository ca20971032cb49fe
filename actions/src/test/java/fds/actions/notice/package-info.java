/** Tests of what users are told. */
package fds.actions.notice;
