/**
 * From configuration text to values: a YAML file as flat keys that remember where they stand, and quantities with
 * units.
 */
package fds.config;
