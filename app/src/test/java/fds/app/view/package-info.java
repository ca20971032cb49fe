/** A small journal and a declared detector to read, and tests of the views. */
package fds.app.view;
