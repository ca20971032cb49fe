/** Prints made to show activity where there is none: many small trades of one owner in a quiet market. */
package fds.patterns.tape;
