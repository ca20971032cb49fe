/** Tests of the incidents' books, tables and judge. */
package fds.bench.incident;
