/** Money in 128 bits, for what scaled units cannot hold exactly. */
package fds.market.money;
