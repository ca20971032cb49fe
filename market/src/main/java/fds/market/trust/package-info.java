/** Whether an instrument's book is to be believed, why not, and what makes it whole again. */
package fds.market.trust;
