/** What is done about alerts and levels of risk: the response policy, and the life of each action it decides. */
package fds.actions.policy;
