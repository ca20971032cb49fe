/** Silencing: findings that are journaled and do nothing, for a time. */
package fds.market.mute;
