/** Tests of the doctor. */
package fds.app.doctor;
