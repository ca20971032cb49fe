/** What every detector must show, and the one harness that makes it show it. */
package fds.testkit.detector;
