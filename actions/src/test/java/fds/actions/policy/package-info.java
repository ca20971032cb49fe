/** Tests of the response policy. */
package fds.actions.policy;
